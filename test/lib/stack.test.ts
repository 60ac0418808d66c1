import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { beforeAll, describe, expect, it } from 'vitest';
import { BriefingStack } from '../../lib/briefing-stack.ts';
import { readSettings } from '../../lib/settings.ts';

const bundles = new URL('../../dist/', import.meta.url);

/** The stack does not care what its functions do, only that their folders are there. */
beforeAll(() => {
  for (const name of ['api', 'monthly']) {
    const entry = new URL(`${name}/index.mjs`, bundles);
    if (existsSync(entry)) continue;
    mkdirSync(new URL('.', entry), { recursive: true });
    writeFileSync(entry, 'export const handler = () => {};');
  }
});

function stackWith(context: Readonly<Record<string, string>> = {}): BriefingStack {
  const app = new App({
    context: {
      '@aws-cdk/aws-iam:minimizePolicies': true,
      '@aws-cdk/aws-s3:createDefaultLoggingPolicy': true,
      '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
      ...context,
    },
  });
  return new BriefingStack(app, 'Briefing', { settings: readSettings(app) });
}

const templateWith = (context: Readonly<Record<string, string>> = {}) => Template.fromStack(stackWith(context));

interface Statement {
  readonly Action: string | readonly string[];
  readonly Effect: string;
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** The statements of all policies that name a role whose logical id contains `role`. */
function statementsOf(template: Template, role: string): readonly Statement[] {
  const policies = Object.values(template.findResources('AWS::IAM::Policy'));
  return policies
    .filter(({ Properties }) => JSON.stringify(Properties.Roles).includes(role))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as Statement[]);
}

const actionsOf = (statements: readonly Statement[]) => statements.flatMap(({ Action }) => Action).toSorted();

describe('the bucket of the briefings', () => {
  it('is private, encrypted, versioned, reached by TLS alone, and kept when the stack is deleted', () => {
    const template = templateWith();
    template.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        VersioningConfiguration: { Status: 'Enabled' },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: Match.anyValue(),
        LoggingConfiguration: Match.anyValue(),
        LifecycleConfiguration: {
          Rules: Match.arrayWith([
            Match.objectLike({ NoncurrentVersionExpiration: { NoncurrentDays: 90 } }),
            Match.objectLike({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } }),
          ]),
        },
      },
    });
    for (const { Properties } of Object.values(template.findResources('AWS::S3::BucketPolicy'))) {
      expect(JSON.stringify(Properties)).toContain('aws:SecureTransport');
    }
  });
});

describe('the functions', () => {
  it('run on Node 24 and arm64, or x86_64 where it is asked for', () => {
    templateWith().allResourcesProperties('AWS::Lambda::Function', { Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    templateWith({ architecture: 'x86_64' }).allResourcesProperties('AWS::Lambda::Function', {
      Architectures: ['x86_64'],
    });
  });

  it.each(['ApiFunctionRole', 'MonthlyFunctionRole'])(
    '%s reads briefings, and writes them only where none is',
    (role) => {
      const statements = statementsOf(templateWith(), role);
      const write = statements.find(({ Action }) => Action === 's3:PutObject');
      expect(write?.Condition).toEqual({ Null: { 's3:if-none-match': 'false' } });
      expect(JSON.stringify(write?.Resource)).toContain('/briefings/*');
      const list = statements.find(({ Action }) => Action === 's3:ListBucket');
      expect(list?.Condition).toEqual({ StringLike: { 's3:prefix': ['briefings/*', 'data/*'] } });
      expect(actionsOf(statements).filter((action) => /Delete|\*/.test(action))).toEqual([]);
    },
  );

  it('sign links with a role that may only read briefings', () => {
    const statements = statementsOf(templateWith(), 'LinkSigner');
    expect(actionsOf(statements)).toEqual(['s3:GetObject']);
    expect(JSON.stringify(statements[0]?.Resource)).toContain('/briefings/*');
  });
});

describe('the API', () => {
  it('asks for AWS credentials unless something else is asked for by name', () => {
    templateWith().allResourcesProperties('AWS::ApiGatewayV2::Route', { AuthorizationType: 'AWS_IAM' });
    templateWith({ access: 'none' }).allResourcesProperties('AWS::ApiGatewayV2::Route', { AuthorizationType: 'NONE' });
  });

  it('takes tokens of an issuer for an audience', () => {
    const template = templateWith({ access: 'jwt', issuer: 'https://login.example/', audience: 'briefing,other' });
    template.allResourcesProperties('AWS::ApiGatewayV2::Route', { AuthorizationType: 'JWT' });
    template.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      JwtConfiguration: { Issuer: 'https://login.example/', Audience: ['briefing', 'other'] },
    });
  });

  it('is throttled and logged', () => {
    templateWith().hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 },
      AccessLogSettings: Match.anyValue(),
    });
  });

  it.each([
    [{ access: 'open' }, '-c access=open: expected one of iam, jwt, none'],
    [{ architecture: 'mips' }, '-c architecture=mips: expected one of arm64, x86_64'],
    [{ access: 'jwt' }, 'access=jwt needs the https address of an OpenID Connect provider'],
    [{ access: 'jwt', issuer: 'https://a.example/' }, 'access=jwt needs at least one audience'],
  ])('is not built with the settings %o', (context, message) => {
    expect(() => stackWith(context as Record<string, string>)).toThrow(message);
  });
});

describe('the monthly schedule', () => {
  it('runs on the first at 08:00 in Minsk, tries again, and keeps what failed', () => {
    const template = templateWith();
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0 8 1 * ? *)',
      ScheduleExpressionTimezone: 'Europe/Minsk',
      Target: { RetryPolicy: { MaximumRetryAttempts: 10 }, DeadLetterConfig: Match.anyValue() },
    });
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumRetryAttempts: 2,
      DestinationConfig: { OnFailure: Match.anyValue() },
    });
  });
});

it('cdk-nag finds nothing that is not defended', () => {
  const stack = stackWith();
  const report = new AwsSolutionsChecks().validateScope(stack);
  expect(report.violations.map(({ ruleName, violatingResources }) => [ruleName, violatingResources])).toEqual([]);
});

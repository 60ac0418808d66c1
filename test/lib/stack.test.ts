import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { beforeAll, describe, expect, it } from 'vitest';
import { BriefingStack } from '../../lib/briefing-stack.ts';
import { readSettings } from '../../lib/settings.ts';

/** The settings and feature flags with which the CDK CLI runs the app. */
const cdk = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')) as {
  readonly context: Readonly<Record<string, unknown>>;
};

const bundles = new URL('../../dist/', import.meta.url);

/** The stack does not care what its functions do, only that their folders are there. */
beforeAll(() => {
  for (const name of ['api', 'monthly']) {
    const entry = new URL(`${name}/index.mjs`, bundles);
    if (existsSync(entry)) continue;
    mkdirSync(new URL('.', entry), { recursive: true });
    writeFileSync(entry, 'export const handler = () => {};');
  }
  templateWith(); // the first takes long: the constructs are loaded with it
}, 60_000);

function stackWith(context: Readonly<Record<string, string>> = {}): BriefingStack {
  const app = new App({ context: { ...cdk.context, ...context } });
  return new BriefingStack(app, 'Briefing', { settings: readSettings(app) });
}

const templates = new Map<string, Template>();

/** The template with some settings; made once for all tests. */
function templateWith(context: Readonly<Record<string, string>> = {}): Template {
  const name = JSON.stringify(context);
  const template = templates.get(name) ?? Template.fromStack(stackWith(context));
  templates.set(name, template);
  return template;
}

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
            Match.objectLike({ NoncurrentVersionExpiration: { NoncurrentDays: 180 } }),
            Match.objectLike({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } }),
          ]),
        },
      },
    });
    for (const { Properties } of Object.values(template.findResources('AWS::S3::BucketPolicy'))) {
      expect(JSON.stringify(Properties)).toContain('aws:SecureTransport');
    }
  });

  it('keeps logs and superseded versions for as long as the operator says, and briefings for good', () => {
    const template = templateWith({ retention: '30' });
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
    const buckets = JSON.stringify(template.findResources('AWS::S3::Bucket'));
    expect(buckets.match(/"(?:NoncurrentDays|ExpirationInDays)":\d+/g)).toEqual([
      '"ExpirationInDays":30',
      '"NoncurrentDays":30',
    ]);
  });
});

describe('the functions', () => {
  it('call an AWS of one’s own only where one is named', () => {
    const endpoints = (context: Readonly<Record<string, string>>) =>
      Object.values(templateWith(context).findResources('AWS::Lambda::Function')).map(
        ({ Properties }) => Properties.Environment.Variables.AWS_ENDPOINT_URL as unknown,
      );
    expect(endpoints({})).toEqual([undefined, undefined]);
    const endpoint = 'http://host.docker.internal:5000';
    expect(endpoints({ endpoint })).toEqual([endpoint, endpoint]);
  });

  it('answer so many calls at once and no more', () => {
    const functions = Object.values(templateWith().findResources('AWS::Lambda::Function'));
    expect(functions.map(({ Properties }) => Properties.ReservedConcurrentExecutions)).toEqual([20, 8]);
  });

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
      expect(statements.filter(({ Action }) => Action.includes('s3:PutObject'))).toEqual([write]);
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
});

describe('the monthly schedule', () => {
  it('makes the month on the first at 08:00 in Minsk, tries again, and keeps what failed', () => {
    const template = templateWith();
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0 8 1 * ? *)',
      ScheduleExpressionTimezone: 'Europe/Minsk',
      Target: {
        Input: '{"task":"month"}',
        RetryPolicy: { MaximumRetryAttempts: 10 },
        DeadLetterConfig: Match.anyValue(),
      },
    });
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumRetryAttempts: 2,
      DestinationConfig: { OnFailure: Match.anyValue() },
    });
  });

  it('makes it when the operator says', () => {
    templateWith({ schedule: '30 9 5 * ? *' }).hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(30 9 5 * ? *)',
    });
  });

  it('looks every day whether the month is there', () => {
    templateWith().hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0 12 * * ? *)',
      Target: { Input: '{"task":"watch"}' },
    });
  });
});

describe('notifications', () => {
  it('go to the addresses that were named, and to nobody otherwise', () => {
    const template = templateWith({ notify: 'a@b.example,c@d.example' });
    const subscriptions = Object.values(template.findResources('AWS::SNS::Subscription'));
    expect(subscriptions.map(({ Properties }) => [Properties.Protocol, Properties.Endpoint])).toEqual([
      ['email', 'a@b.example'],
      ['email', 'c@d.example'],
    ]);
    templateWith().resourceCountIs('AWS::SNS::Subscription', 0);
  });

  it('are sent by the monthly function and by alarms, over TLS, and by nobody else', () => {
    const template = templateWith();
    const [policy] = Object.values(template.findResources('AWS::SNS::TopicPolicy'));
    const statements = policy?.Properties.PolicyDocument.Statement as readonly Record<string, unknown>[];
    expect(statements.map(({ Effect, Principal }) => [Effect, Principal])).toEqual([
      ['Deny', '*'],
      ['Allow', { Service: 'cloudwatch.amazonaws.com' }],
    ]);
    expect(actionsOf(statementsOf(template, 'MonthlyFunctionRole'))).toContain('sns:Publish');
    expect(actionsOf(statementsOf(template, 'ApiFunctionRole'))).not.toContain('sns:Publish');
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { TOPIC_ARN: Match.anyValue(), API_ADDRESS: Match.anyValue() } },
    });
  });
});

describe('an alarm', () => {
  const alarms = () =>
    Object.entries(templateWith().findResources('AWS::CloudWatch::Alarm')).map(([id, { Properties }]) => ({
      name: id.replace(/^Alarms|[0-9A-F]{8}$/g, ''),
      ...(Properties as {
        readonly MetricName: string;
        readonly Namespace: string;
        readonly Statistic?: string;
        readonly ExtendedStatistic?: string;
        readonly Threshold: number;
        readonly EvaluationPeriods: number;
        readonly Period: number;
        readonly TreatMissingData: string;
        readonly AlarmDescription: string;
        readonly AlarmActions: readonly object[];
        readonly OKActions: readonly object[];
        readonly InsufficientDataActions: readonly object[];
      }),
    }));

  it.each([
    ['ApiErrors', 'AWS/Lambda Errors Sum 1'],
    ['MonthlyErrors', 'AWS/Lambda Errors Sum 1'],
    ['ApiThrottles', 'AWS/Lambda Throttles Sum 1'],
    ['MonthlyThrottles', 'AWS/Lambda Throttles Sum 1'],
    ['ServerErrors', 'AWS/ApiGateway 5xx Sum 5'],
    ['Slowness', 'AWS/Lambda Duration p95 8000'],
    ['DeadLetters', 'AWS/SQS ApproximateNumberOfMessagesVisible Maximum 1'],
    ['DataRefused', 'gomel-briefing DataRefused Sum 1'],
    ['MonthWithoutEdition', 'gomel-briefing Missing Maximum 1'],
  ])('%s rings at %s', (name, rings) => {
    const found = alarms().find((alarm) => alarm.name === name);
    const statistic = found?.Statistic ?? found?.ExtendedStatistic;
    expect(`${found?.Namespace} ${found?.MetricName} ${statistic} ${found?.Threshold}`).toBe(rings);
  });

  it('tells people what happened, also when it is over or nothing is heard, and none is left out', () => {
    expect(alarms()).toHaveLength(9);
    for (const { AlarmActions, OKActions, InsufficientDataActions, AlarmDescription } of alarms()) {
      for (const actions of [AlarmActions, OKActions, InsufficientDataActions]) {
        expect(JSON.stringify(actions)).toContain('NotificationsTopic');
      }
      expect(AlarmDescription).toMatch(/^.{20,}\.$/);
    }
  });

  it('for a month without its editions takes two silent days for no answer', () => {
    const found = alarms().find(({ name }) => name === 'MonthWithoutEdition');
    expect([found?.Period, found?.EvaluationPeriods, found?.TreatMissingData]).toEqual([86_400, 2, 'missing']);
  });
});

it('the dashboard shows the alarms, what was made, what is slow and what fails', () => {
  const [dashboard] = Object.values(templateWith().findResources('AWS::CloudWatch::Dashboard'));
  const parts = dashboard?.Properties.DashboardBody['Fn::Join'][1] as readonly unknown[];
  const body = JSON.parse(parts.map((part) => (typeof part === 'string' ? part : 'reference')).join(''));
  const widgets = body.widgets as readonly { type: string; properties: { title?: string; metrics?: unknown[][] } }[];
  expect(widgets.map(({ type, properties }) => `${type} ${properties.title ?? ''}`.trim())).toEqual([
    'text',
    'alarm Alarms',
    'metric Briefings of this month and the last',
    'metric Briefings',
    'metric Phases of a render, ms',
    'metric A briefing',
    'metric Requests',
    'metric Duration of calls, p95, ms',
    'metric Errors, throttles, cold starts',
  ]);
  const shown = widgets.flatMap(({ properties }) => (properties.metrics ?? []).map(([, name]) => name));
  expect(shown).toEqual(
    expect.arrayContaining(['Rendered', 'Reused', 'Failed', 'PdfTime', 'StoreTime', 'Pages', 'PdfSize', '5xx']),
  );
});

describe('the backfill', () => {
  it('is a Distributed Map of bounded concurrency that notes what failed and goes on', () => {
    const [machine] = Object.values(templateWith().findResources('AWS::StepFunctions::StateMachine'));
    const parts = machine?.Properties.DefinitionString['Fn::Join'][1] as readonly unknown[];
    const { States: states } = JSON.parse(
      parts.map((part) => (typeof part === 'string' ? part : 'reference')).join(''),
    );
    expect(states.EveryBriefing).toMatchObject({
      Type: 'Map',
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' } },
      MaxConcurrency: 5,
      ToleratedFailurePercentage: 100,
    });
    const { MakeBriefing: task } = states.EveryBriefing.ItemProcessor.States;
    expect(task.Parameters).toEqual({ task: 'briefing', 'edition.$': '$.edition', 'language.$': '$.language' });
    expect(task.Retry[0]).toMatchObject({ MaxAttempts: 3, JitterStrategy: 'FULL' });
    expect(task.Catch[0].Next).toBe('NoteFailure');
  });

  it('writes its results beside the briefings, and may not touch those', () => {
    const statements = statementsOf(templateWith(), 'BackfillStateMachine');
    const objects = statements.filter(({ Action }) => JSON.stringify(Action).includes('s3:'));
    expect(objects).toHaveLength(1);
    expect(JSON.stringify(objects[0]?.Resource)).toContain('/backfills/*');
    expect(actionsOf(statements)).toEqual(expect.arrayContaining(['lambda:InvokeFunction', 'states:StartExecution']));
  });
});

it('cdk-nag finds nothing that is not defended', () => {
  const stack = stackWith();
  const report = new AwsSolutionsChecks().validateScope(stack);
  expect(report.violations.map(({ ruleName, violatingResources }) => [ruleName, violatingResources])).toEqual([]);
});

import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { App, Stack } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { bundleDigest } from '../../lib/bundle-digest.ts';
import {
  beforeTemplates,
  type Context,
  fatesOf,
  onlyOf,
  propertiesOf,
  stackWith,
  templateWith,
  written,
} from './templates.ts';

beforeTemplates();

const isPrivate = {
  BlockPublicAcls: true,
  BlockPublicPolicy: true,
  IgnorePublicAcls: true,
  RestrictPublicBuckets: true,
};

describe('the buckets', () => {
  it.each(['StoreBucket', 'StoreAccessLogs'])(
    '%s is private, encrypted, and kept when the stack is deleted',
    (name) => {
      expect(propertiesOf('AWS::S3::Bucket')[name]).toMatchObject({
        PublicAccessBlockConfiguration: isPrivate,
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
      });
    },
  );

  // Only AWS itself rolls a creation back. The template says what it then deletes.
  it('outlive the stack with their policies, but a first creation that fails leaves none behind', () => {
    const kept = ['RetainExceptOnCreate', 'Retain'];
    expect(fatesOf('AWS::S3::Bucket')).toEqual({ StoreBucket: kept, StoreAccessLogs: kept });
    expect(fatesOf('AWS::S3::BucketPolicy')).toEqual({ StoreBucketPolicy: kept, StoreAccessLogsPolicy: kept });
  });

  it('are not made where the operator names that of an earlier stack, which then holds briefings and data', () => {
    const context = { bucket: 'earlier-briefings' };
    templateWith(context).resourceCountIs('AWS::S3::Bucket', 0);
    templateWith(context).resourceCountIs('AWS::S3::BucketPolicy', 0);
    const functions = propertiesOf<{ Environment: { Variables: { BUCKET: string } } }>(
      'AWS::Lambda::Function',
      context,
    );
    for (const { Environment: environment } of Object.values(functions)) {
      expect(environment.Variables.BUCKET).toBe('earlier-briefings');
    }
    expect(templateWith(context).findOutputs('BucketName')).toMatchObject({
      BucketName: { Value: 'earlier-briefings' },
    });
  });

  it('of the briefings keeps versions and logs who reads', () => {
    const { StoreBucket: bucket } = propertiesOf<{
      readonly VersioningConfiguration: object;
      readonly LoggingConfiguration: { readonly DestinationBucketName: unknown; readonly LogFilePrefix: string };
    }>('AWS::S3::Bucket');
    expect(bucket?.VersioningConfiguration).toEqual({ Status: 'Enabled' });
    expect(bucket?.LoggingConfiguration.LogFilePrefix).toBe('briefings-bucket/');
    expect(written(bucket?.LoggingConfiguration.DestinationBucketName)).toBe('StoreAccessLogs');
  });

  it.each([
    [{}, 180],
    [{ retention: '30' }, 30],
  ])('keep logs and superseded versions as long as the operator says, and briefings for good: %o', (context, days) => {
    const buckets = propertiesOf<{ LifecycleConfiguration: { Rules: readonly object[] } }>(
      'AWS::S3::Bucket',
      context as Context,
    );
    expect(buckets.StoreBucket?.LifecycleConfiguration.Rules).toEqual([
      { NoncurrentVersionExpiration: { NoncurrentDays: days }, Status: 'Enabled' },
      { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }, Status: 'Enabled' },
    ]);
    expect(buckets.StoreAccessLogs?.LifecycleConfiguration.Rules).toEqual([
      { ExpirationInDays: days, Status: 'Enabled' },
    ]);
    const logs = propertiesOf<{ RetentionInDays: number }>('AWS::Logs::LogGroup', context as Context);
    expect(Object.entries(logs).map(([name, log]) => [name, log.RetentionInDays])).toEqual([
      ['ApiFunctionLog', days],
      ['MonthlyFunctionLog', days],
      ['ApiAccessLog', days],
      ['BackfillLog', days],
    ]);
  });
});

describe('the logs', () => {
  it('go with the stack, but for who asked the API for what', () => {
    const gone = ['Delete', 'Delete'];
    expect(fatesOf('AWS::Logs::LogGroup')).toEqual({
      ApiFunctionLog: gone,
      MonthlyFunctionLog: gone,
      ApiAccessLog: ['RetainExceptOnCreate', 'Retain'],
      BackfillLog: gone,
    });
  });

  // Step Functions lists each log group in a resource policy of the account, which is limited to 5,120 characters.
  // Groups under /aws/vendedlogs are not listed.
  it('of the backfill is one of those that share a statement, by a name that no other stack has', () => {
    const { BackfillLog: log } = propertiesOf<{ LogGroupName: unknown }>('AWS::Logs::LogGroup');
    expect(written(log?.LogGroupName)).toBe('/aws/vendedlogs/states/Briefing-backfill-part');
    expect(JSON.stringify(log?.LogGroupName)).toContain('AWS::StackId');
  });
});

describe('the functions', () => {
  interface Properties {
    readonly Environment: { readonly Variables: Readonly<Record<string, unknown>> };
    readonly Architectures: readonly string[];
    readonly LoggingConfig: { readonly LogGroup: unknown };
  }
  const functions = (context: Context = {}) => propertiesOf<Properties>('AWS::Lambda::Function', context);

  it.each([
    ['ApiFunction', 28],
    ['MonthlyFunction', 120],
  ])('%s runs on Node 24 for %i seconds at most, tells what it took, and is traced', (name, seconds) => {
    expect(functions()[name]).toMatchObject({
      Timeout: seconds,
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: 1769,
      TracingConfig: { Mode: 'Active' },
      LoggingConfig: { LogFormat: 'JSON', ApplicationLogLevel: 'INFO', SystemLogLevel: 'INFO' },
    });
    expect(written(functions()[name]?.LoggingConfig.LogGroup)).toBe(`${name}Log`);
  });

  // A new account has ten concurrent executions, and AWS refuses to reserve any of the last ten.
  it('reserve nothing of what the account can run at once, unless the operator says how much', () => {
    const reserved = (context: Context) =>
      Object.values(propertiesOf<{ ReservedConcurrentExecutions?: number }>('AWS::Lambda::Function', context)).map(
        ({ ReservedConcurrentExecutions: count }) => count,
      );
    expect(reserved({})).toEqual([undefined, undefined]);
    expect(reserved({ concurrency: '0' })).toEqual([undefined, undefined]);
    expect(reserved({ concurrency: '20' })).toEqual([20, 8]);
  });

  it('have a heap of nine tenths of the memory that is paid for, as where no flags are set', () => {
    const flags = functions().ApiFunction?.Environment.Variables.NODE_OPTIONS;
    expect(Number(/--max-old-space-size=(\d+)/.exec(String(flags))?.[1])).toBe(Math.floor(1769 * 0.9));
  });

  it('know what they work with', () => {
    const known = Object.entries(functions()).map(
      ([
        name,
        {
          Environment: { Variables: variables },
        },
      ]) => [
        name,
        Object.fromEntries(Object.entries(variables).map(([variable, value]) => [variable, written(value)])),
      ],
    );
    const both = {
      BUCKET: 'StoreBucket',
      POWERTOOLS_SERVICE_NAME: 'Briefing',
      NODE_OPTIONS: '--max-semi-space-size=4 --max-old-space-size=1592 --v8-pool-size=1',
    };
    expect(Object.fromEntries(known)).toEqual({
      ApiFunction: { ...both, LINK_ROLE_ARN: 'StoreLinkSigner' },
      MonthlyFunction: {
        ...both,
        TOPIC_ARN: 'NotificationsReaders',
        API_ADDRESS: 'https://ApiHttpApi.execute-api.Region.URLSuffix',
        SCHEDULE: '0 8 1 * ? *',
      },
    });
  });

  it('are deployed anew when their bundle has another digest, and not with each build', () => {
    const code = propertiesOf<{ readonly Code: { readonly S3Key: string } }>('AWS::Lambda::Function');
    // CDK hashes the given hash again.
    const keyOf = (name: string) => {
      const digest = bundleDigest(fileURLToPath(new URL(`../../dist/${name}`, import.meta.url)));
      return `${createHash('sha256').update(digest).digest('hex')}.zip`;
    };
    expect(code.ApiFunction?.Code.S3Key).toBe(keyOf('api'));
    expect(code.MonthlyFunction?.Code.S3Key).toBe(keyOf('monthly'));
  });

  it('run on x86_64 where it is asked for', () => {
    const all = Object.values(functions({ architecture: 'x86_64' }));
    expect(all.map(({ Architectures }) => Architectures)).toEqual([['x86_64'], ['x86_64']]);
  });

  it('call an AWS of one’s own only where one is named', () => {
    const endpoints = (context: Context) =>
      Object.values(functions(context)).map(({ Environment }) => Environment.Variables.AWS_ENDPOINT_URL);
    expect(endpoints({})).toEqual([undefined, undefined]);
    const endpoint = 'http://host.docker.internal:5000';
    expect(endpoints({ endpoint })).toEqual([endpoint, endpoint]);
  });
});

describe('the API', () => {
  it('asks for AWS credentials unless something else is asked for by name', () => {
    expect(onlyOf('AWS::ApiGatewayV2::Route')).toMatchObject({ RouteKey: '$default', AuthorizationType: 'AWS_IAM' });
    expect(onlyOf('AWS::ApiGatewayV2::Route', { access: 'none' })).toMatchObject({ AuthorizationType: 'NONE' });
  });

  it('takes tokens of an issuer for an audience', () => {
    const context = { access: 'jwt', issuer: 'https://login.example/', audience: 'briefing,other' };
    expect(onlyOf('AWS::ApiGatewayV2::Route', context)).toMatchObject({ AuthorizationType: 'JWT' });
    expect(onlyOf('AWS::ApiGatewayV2::Authorizer', context)).toMatchObject({
      JwtConfiguration: { Issuer: 'https://login.example/', Audience: ['briefing', 'other'] },
    });
  });

  it('hands every request to the api function', () => {
    const { IntegrationUri: uri, ...integration } = onlyOf<Readonly<Record<string, unknown>>>(
      'AWS::ApiGatewayV2::Integration',
    );
    expect(written(uri)).toBe('ApiFunction');
    expect(integration).toMatchObject({ IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' });
  });

  interface Stage {
    readonly DefaultRouteSettings: object;
    readonly AccessLogSettings: { readonly DestinationArn: unknown; readonly Format: string };
  }

  it('is throttled, and more so where everyone may ask', () => {
    const throttleOf = (context: Context) => onlyOf<Stage>('AWS::ApiGatewayV2::Stage', context).DefaultRouteSettings;
    expect(throttleOf({})).toEqual({ ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 });
    expect(throttleOf({ access: 'none' })).toEqual({ ThrottlingRateLimit: 5, ThrottlingBurstLimit: 20 });
  });

  // Only API Gateway writes the log. These are the variables of HTTP APIs, not those of REST APIs.
  it('logs as JSON who asked for what, what was answered, and why not', () => {
    const { AccessLogSettings: log } = onlyOf<Stage>('AWS::ApiGatewayV2::Stage');
    expect(written(log.DestinationArn)).toBe('ApiAccessLog');
    const variables = JSON.parse(log.Format) as Readonly<Record<string, string>>;
    expect(Object.values(variables).map((variable) => variable.replace('$context.', ''))).toEqual([
      ...['requestId', 'requestTime', 'identity.sourceIp', 'httpMethod', 'path', 'status', 'responseLength'],
      ...['responseLatency', 'identity.userAgent', 'identity.userArn', 'identity.caller', 'authorizer.claims.sub'],
      ...['error.message', 'authorizer.error', 'integrationErrorMessage'],
    ]);
  });

  it('logs no query, in which a token could stand', () => {
    const { AccessLogSettings: log } = onlyOf<Stage>('AWS::ApiGatewayV2::Stage');
    expect(log.Format).not.toMatch(/query|authorizer\.token|header/i);
  });
});

const told = (context: Context = {}) => {
  const outputs = templateWith(context).findOutputs('*', Match.anyValue());
  return Object.fromEntries(Object.entries(outputs).map(([name, { Value }]) => [name, written(Value)]));
};

it('the stack tells every name that its operator needs', () => {
  expect(told()).toEqual({
    ApiUrl: 'https://ApiHttpApi.execute-api.Region.URLSuffix',
    BucketName: 'StoreBucket',
    ApiFunctionName: 'ApiFunction',
    MonthlyFunctionName: 'MonthlyFunction',
    BackfillArn: 'BackfillStateMachine',
    DeadLettersUrl: 'MonthlyDeadLetters',
    DashboardName: 'Briefing-Region',
    OperatorsTopicArn: 'NotificationsOperators',
    ReadersTopicArn: 'NotificationsReaders',
    ApiLogName: 'ApiFunctionLog',
    MonthlyLogName: 'MonthlyFunctionLog',
    AccessLogName: 'ApiAccessLog',
    BackfillLogName: 'BackfillLog',
    ReaderPolicyArn: 'PoliciesReader',
    EditorPolicyArn: 'PoliciesEditor',
    OperatorPolicyArn: 'PoliciesOperator',
  });
});

it('the address of the API ends without a slash: what is asked for begins with one', () => {
  expect(told().ApiUrl).not.toMatch(/\/$/);
});

describe('two stacks', () => {
  const naming = /^((Alarm|Bucket|Dashboard|Function|LogGroup|ManagedPolicy|Queue|Role|StateMachine|Topic)Name|Name)$/;

  /** All names that the template chooses, by their place. AWS refuses a second resource with such a name. */
  function ownNames(context: Context): readonly string[] {
    const { Resources: resources } = templateWith(context).toJSON() as {
      readonly Resources: Readonly<Record<string, { readonly Properties?: Readonly<Record<string, unknown>> }>>;
    };
    return Object.values(resources).flatMap(({ Properties: properties = {} }) =>
      Object.entries(properties)
        .filter(([name]) => naming.test(name))
        .filter(([, value]) => typeof value === 'string' || JSON.stringify(value).includes('Fn::Join'))
        .map(([, value]) => written(value)),
    );
  }

  it('stand side by side in an account and region: no name of one is one of the other', () => {
    const [one, other] = [ownNames({}), ownNames({ name: 'Second' })];
    expect(one).toContain('Briefing-Region');
    expect(one.filter((name) => other.includes(name))).toEqual([]);
    expect(stackWith({ name: 'Second' }).stackName).toBe('Second');
  });

  it('of one name stand in two regions: the dashboards of an account, which have no region, are told apart', () => {
    const { DashboardName: name } = onlyOf<{ readonly DashboardName: unknown }>('AWS::CloudWatch::Dashboard');
    expect(written(name)).toBe('Briefing-Region');
  });
});

it('the stack is not deleted by one command, unless the operator says so', () => {
  expect(stackWith().terminationProtection).toBe(true);
  expect(stackWith({ protection: 'off' }).terminationProtection).toBe(false);
});

it('all that the stack makes has tags by which a bill is told apart', () => {
  expect(stackWith().tags.tagValues()).toEqual({ project: 'gomel-briefing', stack: 'Briefing' });
});

it('the stack is synthesised only while cdk-nag finds nothing that is not defended', () => {
  const synthesise = (stack: Stack) => (stack.node.root as App).synth();
  for (const context of [{}, { concurrency: '20' }, { access: 'none' }, { bucket: 'earlier-briefings' }]) {
    expect(() => synthesise(stackWith(context))).not.toThrow();
  }
  const worse = stackWith();
  new Queue(worse, 'WithoutTls');
  expect(() => synthesise(worse)).toThrow('AwsSolutions-SQS4');
});

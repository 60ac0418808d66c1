import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { App, Stack } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { type HttpApi, HttpNoneAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUrlIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
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
  it('outlive the stack with their policies, but a failed first creation leaves none behind', () => {
    const kept = ['RetainExceptOnCreate', 'Retain'];
    expect(fatesOf('AWS::S3::Bucket')).toEqual({ StoreBucket: kept, StoreAccessLogs: kept });
    expect(fatesOf('AWS::S3::BucketPolicy')).toEqual({ StoreBucketPolicy: kept, StoreAccessLogsPolicy: kept });
  });

  it('are not created when the operator names an existing bucket, which then has briefings and data', () => {
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

  it('of the briefings keeps versions and logs access', () => {
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
  ])(
    'keep logs and noncurrent versions for the days in the settings, shares for 400, and briefings forever: %o',
    (context, days) => {
      const buckets = propertiesOf<{ LifecycleConfiguration: { Rules: readonly object[] } }>(
        'AWS::S3::Bucket',
        context as Context,
      );
      expect(buckets.StoreBucket?.LifecycleConfiguration.Rules).toEqual([
        { NoncurrentVersionExpiration: { NoncurrentDays: days }, Status: 'Enabled' },
        { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }, Status: 'Enabled' },
        { ExpirationInDays: 400, Prefix: 'shares/', Status: 'Enabled' },
      ]);
      expect(buckets.StoreAccessLogs?.LifecycleConfiguration.Rules).toEqual([
        { ExpirationInDays: days, Status: 'Enabled' },
      ]);
      const logs = propertiesOf<{ RetentionInDays: number }>('AWS::Logs::LogGroup', context as Context);
      expect(Object.entries(logs).map(([name, log]) => [name, log.RetentionInDays])).toEqual([
        ['ApiFunctionLog', days],
        ['MonthlyFunctionLog', days],
        ['PublicFunctionLog', days],
        ['SharesAccessLog', days],
        ['ApiAccessLog', days],
        ['BackfillLog', days],
      ]);
    },
  );
});

describe('the logs', () => {
  it('are deleted with the stack, except the access logs of the APIs', () => {
    const gone = ['Delete', 'Delete'];
    const kept = ['RetainExceptOnCreate', 'Retain'];
    expect(fatesOf('AWS::Logs::LogGroup')).toEqual({
      ApiFunctionLog: gone,
      MonthlyFunctionLog: gone,
      PublicFunctionLog: gone,
      ApiAccessLog: kept,
      SharesAccessLog: kept,
      BackfillLog: gone,
    });
  });

  // Step Functions lists each log group in a resource policy of the account, which is limited to 5,120 characters.
  // Groups under /aws/vendedlogs are not listed.
  it('of the backfill shares a statement with others and has a name that no other stack has', () => {
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
    ['PublicFunction', 28],
  ])('%s runs on Node 24 for %i seconds at most, logs its duration, and is traced', (name, seconds) => {
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
  it('reserve no concurrency unless the operator sets it', () => {
    const reserved = (context: Context) =>
      Object.values(propertiesOf<{ ReservedConcurrentExecutions?: number }>('AWS::Lambda::Function', context)).map(
        ({ ReservedConcurrentExecutions: count }) => count,
      );
    expect(reserved({})).toEqual([undefined, undefined, undefined]);
    expect(reserved({ concurrency: '0' })).toEqual([undefined, undefined, undefined]);
    expect(reserved({ concurrency: '20' })).toEqual([20, 8, undefined]);
  });

  it('have a heap of 90 % of the memory, as Lambda sets without flags', () => {
    const flags = functions().ApiFunction?.Environment.Variables.NODE_OPTIONS;
    expect(Number(/--max-old-space-size=(\d+)/.exec(String(flags))?.[1])).toBe(Math.floor(1769 * 0.9));
  });

  it('get the settings that they need', () => {
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
    const SHARE_ADDRESS = 'https://SharesHttpApi.execute-api.Region.URLSuffix';
    const SCHEDULE = '0 8 1 * ? *';
    const each = {
      BUCKET: 'StoreBucket',
      POWERTOOLS_SERVICE_NAME: 'Briefing',
      NODE_OPTIONS: '--max-semi-space-size=4 --max-old-space-size=1592 --v8-pool-size=1',
    };
    expect(Object.fromEntries(known)).toEqual({
      ApiFunction: { ...each, LINK_ROLE_ARN: 'StoreLinkSigner', SHARE_ADDRESS },
      PublicFunction: { ...each, LINK_ROLE_ARN: 'StoreLinkSigner', SHARE_ADDRESS, SCHEDULE },
      MonthlyFunction: {
        ...each,
        SHARE_ADDRESS,
        SHARE_DAYS: '180',
        TOPIC_ARN: 'NotificationsReaders',
        API_ADDRESS: 'https://ApiHttpApi.execute-api.Region.URLSuffix',
        SCHEDULE,
      },
    });
  });

  it('are updated when the digest of their bundle changes, and not with each build', () => {
    const code = propertiesOf<{ readonly Code: { readonly S3Key: string } }>('AWS::Lambda::Function');
    // CDK hashes the given hash again.
    const keyOf = (name: string) => {
      const digest = bundleDigest(fileURLToPath(new URL(`../../dist/${name}`, import.meta.url)));
      return `${createHash('sha256').update(digest).digest('hex')}.zip`;
    };
    expect(code.ApiFunction?.Code.S3Key).toBe(keyOf('api'));
    expect(code.MonthlyFunction?.Code.S3Key).toBe(keyOf('monthly'));
    expect(code.PublicFunction?.Code.S3Key).toBe(keyOf('public'));
  });

  it('run on x86_64 when it is set', () => {
    const all = Object.values(functions({ architecture: 'x86_64' }));
    expect(all.map(({ Architectures }) => Architectures)).toEqual([['x86_64'], ['x86_64'], ['x86_64']]);
  });

  it('call a custom endpoint only when one is set', () => {
    const endpoints = (context: Context) =>
      Object.values(functions(context)).map(({ Environment }) => Environment.Variables.AWS_ENDPOINT_URL);
    expect(endpoints({})).toEqual([undefined, undefined, undefined]);
    const endpoint = 'http://host.docker.internal:5000';
    expect(endpoints({ endpoint })).toEqual([endpoint, endpoint, endpoint]);
  });
});

/** The properties of the only resource of a kind that belongs to an API: the protected one, or that of the shares. */
function ofApi<T>(kind: 'Route' | 'Integration' | 'Stage', context: Context = {}, api = 'ApiHttpApi'): T {
  const all = propertiesOf<T & { readonly ApiId: unknown }>(`AWS::ApiGatewayV2::${kind}`, context);
  const [only, ...more] = Object.values(all).filter(({ ApiId }) => written(ApiId) === api);
  if (!only || more.length > 0) throw new Error(`${api} has not one ${kind}`);
  return only;
}

describe('the API', () => {
  it('requires AWS credentials unless another access is set', () => {
    expect(ofApi('Route')).toMatchObject({ RouteKey: '$default', AuthorizationType: 'AWS_IAM' });
    expect(ofApi('Route', { access: 'none' })).toMatchObject({ AuthorizationType: 'NONE' });
  });

  it('accepts tokens of an issuer for an audience', () => {
    const context = { access: 'jwt', issuer: 'https://login.example/', audience: 'briefing,other' };
    expect(ofApi('Route', context)).toMatchObject({ AuthorizationType: 'JWT' });
    expect(onlyOf('AWS::ApiGatewayV2::Authorizer', context)).toMatchObject({
      JwtConfiguration: { Issuer: 'https://login.example/', Audience: ['briefing', 'other'] },
    });
  });

  it('passes every request to the API function', () => {
    const { IntegrationUri: uri, ...integration } = ofApi<Readonly<Record<string, unknown>>>('Integration');
    expect(written(uri)).toBe('ApiFunction');
    expect(integration).toMatchObject({ IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' });
  });

  interface Stage {
    readonly DefaultRouteSettings: object;
    readonly AccessLogSettings: { readonly DestinationArn: unknown; readonly Format: string };
  }

  it('is throttled, and more strictly with open access', () => {
    const throttleOf = (context: Context) => ofApi<Stage>('Stage', context).DefaultRouteSettings;
    expect(throttleOf({})).toEqual({ ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 });
    expect(throttleOf({ access: 'none' })).toEqual({ ThrottlingRateLimit: 5, ThrottlingBurstLimit: 20 });
  });

  // Only API Gateway writes the log. These are the variables of HTTP APIs, not those of REST APIs.
  it('logs as JSON the caller, the request, the answer and the reason of a failure', () => {
    const { AccessLogSettings: log } = ofApi<Stage>('Stage');
    expect(written(log.DestinationArn)).toBe('ApiAccessLog');
    const variables = JSON.parse(log.Format) as Readonly<Record<string, string>>;
    expect(Object.values(variables).map((variable) => variable.replace('$context.', ''))).toEqual([
      ...['requestId', 'requestTime', 'identity.sourceIp', 'httpMethod', 'path', 'status', 'responseLength'],
      ...['responseLatency', 'identity.userAgent', 'identity.userArn', 'identity.caller', 'authorizer.claims.sub'],
      ...['error.message', 'authorizer.error', 'integrationErrorMessage'],
    ]);
  });

  it('logs no query, which could contain a token', () => {
    const { AccessLogSettings: log } = ofApi<Stage>('Stage');
    expect(log.Format).not.toMatch(/query|authorizer\.token|header/i);
  });
});

describe('the public API of shares', () => {
  interface Route {
    readonly ApiId: unknown;
    readonly RouteKey: string;
    readonly AuthorizationType?: string;
  }

  /** The routes that anyone may call. */
  const publicRoutes = (context: Context) =>
    Object.values(propertiesOf<Route>('AWS::ApiGatewayV2::Route', context))
      .filter(({ AuthorizationType: type }) => type === undefined || type === 'NONE')
      .map(({ ApiId, RouteKey }) => `${written(ApiId)} ${RouteKey}`);

  it('is all that anyone may call: what lies below /s/', () => {
    const jwt = { access: 'jwt', issuer: 'https://login.example/', audience: 'briefing,other' };
    for (const context of [{}, jwt]) expect(publicRoutes(context)).toEqual(['SharesHttpApi ANY /s/{proxy+}']);
  });

  it.each(['Api', 'Shares'])('stays all: one more public route of %s stops the synthesis', (name) => {
    const worse = stackWith();
    const httpApi = worse.node.findChild(name).node.findChild('HttpApi') as HttpApi;
    const integration = new HttpUrlIntegration('Elsewhere', 'https://elsewhere.example');
    httpApi.addRoutes({ path: '/files/{sha256}', integration, authorizer: new HttpNoneAuthorizer() });
    expect(() => (worse.node.root as App).synth()).toThrow('AwsSolutions-APIG4');
  });

  it('calls the public function, with a throttle of its own', () => {
    const { IntegrationUri: uri } = ofApi<{ IntegrationUri: unknown }>('Integration', {}, 'SharesHttpApi');
    expect(written(uri)).toBe('PublicFunction');
    const { DefaultRouteSettings: throttle } = ofApi<{ DefaultRouteSettings: object }>('Stage', {}, 'SharesHttpApi');
    expect(throttle).toEqual({ ThrottlingRateLimit: 10, ThrottlingBurstLimit: 40 });
  });

  // Only API Gateway writes the log. The path of a share has its token in it.
  it('logs the route in place of the path, and nothing else that has a token', () => {
    const { AccessLogSettings: log } = ofApi<{ AccessLogSettings: { DestinationArn: unknown; Format: string } }>(
      'Stage',
      {},
      'SharesHttpApi',
    );
    expect(written(log.DestinationArn)).toBe('SharesAccessLog');
    const variables = Object.values(JSON.parse(log.Format) as Readonly<Record<string, string>>);
    expect(variables.map((variable) => variable.replace('$context.', ''))).toEqual([
      ...['requestId', 'requestTime', 'identity.sourceIp', 'httpMethod', 'routeKey', 'status', 'responseLength'],
      ...['responseLatency', 'identity.userAgent', 'error.message', 'integrationErrorMessage'],
    ]);
  });
});

const outputsOf = (context: Context = {}) => {
  const outputs = templateWith(context).findOutputs('*', Match.anyValue());
  return Object.fromEntries(Object.entries(outputs).map(([name, { Value }]) => [name, written(Value)]));
};

it('the stack outputs every name that its operator needs', () => {
  expect(outputsOf()).toEqual({
    ApiUrl: 'https://ApiHttpApi.execute-api.Region.URLSuffix',
    ShareUrl: 'https://SharesHttpApi.execute-api.Region.URLSuffix',
    BucketName: 'StoreBucket',
    ApiFunctionName: 'ApiFunction',
    PublicFunctionName: 'PublicFunction',
    MonthlyFunctionName: 'MonthlyFunction',
    BackfillArn: 'BackfillStateMachine',
    DeadLettersUrl: 'MonthlyDeadLetters',
    DashboardName: 'Briefing-Region',
    OperatorsTopicArn: 'NotificationsOperators',
    ReadersTopicArn: 'NotificationsReaders',
    ApiLogName: 'ApiFunctionLog',
    MonthlyLogName: 'MonthlyFunctionLog',
    PublicLogName: 'PublicFunctionLog',
    AccessLogName: 'ApiAccessLog',
    ShareAccessLogName: 'SharesAccessLog',
    BackfillLogName: 'BackfillLog',
    ReaderPolicyArn: 'PoliciesReader',
    EditorPolicyArn: 'PoliciesEditor',
    OperatorPolicyArn: 'PoliciesOperator',
  });
});

it('the address of the API has no slash at its end, because paths begin with one', () => {
  expect(outputsOf().ApiUrl).not.toMatch(/\/$/);
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

  it('share no name in an account and region', () => {
    const [one, other] = [ownNames({}), ownNames({ name: 'Second' })];
    expect(one).toContain('Briefing-Region');
    expect(one.filter((name) => other.includes(name))).toEqual([]);
    expect(stackWith({ name: 'Second' }).stackName).toBe('Second');
  });

  it('of one name in two regions have different dashboards, which belong to the whole account', () => {
    const { DashboardName: name } = onlyOf<{ readonly DashboardName: unknown }>('AWS::CloudWatch::Dashboard');
    expect(written(name)).toBe('Briefing-Region');
  });
});

it('the stack has termination protection unless the operator turns it off', () => {
  expect(stackWith().terminationProtection).toBe(true);
  expect(stackWith({ protection: 'off' }).terminationProtection).toBe(false);
});

it('all resources of the stack have tags by which the bill can be split', () => {
  expect(stackWith().tags.tagValues()).toEqual({ project: 'gomel-briefing', stack: 'Briefing' });
});

it('the synthesis fails if cdk-nag has a finding that is not acknowledged', () => {
  const mailing = { sender: 'briefing@example.org', readers: 'ru:a@example.org' };
  const synthesise = (stack: Stack) => (stack.node.root as App).synth();
  for (const context of [{}, { concurrency: '20' }, { access: 'none' }, { bucket: 'earlier-briefings' }, mailing]) {
    expect(() => synthesise(stackWith(context))).not.toThrow();
  }
  const worse = stackWith();
  new Queue(worse, 'WithoutTls');
  expect(() => synthesise(worse)).toThrow('AwsSolutions-SQS4');
});

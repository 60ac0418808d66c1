import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { App, Stack } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { bundleDigest } from '../../lib/bundle-digest.ts';
import { beforeTemplates, type Context, onlyOf, propertiesOf, stackWith, templateWith, written } from './templates.ts';

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
      const buckets = templateWith().findResources('AWS::S3::Bucket');
      const [, bucket] = Object.entries(buckets).find(([id]) => id.startsWith(name)) ?? [];
      expect(bucket).toMatchObject({
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: {
          PublicAccessBlockConfiguration: isPrivate,
          OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
          BucketEncryption: {
            ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
          },
        },
      });
    },
  );

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
    expect(propertiesOf('AWS::Logs::LogGroup', context as Context)).toEqual({
      ApiFunctionLog: { RetentionInDays: days },
      MonthlyFunctionLog: { RetentionInDays: days },
      ApiAccessLog: { RetentionInDays: days },
      BackfillLog: { RetentionInDays: days },
    });
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
    ['ApiFunction', { Timeout: 28, ReservedConcurrentExecutions: 20 }],
    ['MonthlyFunction', { Timeout: 120, ReservedConcurrentExecutions: 8 }],
  ])('%s runs on Node 24, answers so many calls at once and no more, and is traced', (name, limits) => {
    expect(functions()[name]).toMatchObject({
      ...limits,
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: 1769,
      TracingConfig: { Mode: 'Active' },
      LoggingConfig: { LogFormat: 'JSON', ApplicationLogLevel: 'INFO', SystemLogLevel: 'WARN' },
    });
    expect(written(functions()[name]?.LoggingConfig.LogGroup)).toBe(`${name}Log`);
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
      NODE_OPTIONS: '--max-semi-space-size=4 --v8-pool-size=1',
    };
    expect(Object.fromEntries(known)).toEqual({
      ApiFunction: { ...both, LINK_ROLE_ARN: 'StoreLinkSigner' },
      MonthlyFunction: {
        ...both,
        TOPIC_ARN: 'NotificationsTopic',
        API_ADDRESS: 'https://ApiHttpApi.execute-api.Region.URLSuffix/',
      },
    });
  });

  it('are deployed anew when their bundle has another digest, and not with each build', () => {
    const code = propertiesOf<{ readonly Code: { readonly S3Key: string } }>('AWS::Lambda::Function');
    // CDK hashes what it is told once more.
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

  it('is throttled, and logs who asked for what and what was answered', () => {
    const { DefaultRouteSettings: throttle, AccessLogSettings: log } = onlyOf<{
      readonly DefaultRouteSettings: object;
      readonly AccessLogSettings: { readonly DestinationArn: unknown; readonly Format: string };
    }>('AWS::ApiGatewayV2::Stage');
    expect(throttle).toEqual({ ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 });
    expect(written(log.DestinationArn)).toBe('ApiAccessLog');
    for (const part of ['identity.sourceIp', 'httpMethod', 'status', 'requestId']) {
      expect(log.Format).toContain(`$context.${part}`);
    }
  });
});

it('the stack tells what its operator needs', () => {
  const outputs = templateWith().findOutputs('*', Match.anyValue());
  expect(Object.fromEntries(Object.entries(outputs).map(([name, { Value }]) => [name, written(Value)]))).toEqual({
    ApiUrl: 'https://ApiHttpApi.execute-api.Region.URLSuffix/',
    BucketName: 'StoreBucket',
    MonthlyFunctionName: 'MonthlyFunction',
    BackfillArn: 'BackfillStateMachine',
  });
});

it('the stack is synthesised only while cdk-nag finds nothing that is not defended', () => {
  const synthesise = (stack: Stack) => (stack.node.root as App).synth();
  expect(() => synthesise(stackWith())).not.toThrow();
  const worse = stackWith();
  new Queue(worse, 'WithoutTls');
  expect(() => synthesise(worse)).toThrow('AwsSolutions-SQS4');
});

import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bundleDigest } from '../../lib/bundle-digest.ts';
import { beforeTemplates, type Context, fatesOf, propertiesOf, templateWith, written } from './templates.ts';

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

import { fileURLToPath } from 'node:url';
import { AssetHashType, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Policy, type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  type Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { bundleDigest } from './bundle-digest.ts';

/** Where the bundles are built. */
const bundles = fileURLToPath(new URL('../dist', import.meta.url));

/** Properties of a function. */
export interface BriefingFunctionProps {
  /** The folder of its bundle in `dist`. */
  readonly code: 'api' | 'monthly';
  readonly architecture: Architecture;
  readonly retention: RetentionDays;
  /**
   * How many calls it answers at once: no more are paid for, and none are taken from it by other functions. Null reserves
   * none, for a new account has none to reserve.
   */
  readonly concurrency: number | null;
  /** The AWS that it calls; null for the real one. */
  readonly endpoint: string | null;
  /** @default 28: within the 30 seconds of an HTTP API */
  readonly timeoutSeconds?: number;
}

/** The cheapest size for the measured render (README, Cost): more memory buys a faster processor until here. In MB. */
const memorySize = 1769;

/**
 * Flags of Node. The young generation of the heap in MB: with twice as much a warm print is a twentieth faster and a cold
 * start no faster, and Lambda's own choice, a twentieth of the memory, keeps hundreds of megabytes that are never looked
 * at again. Lambda gives the old generation nine tenths of the memory, but not where flags are set: then V8 takes half. One
 * helper of V8: there is one processor, which four would share.
 */
const nodeOptions = [
  '--max-semi-space-size=4',
  `--max-old-space-size=${Math.floor(memorySize * 0.9)}`,
  '--v8-pool-size=1',
];

/** A function that works with briefings: its bundle, a role with nothing but what is granted to it, and its log. */
export class BriefingFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly log: LogGroup;
  readonly role: Role;
  readonly policy: Policy;

  constructor(scope: Construct, id: string, props: BriefingFunctionProps) {
    super(scope, id);
    const { code, architecture, retention, concurrency, endpoint, timeoutSeconds = 28 } = props;
    const bundle = `${bundles}/${code}`;
    this.log = new LogGroup(this, 'Log', { retention, removalPolicy: RemovalPolicy.DESTROY });
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    this.log.grantWrite(this.role);
    this.policy = new Policy(this, 'Policy', { roles: [this.role] });
    this.lambda = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture,
      handler: 'index.handler',
      // By their bytes the bundles of two builds differ, and each deployment would update the functions for nothing.
      code: Code.fromAsset(bundle, { assetHashType: AssetHashType.CUSTOM, assetHash: bundleDigest(bundle) }),
      memorySize,
      timeout: Duration.seconds(timeoutSeconds),
      ...(concurrency === null ? {} : { reservedConcurrentExecutions: concurrency }),
      role: this.role,
      logGroup: this.log,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      // With the line at the end of each call: how long it took, and how much memory.
      systemLogLevelV2: SystemLogLevel.INFO,
      tracing: Tracing.ACTIVE,
      environment: {
        POWERTOOLS_SERVICE_NAME: Stack.of(this).stackName,
        NODE_OPTIONS: nodeOptions.join(' '),
        ...(endpoint === null ? {} : { AWS_ENDPOINT_URL: endpoint }),
      },
    });
    Validations.of(this.role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray takes traces for no named resource.',
    });
  }

  /** Adds to what the function may do. */
  allow(...statements: readonly PolicyStatement[]): void {
    this.policy.addStatements(...statements);
  }
}

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

/** The folder of the built bundles. */
const bundles = fileURLToPath(new URL('../dist', import.meta.url));

/** Properties of a function. */
export interface BriefingFunctionProps {
  /** The folder of its bundle in `dist`. */
  readonly code: 'api' | 'monthly' | 'public';
  readonly architecture: Architecture;
  readonly retention: RetentionDays;
  /**
   * Reserved concurrency: the most calls that run at once, kept free for this function. Null reserves none, because a
   * new account has none to reserve.
   */
  readonly concurrency: number | null;
  /** The address of the AWS services that it calls; null for the real ones. */
  readonly endpoint: string | null;
  /** @default 28: within the 30 seconds of an HTTP API */
  readonly timeoutSeconds?: number;
}

/** Memory in MB. A render is cheapest at this size: up to here more memory gives a faster processor (README, Cost). */
const memorySize = 1769;

/**
 * Flags of Node.
 * Young generation of the heap, in MB: twice as much makes a warm render only 5 % faster and a cold start no faster.
 * Lambda's own choice, 5 % of the memory, keeps hundreds of MB that are never used again.
 * Old generation: Lambda sets it to 90 % of the memory, but not when flags are set; then V8 takes half.
 * V8 threads: one, because the function has one processor.
 */
const nodeOptions = [
  '--max-semi-space-size=4',
  `--max-old-space-size=${Math.floor(memorySize * 0.9)}`,
  '--v8-pool-size=1',
];

/**
 * A function that works with briefings: its bundle, a role that has only the permissions granted to it, and its log.
 */
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
      // Two builds of the same sources differ in bytes. A hash of the bytes would update the functions with every
      // deployment.
      code: Code.fromAsset(bundle, { assetHashType: AssetHashType.CUSTOM, assetHash: bundleDigest(bundle) }),
      memorySize,
      timeout: Duration.seconds(timeoutSeconds),
      ...(concurrency === null ? {} : { reservedConcurrentExecutions: concurrency }),
      role: this.role,
      logGroup: this.log,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      // The log includes the report line that Lambda writes after each call, with its duration and memory.
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

  /** Adds permissions to the role of the function. */
  allow(...statements: readonly PolicyStatement[]): void {
    this.policy.addStatements(...statements);
  }
}

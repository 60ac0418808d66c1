import { ArnFormat, Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { type ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  DefinitionBody,
  DistributedMap,
  JitterType,
  JsonPath,
  LogLevel,
  OutputType,
  Pass,
  ResultWriterV2,
  StateMachine,
  StateMachineType,
  TaskInput,
  Transformation,
  WriterConfig,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import { acknowledgeWildcards } from './acknowledge-wildcards.ts';
import type { BriefingFunction } from './briefing-function.ts';
import type { BriefingStore } from './briefing-store.ts';

/** Properties of the backfill. */
export interface BackfillProps {
  /** Makes one briefing for an event `{ task: 'briefing', edition, language }`. */
  readonly worker: BriefingFunction;
  /** Takes the results. */
  readonly store: BriefingStore;
  readonly retention: RetentionDays;
}

/** The folder of the results in the bucket. */
const results = 'backfills';

/** The label of the map. AWS puts it into the names of the child executions. */
const label = 'EveryBriefing';

/** How many briefings are made at a time. The monthly schedule needs the rest of the worker's concurrency. */
const atOnce = 5;

/** Writes results under their own prefix only. CDK's `ResultWriterV2` would be allowed to overwrite every briefing. */
class PrefixedResults extends ResultWriterV2 {
  override providePolicyStatements(): PolicyStatement[] {
    return super.providePolicyStatements().map((statement) => {
      const resources = statement.resources.map((resource) => resource.replace(/\*$/, `${results}/*`));
      return statement.copy({ resources });
    });
  }
}

/**
 * Makes many briefings, for example after a change of brand or template: a Distributed Map over `{ items: [{ edition,
 * language }] }`. Briefings that exist are not made again, so a second run completes one that was stopped. A briefing
 * that fails three times is listed in the results and does not stop the others.
 */
export class Backfill extends Construct {
  readonly stateMachine: StateMachine;
  readonly log: LogGroup;
  private readonly store: BriefingStore;

  constructor(scope: Construct, id: string, { worker, store, retention }: BackfillProps) {
    super(scope, id);
    this.store = store;
    this.log = new LogGroup(this, 'Log', {
      logGroupName: this.logName(),
      retention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.stateMachine = new StateMachine(this, 'StateMachine', {
      definitionBody: DefinitionBody.fromChainable(this.everyItem(worker, store)),
      logs: { destination: this.log, level: LogLevel.ALL, includeExecutionData: true },
      tracingEnabled: true,
      timeout: Duration.hours(12),
    });
    this.acknowledgeWildcards(worker);
  }

  /**
   * Log groups with this prefix share one statement of the account's resource policy, which is limited to 5,120
   * characters. The suffix comes from the id of the stack, so a stack that replaces another of the same name gets a new
   * log group.
   */
  private logName(): string {
    const { stackName, stackId } = Stack.of(this);
    const unique = Fn.select(0, Fn.split('-', Fn.select(2, Fn.split('/', stackId))));
    return `/aws/vendedlogs/states/${stackName}-backfill-${unique}`;
  }

  private everyItem(worker: BriefingFunction, store: BriefingStore): DistributedMap {
    const noted = new Pass(this, 'NoteFailure', {
      parameters: {
        'edition.$': '$.edition',
        'language.$': '$.language',
        outcome: 'failed',
        'error.$': '$.failure.Cause',
      },
    });
    const made = new LambdaInvoke(this, 'MakeBriefing', {
      lambdaFunction: worker.lambda,
      payload: TaskInput.fromObject({
        task: 'briefing',
        edition: JsonPath.stringAt('$.edition'),
        language: JsonPath.stringAt('$.language'),
      }),
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    made.addRetry({
      errors: ['States.ALL'],
      interval: Duration.seconds(2),
      maxAttempts: 3,
      backoffRate: 2,
      jitterStrategy: JitterType.FULL,
    });
    made.addCatch(noted, { resultPath: '$.failure' });
    const map = new DistributedMap(this, 'EveryBriefing', {
      label,
      itemsPath: JsonPath.stringAt('$.items'),
      maxConcurrency: atOnce,
      toleratedFailurePercentage: 100,
      mapExecutionType: StateMachineType.EXPRESS,
      resultWriterV2: new PrefixedResults({
        bucket: store.bucket,
        prefix: results,
        writerConfig: new WriterConfig({ transformation: Transformation.COMPACT, outputType: OutputType.JSON }),
      }),
    });
    return map.itemProcessor(made);
  }

  /** Gives the reason for each wildcard in the permissions that CDK gives the state machine. */
  private acknowledgeWildcards(worker: BriefingFunction): void {
    const { stateMachineArn } = this.stateMachine;
    // CDK derives the name of the state machine from its ARN.
    const { resourceName = '' } = Stack.of(this).splitArn(stateMachineArn, ArnFormat.COLON_RESOURCE_NAME);
    const { executions } = this.arnsOf(resourceName);
    const { bucketName: resource } = this.store.bucket;
    const place = { service: 's3', region: '', account: '', resource, resourceName: `${results}/*` };
    acknowledgeWildcards(this.stateMachine, {
      [`${worker.lambda.functionArn}:*`]: 'Versions and aliases of the one function that makes briefings.',
      [Stack.of(this).formatArn(place)]: 'Step Functions names its results; they stand behind this prefix.',
      [executions]: 'Executions of this state machine have names that Step Functions chooses.',
      [executions.replace(/:\*$/, `/${label}:*`)]: 'Runs of its map have names that Step Functions chooses.',
      '*': 'X-Ray and the delivery of logs take no named resource.',
    });
  }

  /** Lets people start and follow a run, and read its results. */
  allowRun(policy: ManagedPolicy): void {
    const { stateMachineArn, stateMachineName } = this.stateMachine;
    const { executions, maps, files } = this.arnsOf(stateMachineName);
    policy.addStatements(
      new PolicyStatement({ actions: ['states:StartExecution'], resources: [stateMachineArn] }),
      new PolicyStatement({ actions: ['states:DescribeExecution', 'states:ListMapRuns'], resources: [executions] }),
      new PolicyStatement({ actions: ['states:DescribeMapRun'], resources: [maps] }),
      new PolicyStatement({ actions: ['s3:GetObject'], resources: [files] }),
    );
    acknowledgeWildcards(policy, {
      [executions]: 'Executions of this state machine have names that Step Functions chooses.',
      [maps]: 'Runs of its map have names that Step Functions chooses.',
      [files]: 'Step Functions names its results; they stand behind this prefix.',
    });
  }

  /** Lets people find runs of others, see why one failed, and stop one. */
  allowLookAfter(policy: ManagedPolicy): void {
    const { stateMachineArn, stateMachineName } = this.stateMachine;
    const { executions } = this.arnsOf(stateMachineName);
    policy.addStatements(
      new PolicyStatement({
        actions: ['states:DescribeStateMachine', 'states:ListExecutions'],
        resources: [stateMachineArn],
      }),
      new PolicyStatement({ actions: ['states:GetExecutionHistory', 'states:StopExecution'], resources: [executions] }),
    );
  }

  /** The ARNs of executions and map runs, whose names Step Functions chooses, for a state machine of this name. */
  private arnsOf(name: string) {
    const of = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'states', resource, resourceName, arnFormat: ArnFormat.COLON_RESOURCE_NAME });
    return {
      executions: of('execution', `${name}:*`),
      maps: of('mapRun', `${name}/${label}:*`),
      files: this.store.bucket.arnForObjects(`${results}/*`),
    };
  }
}

import { type CfnElement, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
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

/** The name of the map in those of its executions. */
const label = 'EveryBriefing';

/** How many briefings are made at a time; the schedule of the month needs the rest of the worker's concurrency. */
const atOnce = 5;

/** Results that are written under their prefix: CDK's own would be allowed to write over every briefing. */
class PrefixedResults extends ResultWriterV2 {
  override providePolicyStatements(): PolicyStatement[] {
    return super.providePolicyStatements().map((statement) => {
      const resources = statement.resources.map((resource) => resource.replace(/\*$/, `${results}/*`));
      return statement.copy({ resources });
    });
  }
}

/**
 * Makes many briefings, for a new brand or a corrected template: a Distributed Map over `{ items: [{ edition,
 * language }] }`. What is there is not made again, so a run that was stopped is gone on with by another. A briefing
 * that fails three times is noted in the results and stops no other.
 */
export class Backfill extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { worker, store, retention }: BackfillProps) {
    super(scope, id);
    const log = new LogGroup(this, 'Log', { retention, removalPolicy: RemovalPolicy.DESTROY });
    this.stateMachine = new StateMachine(this, 'StateMachine', {
      definitionBody: DefinitionBody.fromChainable(this.everyItem(worker, store)),
      logs: { destination: log, level: LogLevel.ALL, includeExecutionData: true },
      tracingEnabled: true,
      timeout: Duration.hours(12),
    });
    this.acknowledgeWildcards(worker, store);
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
        bucket: store.bucket as IBucket,
        prefix: results,
        writerConfig: new WriterConfig({ transformation: Transformation.COMPACT, outputType: OutputType.JSON }),
      }),
    });
    return map.itemProcessor(made);
  }

  /** The wildcards of the permissions that CDK gives the state machine, each with what it is for. */
  private acknowledgeWildcards(worker: BriefingFunction, store: BriefingStore): void {
    const idOf = (construct: Construct) => Stack.of(this).getLogicalId(construct.node.defaultChild as CfnElement);
    const name = `{"Fn::Select":[6,{"Fn::Split":[":",{"Ref":"${idOf(this.stateMachine)}"}]}]}`;
    const executions = `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${name}`;
    const reasons: Readonly<Record<string, string>> = {
      [`<${idOf(worker.lambda)}.Arn>:*`]: 'Versions and aliases of the one function that makes briefings.',
      [`arn:<AWS::Partition>:s3:::<${idOf(store.bucket)}>/${results}/*`]:
        'Step Functions names its results; they stand behind this prefix.',
      [`${executions}:*`]: 'Executions of this state machine have names that Step Functions chooses.',
      [`${executions}/${label}:*`]: 'Runs of its map have names that Step Functions chooses.',
      '*': 'X-Ray and the delivery of logs take no named resource.',
    };
    for (const [resource, reason] of Object.entries(reasons)) {
      Validations.of(this.stateMachine).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason });
    }
  }
}

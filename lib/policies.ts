import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledgeWildcards } from './acknowledge-wildcards.ts';
import type { Backfill } from './backfill.ts';
import type { BriefingFunction } from './briefing-function.ts';
import type { BriefingStore } from './briefing-store.ts';

/** Properties of the policies. */
export interface PoliciesProps {
  readonly httpApi: HttpApi;
  readonly store: BriefingStore;
  readonly monthly: BriefingFunction;
  readonly backfill: Backfill;
  readonly deadLetters: Queue;
  readonly logs: readonly LogGroup[];
}

/** Managed policies to attach to users and roles. Each allows exactly what its work needs. */
export class Policies extends Construct {
  /** Finds briefings and gets links to them, with `access=iam`. */
  readonly reader: ManagedPolicy;
  /** Publishes data and rolls them back, has the editions that change made anew, makes briefings, and shares these. */
  readonly editor: ManagedPolicy;
  /** Runs the month and backfills, empties the dead-letter queue, reads logs, alarms and the dashboard. */
  readonly operator: ManagedPolicy;

  constructor(scope: Construct, id: string, props: PoliciesProps) {
    super(scope, id);
    const { httpApi, store, monthly, backfill, deadLetters, logs } = props;
    const calls = (...methods: readonly string[]) => methods.map((method) => this.callsOf(httpApi, method));
    const invoke = (resources: string[]) => new PolicyStatement({ actions: ['execute-api:Invoke'], resources });
    const [reading, making] = [calls('GET', 'HEAD', 'OPTIONS'), calls('POST', 'DELETE')];
    this.reader = new ManagedPolicy(this, 'Reader', {
      description: 'Finds briefings and gets links to them',
      statements: [invoke(reading)],
    });
    this.editor = new ManagedPolicy(this, 'Editor', {
      description: 'Publishes data, makes briefings of them, and shares these',
      statements: [invoke([...reading, ...making])],
    });
    store.allowEditor(this.editor);
    backfill.allowRun(this.editor);
    const groups = logs.map(({ logGroupArn }) => logGroupArn);
    this.operator = new ManagedPolicy(this, 'Operator', {
      description: 'Runs the month and backfills, and looks after them',
      statements: [
        new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [monthly.lambda.functionArn] }),
        new PolicyStatement({
          actions: ['sqs:GetQueueAttributes', 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:PurgeQueue'],
          resources: [deadLetters.queueArn],
        }),
        new PolicyStatement({ actions: ['logs:FilterLogEvents', 'logs:StartQuery'], resources: groups }),
        new PolicyStatement({ actions: ['cloudformation:DescribeStacks'], resources: [Stack.of(this).stackId] }),
        new PolicyStatement({
          actions: [
            ...[
              'logs:DescribeLogGroups',
              'logs:GetQueryResults',
              'cloudwatch:DescribeAlarms',
              'cloudwatch:GetMetricData',
            ],
            ...['cloudwatch:GetDashboard', 'cloudwatch:ListDashboards'],
          ],
          resources: ['*'],
        }),
      ],
    });
    backfill.allowRun(this.operator);
    backfill.allowLookAfter(this.operator);
    store.allowOperator(this.operator);
    const everyPath = 'The paths of an API have the names of editions in them.';
    acknowledgeWildcards(this.reader, Object.fromEntries(reading.map((call) => [call, everyPath])));
    acknowledgeWildcards(this.editor, Object.fromEntries([...reading, ...making].map((call) => [call, everyPath])));
    acknowledgeWildcards(this.operator, {
      ...Object.fromEntries(groups.map((group) => [group, 'The streams of a log group have names that AWS chooses.'])),
      '*': 'Lists of log groups, answers of queries, alarms and dashboards take no named resource.',
    });
  }

  private callsOf({ apiId }: HttpApi, method: string): string {
    const resourceName = `*/${method}/*`;
    return Stack.of(this).formatArn({
      service: 'execute-api',
      resource: apiId,
      resourceName,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
  }
}

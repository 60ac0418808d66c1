import { Duration, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  type IMetric,
  SingleValueWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { measured } from './metrics.ts';

/** Properties of the dashboard. */
export interface DashboardProps {
  readonly httpApi: HttpApi;
  readonly api: LambdaFunction;
  readonly monthly: LambdaFunction;
  readonly alarms: readonly Alarm[];
}

/** One page for the operator: current problems, the month, what was made, what is slow. */
export class Dashboard extends Construct {
  /**
   * The name of the dashboard. It includes the region because an account has one set of dashboard names for all
   * regions.
   */
  readonly name: string;

  constructor(scope: Construct, id: string, { httpApi, api, monthly, alarms }: DashboardProps) {
    super(scope, id);
    const day = Duration.days(1);
    const { stackName, region } = Stack.of(this);
    this.name = `${stackName}-${region}`;
    const counts = (['Rendered', 'Reused', 'Failed'] as const).map((name) => measured(this, name));
    const phases = (['Open', 'Figures', 'Document', 'Pdf', 'Store'] as const).map((phase) =>
      measured(this, `${phase}Time`, { label: phase.toLowerCase(), statistic: 'Average' }),
    );
    const functions = [api, monthly];
    const both = (metric: (target: LambdaFunction) => IMetric) => functions.map(metric);
    new CloudWatchDashboard(this, 'Page', {
      dashboardName: this.name,
      defaultInterval: Duration.days(35),
      widgets: [
        [
          new TextWidget({
            markdown:
              'Briefings are made every month and when someone asks for one. **An alarm below is red:** its description says what to do. **Missing** should be 0.',
            width: 24,
            height: 2,
          }),
        ],
        [
          new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: 16, height: 5 }),
          new SingleValueWidget({
            title: 'Briefings of this month and the last',
            metrics: [measured(this, 'Missing', { label: 'missing', statistic: 'Maximum', period: day })],
            width: 8,
            height: 5,
          }),
        ],
        [
          graph(
            'Briefings',
            counts.map((metric) => metric.with({ period: day })),
          ),
          graph('Phases of a render, ms', phases, { stacked: true }),
          graph('A briefing', [measured(this, 'Pages', { label: 'pages', statistic: 'Average' })], {
            right: [measured(this, 'PdfSize', { label: 'bytes', statistic: 'Average' })],
          }),
        ],
        [
          graph('Requests', [
            httpApi.metricCount({ label: 'all', statistic: 'Sum' }),
            httpApi.metricClientError({ label: '4xx', statistic: 'Sum' }),
            httpApi.metricServerError({ label: '5xx', statistic: 'Sum' }),
          ]),
          graph(
            'Duration of calls, p95, ms',
            both((target) => target.metricDuration({ statistic: 'p95' })),
          ),
          graph('Errors, throttles, cold starts', [
            ...both((target) => target.metricErrors({ statistic: 'Sum' })),
            ...both((target) => target.metricThrottles({ statistic: 'Sum' })),
            measured(this, 'ColdStart', { label: 'cold starts' }),
          ]),
        ],
      ],
    });
  }
}

interface GraphOptions {
  readonly right?: IMetric[];
  readonly stacked?: boolean;
}

function graph(title: string, left: IMetric[], options: GraphOptions = {}): GraphWidget {
  return new GraphWidget({ title, left, ...options, width: 8, height: 6 });
}

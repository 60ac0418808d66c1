import { Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** The namespace of the metrics. The name of the stack is the dimension `service`. */
const namespace = 'gomel-briefing';

/** The names of all metrics of the functions. A test compares them with `MeasureName` in functions/. */
export const measuredNames = [
  'Rendered',
  'Reused',
  'Failed',
  'Missing',
  'MailSent',
  'MailFailed',
  'DataRefused',
  'ColdStart',
  'Pages',
  'PdfSize',
  'OpenTime',
  'FiguresTime',
  'DocumentTime',
  'PdfTime',
  'StoreTime',
] as const;

/** The name of a metric of the functions. */
export type MeasuredName = (typeof measuredNames)[number];

/** Properties of a metric. */
export interface MeasureProps {
  readonly label?: string;
  /** @default Sum */
  readonly statistic?: string;
  /** @default 5 minutes */
  readonly period?: Duration;
}

/** A metric of the functions of a stack. */
export function measured(scope: Construct, metricName: MeasuredName, props: MeasureProps = {}): Metric {
  const { label, statistic = 'Sum', period = Duration.minutes(5) } = props;
  const dimensionsMap = { service: Stack.of(scope).stackName };
  return new Metric({
    namespace,
    metricName,
    dimensionsMap,
    statistic,
    period,
    ...(label === undefined ? {} : { label }),
  });
}

/**
 * Counts the lines in some logs that contain a text, by the name `metricName`. This is for what a function says before
 * it can measure anything. The stack is part of the namespace, because such a line cannot name it.
 */
export function countedLines(
  scope: Construct,
  metricName: string,
  text: string,
  logs: readonly LogGroup[],
  props: Required<Pick<MeasureProps, 'period'>>,
): Metric {
  const metricNamespace = `${namespace}/${Stack.of(scope).stackName}`;
  for (const [at, logGroup] of logs.entries()) {
    const filterPattern = FilterPattern.literal(JSON.stringify(text));
    new MetricFilter(scope, `${metricName}${at}`, { logGroup, filterPattern, metricNamespace, metricName });
  }
  return new Metric({ namespace: metricNamespace, metricName, statistic: 'Sum', ...props });
}

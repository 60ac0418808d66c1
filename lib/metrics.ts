import { Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

/** The namespace of the metrics. The name of the stack is the dimension `service`. */
const namespace = 'gomel-briefing';

/** The names of all metrics of the functions. A test compares them with `MeasureName` in functions/. */
export const measuredNames = [
  'Rendered',
  'Reused',
  'Failed',
  'Missing',
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

import { Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

/** The namespace in which the functions measure, each stack under its name as the service. */
const namespace = 'gomel-briefing';

/** Every name under which the functions measure; a test compares them with `MeasureName` of the functions. */
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

/** A name under which the functions measure. */
export type MeasuredName = (typeof measuredNames)[number];

/** Properties of a metric. */
export interface MeasureProps {
  readonly label?: string;
  /** @default Sum */
  readonly statistic?: string;
  /** @default 5 minutes */
  readonly period?: Duration;
}

/** What the functions of a stack measure under a name. */
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

import { Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

/** The namespace in which the functions measure, each stack under its name as the service. */
const namespace = 'gomel-briefing';

/** Properties of a metric. */
export interface MeasureProps {
  readonly label?: string;
  /** @default Sum */
  readonly statistic?: string;
  /** @default 5 minutes */
  readonly period?: Duration;
}

/** What the functions of a stack measure under a name. */
export function measured(scope: Construct, metricName: string, props: MeasureProps = {}): Metric {
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

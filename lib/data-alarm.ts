import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { BriefingFunction } from './briefing-function.ts';

/** Properties of the alarm. */
export interface DataAlarmProps {
  /** The functions whose logs are watched. */
  readonly functions: readonly BriefingFunction[];
}

/** An alarm for published data that could not be used: the functions then serve older data, and say so in their logs. */
export class DataAlarm extends Construct {
  readonly alarm: Alarm;

  constructor(scope: Construct, id: string, { functions }: DataAlarmProps) {
    super(scope, id);
    const metric = { metricNamespace: 'gomel-briefing', metricName: 'PublishedDataRefused' };
    const filters = functions.map(
      ({ logGroup, node }) =>
        new MetricFilter(this, `${node.id}Filter`, {
          ...metric,
          logGroup,
          filterPattern: FilterPattern.stringValue('$.message', '=', 'published data refused'),
        }),
    );
    const [filter] = filters;
    if (!filter) throw new Error('DataAlarm needs at least one function to watch');
    this.alarm = new Alarm(this, 'Alarm', {
      alarmDescription: 'Published data could not be used: see "published data refused" in the logs of the functions',
      metric: filter.metric({ statistic: 'Sum', period: Duration.minutes(5) }),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}

import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { measured } from './metrics.ts';
import type { Notifications } from './notifications.ts';

/** Properties of the alarms. */
export interface AlarmsProps {
  readonly httpApi: HttpApi;
  readonly api: LambdaFunction;
  readonly monthly: LambdaFunction;
  readonly deadLetters: Queue;
  readonly notifications: Notifications;
}

/** When an alarm goes off. */
interface Limit {
  readonly metric: IMetric;
  readonly threshold: number;
  /** What happened and what to do, for whoever gets the e-mail. */
  readonly description: string;
  /** @default 1 */
  readonly periods?: number;
  /** How many of the periods must be over the limit; @default all */
  readonly breaches?: number;
  /** @default no data is fine */
  readonly missing?: TreatMissingData;
}

const five = Duration.minutes(5);

/** Alarms for everything that needs a person, each with what to do; all go to the notifications. */
export class Alarms extends Construct {
  readonly all: readonly Alarm[];

  constructor(scope: Construct, id: string, { httpApi, api, monthly, deadLetters, notifications }: AlarmsProps) {
    super(scope, id);
    const limits: Readonly<Record<string, Limit>> = {
      ApiErrors: {
        metric: api.metricErrors({ period: five, statistic: 'Sum' }),
        threshold: 1,
        description: 'The api function failed. Look for ERROR in its log.',
      },
      MonthlyErrors: {
        metric: monthly.metricErrors({ period: five, statistic: 'Sum' }),
        threshold: 1,
        description: 'The monthly function failed; it is tried again. Look for "briefing failed" in its log.',
      },
      ApiThrottles: {
        metric: api.metricThrottles({ period: five, statistic: 'Sum' }),
        threshold: 1,
        description: 'Calls to the api function were refused: more at once than its reserved concurrency.',
      },
      MonthlyThrottles: {
        metric: monthly.metricThrottles({ period: five, statistic: 'Sum' }),
        threshold: 1,
        description: 'Calls to the monthly function were refused: more at once than its reserved concurrency.',
      },
      ServerErrors: {
        metric: httpApi.metricServerError({ period: five, statistic: 'Sum' }),
        threshold: 5,
        description:
          'The API answered with 5xx five times in five minutes. Look into the access log and the log of the api function.',
      },
      Slowness: {
        metric: api.metricDuration({ period: five, statistic: 'p95' }),
        threshold: 8_000,
        periods: 3,
        description:
          'For a quarter of an hour one of twenty calls took longer than 8 seconds. Look at the phases on the dashboard.',
      },
      DeadLetters: {
        metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period: five, statistic: 'Maximum' }),
        threshold: 1,
        description:
          'A monthly run failed after all its retries. Its event waits in the dead-letter queue; invoke the monthly function.',
      },
      DataRefused: {
        metric: measured(this, 'DataRefused'),
        threshold: 1,
        description:
          'Published data could not be used; older data serve. Look for "published data refused" in the logs, correct the data and publish them again, or roll back.',
      },
      MonthWithoutEdition: {
        metric: measured(this, 'Missing', { statistic: 'Maximum', period: Duration.days(1) }),
        threshold: 1,
        // One look a day. Two silent days are no data, of which the notifications tell too.
        periods: 2,
        breaches: 1,
        missing: TreatMissingData.MISSING,
        description:
          'Briefings of this month or the last are missing, or nobody looked for two days. Invoke the monthly function; see "briefings missing" in its log.',
      },
    };
    this.all = Object.entries(limits).map(([name, limit]) => this.addAlarm(name, limit));
    for (const alarm of this.all) notifications.notify(alarm);
  }

  private addAlarm(name: string, limit: Limit): Alarm {
    const { metric, threshold, description, periods = 1, breaches = periods, missing } = limit;
    return new Alarm(this, name, {
      alarmDescription: description,
      metric,
      threshold,
      evaluationPeriods: periods,
      datapointsToAlarm: breaches,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: missing ?? TreatMissingData.NOT_BREACHING,
    });
  }
}

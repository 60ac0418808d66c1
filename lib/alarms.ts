import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { countedLines, measured } from './metrics.ts';
import type { Notifications } from './notifications.ts';

/** Properties of the alarms. */
export interface AlarmsProps {
  readonly httpApi: HttpApi;
  readonly api: LambdaFunction;
  readonly monthly: LambdaFunction;
  /** The public API of shares. */
  readonly shareApi: HttpApi;
  readonly backfill: StateMachine;
  readonly deadLetters: Queue;
  /** The logs of the functions. */
  readonly logs: readonly LogGroup[];
  readonly notifications: Notifications;
}

/** When an alarm goes off. */
interface Limit {
  readonly metric: IMetric;
  readonly threshold: number;
  /** What happened and what to do, for the operator who gets the e-mail. */
  readonly description: string;
  /** @default 1 */
  readonly periods?: number;
  /** @default no data is fine */
  readonly missing?: TreatMissingData;
}

const five = Duration.minutes(5);

/** Alarms for everything that needs a person, each with what to do; all go to the operators. */
export class Alarms extends Construct {
  readonly all: readonly Alarm[];

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const { httpApi, api, monthly, shareApi, backfill, deadLetters, logs, notifications } = props;
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
        description:
          'Calls to the api function were refused: more at once than the account, or the setting concurrency, allows. Ask AWS for a higher quota of concurrent executions, or raise the setting.',
      },
      MonthlyThrottles: {
        metric: monthly.metricThrottles({ period: five, statistic: 'Sum' }),
        threshold: 1,
        description:
          'Calls to the monthly function were refused: more at once than the account allows. They are tried again. Ask AWS for a higher quota of concurrent executions.',
      },
      ServerErrors: {
        metric: httpApi.metricServerError({ period: five, statistic: 'Sum' }),
        threshold: 5,
        description:
          'The API answered with 5xx five times in five minutes. Look into the access log for integrationError, and into the log of the api function for the same requestId.',
      },
      PublicErrors: {
        // These are pages that say so, and also calls that did not reach the function or that it did not survive.
        metric: shareApi.metricServerError({ period: five, statistic: 'Sum' }),
        threshold: 1,
        description:
          'A reader could not open a shared page: it answered with 5xx. Look into the access log of the shares for integrationError, and into the log of the public function for the same requestId.',
      },
      PublicGuesses: {
        // A feed of a share that ended is asked for some times an hour; this is a hundred of those, or a search.
        metric: shareApi.metricClientError({ period: five, statistic: 'Sum' }),
        threshold: 500,
        description:
          'Pages of shares were asked for that are not there, or more often than the throttle allows, 500 times in five minutes. No token can be found so, but it costs money. Look into the access log of the shares for the address that asks.',
      },
      Slowness: {
        metric: api.metricDuration({ period: five, statistic: 'p95' }),
        threshold: 8_000,
        periods: 3,
        description:
          'For a quarter of an hour one of twenty calls took longer than 8 seconds. Look at the phases on the dashboard.',
      },
      RequestVolume: {
        metric: httpApi.metricCount({ period: five, statistic: 'Sum' }),
        threshold: 600,
        periods: 3,
        description:
          'For a quarter of an hour the API was asked more than twice a second, which costs money. Look into the access log for who asks; refuse them, or deploy with another access.',
      },
      BriefingFailed: {
        metric: measured(this, 'Failed'),
        threshold: 1,
        description:
          'A briefing could not be made. Look for "briefing failed" or ERROR in the logs of the functions: it names the edition, the language and the reason. If the data are the reason, roll back or publish corrected ones.',
      },
      MailFailed: {
        metric: measured(this, 'MailFailed'),
        threshold: 1,
        description:
          'A reader did not get an edition by mail. Look for "mail failed" in the log of the monthly function: it has the reason, and the reader as a digest of the address. The others got theirs.',
      },
      DataRefused: {
        // A process reports 0 when it has read the current data, and 1 with each call that it answers from older data.
        metric: measured(this, 'DataRefused', { statistic: 'Maximum' }),
        threshold: 1,
        missing: TreatMissingData.IGNORE,
        description:
          'Published data cannot be used; older data serve. Look for "published data refused" in the logs, correct the data and publish them again, or roll back. The alarm is over when a function has read current data, at the latest by the look of the next noon.',
      },
      DeadLetters: {
        // SQS sends no metrics for an idle queue, so the alarm keeps its state until something happens.
        metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period: five, statistic: 'Maximum' }),
        threshold: 1,
        missing: TreatMissingData.IGNORE,
        description:
          'A call of the monthly function failed after all its retries; its event waits in the dead-letter queue. Read the message: requestPayload is the event, responsePayload the error. Mend the cause, invoke the function with that event, then purge the queue: until then the alarm stays, and tells of no other event.',
      },
      BackfillFailed: {
        metric: backfill.metricFailed({ period: five, statistic: 'Sum' }),
        threshold: 1,
        description:
          'A backfill broke off. Open its execution in Step Functions for the reason, and run npm run backfill again: what was made is kept.',
      },
      CompiledCodeRefused: {
        // A day, for a cold start comes at least with the look of each noon: the alarm stays until it is mended.
        metric: countedLines(this, 'CompiledCodeRefused', 'compiled code refused', logs, { period: Duration.days(1) }),
        threshold: 1,
        description:
          'Functions work, but start slower: Lambda has another version of Node than the one that compiled their code. Look for "compiled code refused" in the logs: it names the version. Pin that version in package.json and deploy.',
      },
      MonthWithoutEdition: {
        // One check a day. The lowest value of the day counts, so a check after a repair ends the alarm.
        metric: measured(this, 'Missing', { statistic: 'Minimum', period: Duration.days(1) }),
        threshold: 1,
        missing: TreatMissingData.MISSING,
        description:
          'Briefings that were due are missing, or nobody has looked since yesterday. Invoke the monthly function, then once more with the event {"task":"watch"}; see "briefings missing" in its log.',
      },
    };
    const alarms = Object.entries(limits).map(([name, limit]) => ({ alarm: this.addAlarm(name, limit), limit }));
    this.all = alarms.map(({ alarm }) => alarm);
    notifications.notify(this.all);
    for (const { alarm, limit } of alarms) {
      if (limit.missing === TreatMissingData.MISSING) notifications.notifySilence(alarm);
    }
  }

  private addAlarm(name: string, limit: Limit): Alarm {
    const { metric, threshold, description, periods = 1, missing = TreatMissingData.NOT_BREACHING } = limit;
    return new Alarm(this, name, {
      alarmDescription: description,
      metric,
      threshold,
      evaluationPeriods: periods,
      datapointsToAlarm: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: missing,
    });
  }
}

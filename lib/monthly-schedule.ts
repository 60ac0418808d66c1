import { Duration, Stack, TimeZone, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { BriefingFunction } from './briefing-function.ts';

/** Properties of the schedule. */
export interface MonthlyScheduleProps {
  /** The six fields of a cron expression, in the time of Minsk. */
  readonly schedule: string;
  readonly target: BriefingFunction;
}

/** Makes the month on its schedule and checks every day that it exists. Events that failed for good wait in a queue. */
export class MonthlySchedule extends Construct {
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { schedule, target }: MonthlyScheduleProps) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.deadLetters).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This is the dead-letter queue itself.',
    });
    const { account } = Stack.of(this);
    const group = Stack.of(this).formatArn({
      service: 'scheduler',
      resource: 'schedule-group',
      resourceName: 'default',
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account, 'aws:SourceArn': group } },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.lambda.functionArn] }),
    );
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.deadLetters.queueArn] }));
    const timeZone = TimeZone.EUROPE_MINSK;
    const invoke = (task: 'month' | 'watch') =>
      new LambdaInvoke(target.lambda, {
        input: ScheduleTargetInput.fromObject({ task }),
        role: role.withoutPolicyUpdates(),
        deadLetterQueue: this.deadLetters,
        retryAttempts: 10,
        maxEventAge: Duration.hours(12),
      });
    new Schedule(this, 'Schedule', {
      description: 'The monthly briefings in all languages',
      schedule: ScheduleExpression.expression(`cron(${schedule})`, timeZone),
      target: invoke('month'),
    });
    // The daily check needs the schedule to know which months are due.
    target.lambda.addEnvironment('SCHEDULE', schedule);
    new Schedule(this, 'Watch', {
      description: 'A look whether the briefings of the month are there',
      schedule: ScheduleExpression.cron({ minute: '0', hour: '12', timeZone }),
      target: invoke('watch'),
    });
    target.lambda.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      onFailure: new SqsDestination(this.deadLetters),
    });
  }
}

import { Stack } from 'aws-cdk-lib';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { BriefingFunction } from './briefing-function.ts';

/** Properties of the notifications. */
export interface NotificationsProps {
  /** E-mail addresses that get alarms. Each has to confirm once. */
  readonly operators: readonly string[];
  /** E-mail addresses that get notices of new editions. Each has to confirm once. */
  readonly readers: readonly string[];
}

/** One topic for each group of people: operators get alarms, readers get notices of new editions. */
export class Notifications extends Construct {
  readonly operators: Topic;
  readonly readers: Topic;

  constructor(scope: Construct, id: string, { operators, readers }: NotificationsProps) {
    super(scope, id);
    this.operators = this.topicFor('Operators', 'Gomel briefing, alarms', operators);
    this.readers = this.topicFor('Readers', 'Gomel briefing', readers);
    this.allowPublish('cloudwatch.amazonaws.com', { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } });
  }

  /**
   * Allows an AWS service to publish. A topic with its own policy denies every service that the policy does not name.
   */
  private allowPublish(service: string, conditions: Readonly<Record<string, unknown>>): void {
    this.operators.addToResourcePolicy(
      new PolicyStatement({
        actions: ['sns:Publish'],
        principals: [new ServicePrincipal(service)],
        resources: [this.operators.topicArn],
        conditions,
      }),
    );
  }

  private topicFor(id: string, displayName: string, addresses: readonly string[]): Topic {
    const topic = new Topic(this, id, { displayName, enforceSSL: true });
    for (const address of addresses) topic.addSubscription(new EmailSubscription(address));
    return topic;
  }

  /**
   * Notifies operators when an alarm starts and when it ends. The end is sent by an EventBridge rule, because an OK
   * action would also fire for every alarm that was just created.
   */
  notify(alarms: readonly Alarm[]): void {
    for (const alarm of alarms) alarm.addAlarmAction(new SnsAction(this.operators));
    const over = new Rule(this, 'Over', {
      description: 'An alarm is over',
      eventPattern: {
        source: ['aws.cloudwatch'],
        detailType: ['CloudWatch Alarm State Change'],
        resources: alarms.map(({ alarmArn }) => alarmArn),
        detail: { state: { value: ['OK'] }, previousState: { value: ['ALARM'] } },
      },
    });
    const [name, time] = [EventField.fromPath('$.detail.alarmName'), EventField.fromPath('$.time')];
    const input = RuleTargetInput.fromText(`${name} is over since ${time}.`);
    // CDK's own target would let the rules of every account publish.
    over.addTarget({ bind: () => ({ arn: this.operators.topicArn, input }) });
    this.allowPublish('events.amazonaws.com', { ArnEquals: { 'aws:SourceArn': over.ruleArn } });
  }

  /** Notifies operators when an alarm no longer has data. */
  notifySilence(alarm: Alarm): void {
    alarm.addInsufficientDataAction(new SnsAction(this.operators));
  }

  /** Lets a function send notices with links to an API to readers. */
  grantSend(target: BriefingFunction, apiAddress: string): void {
    target.lambda.addEnvironment('TOPIC_ARN', this.readers.topicArn);
    target.lambda.addEnvironment('API_ADDRESS', apiAddress);
    target.allow(new PolicyStatement({ actions: ['sns:Publish'], resources: [this.readers.topicArn] }));
  }
}

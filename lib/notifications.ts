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
  /** E-mail addresses that are told of alarms; each has to confirm once. */
  readonly operators: readonly string[];
  /** E-mail addresses that are told of new editions; each has to confirm once. */
  readonly readers: readonly string[];
}

/** What people are told, by whom it is for: operators that something needs them, readers that an edition is ready. */
export class Notifications extends Construct {
  readonly operators: Topic;
  readonly readers: Topic;

  constructor(scope: Construct, id: string, { operators, readers }: NotificationsProps) {
    super(scope, id);
    this.operators = this.topicFor('Operators', 'Gomel briefing, alarms', operators);
    this.readers = this.topicFor('Readers', 'Gomel briefing', readers);
    this.letPublish('cloudwatch.amazonaws.com', { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } });
  }

  /** A topic with a policy of its own refuses everyone whom that does not name, the services of AWS included. */
  private letPublish(service: string, conditions: Readonly<Record<string, unknown>>): void {
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
   * Tells operators of alarms when they go off and when they are over. That one is over is told by a rule, for an action
   * of the alarm would say it of every alarm that was just created too.
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
    this.letPublish('events.amazonaws.com', { ArnEquals: { 'aws:SourceArn': over.ruleArn } });
  }

  /** Tells operators that an alarm has nothing to judge by any more. */
  notifySilence(alarm: Alarm): void {
    alarm.addInsufficientDataAction(new SnsAction(this.operators));
  }

  /** Lets a function send notices to readers that point to an API. */
  grantSend(target: BriefingFunction, apiAddress: string): void {
    target.lambda.addEnvironment('TOPIC_ARN', this.readers.topicArn);
    target.lambda.addEnvironment('API_ADDRESS', apiAddress);
    target.allow(new PolicyStatement({ actions: ['sns:Publish'], resources: [this.readers.topicArn] }));
  }
}

import { Stack } from 'aws-cdk-lib';
import type { Alarm, IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { BriefingFunction } from './briefing-function.ts';

/** Properties of the notifications. */
export interface NotificationsProps {
  /** E-mail addresses; each has to confirm once. */
  readonly addresses: readonly string[];
}

/** One topic for what people are told: that an edition is ready, and that something needs them. */
export class Notifications extends Construct {
  readonly topic: Topic;
  private readonly action: IAlarmAction;

  constructor(scope: Construct, id: string, { addresses }: NotificationsProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { displayName: 'Gomel briefing', enforceSSL: true });
    for (const address of addresses) this.topic.addSubscription(new EmailSubscription(address));
    const { account } = Stack.of(this);
    // A topic with a policy of its own lets in nobody whom that does not name, alarms included.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        actions: ['sns:Publish'],
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    );
    this.action = new SnsAction(this.topic);
  }

  /** Tells of an alarm when it rings and when it is over, and when its metric falls silent. */
  notify(alarm: Alarm): void {
    alarm.addAlarmAction(this.action);
    alarm.addOkAction(this.action);
    alarm.addInsufficientDataAction(this.action);
  }

  /** Lets a function send notices that point to an API. */
  grantSend(target: BriefingFunction, apiAddress: string): void {
    target.lambda.addEnvironment('TOPIC_ARN', this.topic.topicArn);
    target.lambda.addEnvironment('API_ADDRESS', apiAddress);
    target.allow(new PolicyStatement({ actions: ['sns:Publish'], resources: [this.topic.topicArn] }));
  }
}

import type { AwsCli } from '../aws-cli.ts';
import { account, region } from '../local-aws.ts';
import { until } from './until.ts';

/** A queue that is subscribed to a topic. */
export class Mailbox {
  private readonly aws: AwsCli;
  private readonly queue: string;

  private constructor(aws: AwsCli, queue: string) {
    this.aws = aws;
    this.queue = queue;
  }

  /** Creates a queue and subscribes it to a topic of the stack. */
  static async open(aws: AwsCli, name: string, topicArn: string): Promise<Mailbox> {
    const { QueueUrl: queue } = await aws.ask<{ readonly QueueUrl: string }>(
      ...['sqs', 'create-queue', '--queue-name', name],
    );
    const arn = `arn:aws:sqs:${region}:${account}:${name}`;
    const policy = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'sns.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: arn },
      ],
    };
    const attributes = JSON.stringify({ Policy: JSON.stringify(policy) });
    await aws.ask('sqs', 'set-queue-attributes', '--queue-url', queue, '--attributes', attributes);
    const subscription = ['--topic-arn', topicArn, '--protocol', 'sqs', '--notification-endpoint', arn];
    await aws.ask('sns', 'subscribe', ...subscription);
    return new Mailbox(aws, queue);
  }

  /** The messages since the last call. Waits until the expected number has arrived, for at most ten seconds. */
  async read(expected: number): Promise<readonly Letter[]> {
    const letters: Letter[] = [];
    const come = async () => {
      for (const { Body: body } of await receive(this.aws, this.queue)) letters.push(JSON.parse(body) as Letter);
      return letters.length >= expected && expected > 0;
    };
    await until(come, expected === 0 ? 3 : 10);
    return letters;
  }
}

/** A message as SNS delivers it. */
export interface Letter {
  readonly Subject?: string;
  readonly Message: string;
}

/** Receives the messages in a queue. */
export async function receive(aws: AwsCli, queue: string) {
  const { Messages: messages = [] } = await aws.ask<{
    readonly Messages?: readonly { readonly Body: string; readonly ReceiptHandle: string }[];
  }>('sqs', 'receive-message', '--queue-url', queue, '--max-number-of-messages', '10');
  for (const { ReceiptHandle: handle } of messages) {
    await aws.ask('sqs', 'delete-message', '--queue-url', queue, '--receipt-handle', handle);
  }
  return messages;
}

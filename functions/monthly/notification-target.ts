import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { lambdaTimeouts } from '../store/index.ts';
import type { NotificationTarget } from './notice.ts';

/** Where notices go, from the environment of the process; null when `TOPIC_ARN` is not set. */
export function openNotificationTarget(environment: NodeJS.ProcessEnv): NotificationTarget | null {
  const { TOPIC_ARN: topic, API_ADDRESS: address = '', SHARE_DAYS: days = '0' } = environment;
  if (!topic) return null;
  const client = new SNSClient({ maxAttempts: 3 });
  return {
    async send({ subject, text }) {
      const command = new PublishCommand({ TopicArn: topic, Subject: subject, Message: text });
      await client.send(command, { abortSignal: AbortSignal.timeout(lambdaTimeouts.call) });
    },
    apiAddress: address.replace(/\/$/, ''),
    days: Number(days),
  };
}

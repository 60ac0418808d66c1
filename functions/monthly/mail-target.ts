import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { SESv2Client, SESv2ServiceException, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { isAddress, readersOf } from '../mail/index.ts';
import { lambdaTimeouts, makeFolder } from '../store/index.ts';
import { MailRefusedError, type MailTarget } from './mails.ts';

/** How often SES is asked when it says that it is asked too often. */
const attempts = 6;

/**
 * Where mails go, from the environment of the process: SES, or files in the folder of the briefings when there is no
 * bucket; null when `MAIL_SENDER` or `MAIL_READERS` is not set. Throws an error when they are no addresses.
 */
export function openMailTarget(environment: NodeJS.ProcessEnv): MailTarget | null {
  const { MAIL_SENDER: sender, MAIL_READERS: list, SHARE_DAYS: days = '180' } = environment;
  if (!sender || !list) return null;
  if (!isAddress(sender)) throw new Error(`MAIL_SENDER ${JSON.stringify(sender)}: expected an e-mail address`);
  const { BUCKET: bucket, BRIEFINGS_FOLDER: folder = '.', MAIL_CONFIGURATION: configuration } = environment;
  const send = bucket ? sendBySes(sender, configuration) : writeInto(join(folder, 'mail'));
  return { sender, readers: readersOf(list), days: Number(days), send };
}

/**
 * Hands messages to SES. The client itself does not try again: when an answer is lost, the mail may have been sent. Only
 * a call that SES says it has not taken because there were too many is repeated.
 */
function sendBySes(sender: string, configuration: string | undefined): MailTarget['send'] {
  const client = new SESv2Client({ maxAttempts: 1 });
  return async (message, to) => {
    const command = new SendEmailCommand({
      FromEmailAddress: sender,
      Destination: { ToAddresses: [to] },
      Content: { Raw: { Data: message } },
      ...(configuration ? { ConfigurationSetName: configuration } : {}),
    });
    for (let attempt = 1; ; attempt += 1) {
      try {
        return void (await client.send(command, { abortSignal: AbortSignal.timeout(2 * lambdaTimeouts.call) }));
      } catch (error) {
        const status = error instanceof SESv2ServiceException ? (error.$metadata.httpStatusCode ?? 0) : 0;
        const isRefused = status >= 400 && status < 500;
        if (status === 429 && attempt < attempts) await setTimeout(1000);
        else throw isRefused ? new MailRefusedError((error as Error).message, { cause: error }) : error;
      }
    }
  };
}

/** Writes messages as `.eml` files, which mail programs open. */
function writeInto(folder: string): MailTarget['send'] {
  return async (message, to) => {
    await makeFolder(folder);
    const digest = createHash('sha256').update(message).digest('hex').slice(0, 8);
    await writeFile(join(folder, `${to.replaceAll(/[^\w.@+-]/g, '_')}-${digest}.eml`), message);
  };
}

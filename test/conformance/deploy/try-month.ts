import { languages } from '../../../functions/dataset/index.ts';
import { renditions } from '../../../functions/store/index.ts';
import { briefingsIn } from './briefings-in.ts';
import { ask } from './call-api.ts';
import type { Deployment, Outputs } from './deployment.ts';
import { type Mailbox, receive } from './mailbox.ts';
import { until } from './until.ts';

/** The files of a month: two editions in every language, form and format. */
const files = 2 * languages.length * renditions.length;

/** The queues with the messages to readers and operators. */
interface Mail {
  readonly readers: Mailbox;
  readonly operators: Mailbox;
}

/** The month started by the scheduler itself, its notice, and what happens when it fails. */
export async function tryMonth(deployment: Deployment, outputs: Outputs, mail: Mail): Promise<void> {
  const { aws, checks } = deployment;
  const { BucketName: bucket, MonthlyFunctionName: monthly } = outputs;
  const made = async () => (await briefingsIn(aws, bucket)).filter((path) => !path.includes('2022-11')).length;
  const isWhole = await until(async () => (await made()) === files, 300);
  checks.expect(`the scheduler runs the month: ${files} files are there`, isWhole, await made());
  const [notice, ...more] = await mail.readers.read(1);
  const text = notice?.Message ?? '';
  checks.expect('readers are told once', notice !== undefined && more.length === 0, more);
  checks.expect('that an edition is ready', /: \w+ \d{4} edition$/.test(notice?.Subject ?? ''), notice);
  const links = text.match(/https:\S+/g) ?? [];
  await tryPages(deployment, outputs, links);
  const again = await aws.invoke<{ readonly results: readonly { readonly outcome: string }[] }>(monthly);
  const kept = again.results.every(({ outcome }) => outcome === 'was there');
  checks.expect('the month run again makes nothing twice', kept && again.results.length === files, again);
  checks.expect('and tells nobody twice', (await mail.readers.read(0)).length === 0);
  const watched = await aws.invoke<{ readonly missing: readonly string[] }>(monthly, { task: 'watch' });
  checks.expect('the watch misses none', watched.missing.length === 0, watched);
  checks.expect('operators are not told of an edition', (await mail.operators.read(0)).length === 0);
  await tryFailure(deployment, outputs);
  await tryAlarm(deployment, mail.operators);
}

/** The notice leads to a page of the edition in each language, which opens for everyone and is no signed link. */
async function tryPages({ checks, local }: Deployment, { ShareUrl: shares }: Outputs, links: readonly string[]) {
  const isPage = links.every((link) => link.startsWith(`${shares}/s/`) && !link.includes('X-Amz'));
  checks.expect('with a page in each language', new Set(links).size === languages.length && isPage, links.length);
  const opened = [];
  for (const link of links) opened.push(await ask(link, local, '-H', 'accept: text/html'));
  const isOpen = opened.every(
    ({ status, headers, body }) =>
      status === 200 && headers['content-type']?.startsWith('text/html') && body.length > 0,
  );
  const statuses = opened.map(({ status }) => status);
  checks.expect('that opens without a signature', isOpen && opened.length === languages.length, statuses);
  const foreign = await ask(`${shares}/s/${'A'.repeat(22)}`, local);
  checks.expect('and no other does: 404', foreign.status === 404, foreign.status);
}

/** A run that fails for good ends up in the dead-letter queue. */
async function tryFailure({ aws, checks }: Deployment, outputs: Outputs): Promise<void> {
  const { DeadLettersUrl: queue, MonthlyFunctionName: monthly } = outputs;
  const event = ['--invocation-type', 'Event', '--payload', '{"task":"nonsense"}'];
  await aws.ask('lambda', 'invoke', '--function-name', monthly, ...event, '/dev/null');
  const letters: { readonly Body: string }[] = [];
  const arrived = async () => {
    letters.push(...(await receive(aws, queue)));
    return letters.length > 0;
  };
  await until(arrived, 60);
  const [letter] = letters;
  const { requestContext: about, requestPayload: failed } = JSON.parse(letter?.Body ?? '{}');
  const whole = about?.approximateInvokeCount === 3 && failed?.task === 'nonsense';
  checks.expect('a run that fails three times waits in the dead-letter queue, with its event', whole, letter);
}

/** Operators get a message about an alarm, with what to do. */
async function tryAlarm({ aws, checks }: Deployment, operators: Mailbox): Promise<void> {
  const { MetricAlarms: alarms } = await aws.ask<{
    readonly MetricAlarms: readonly { readonly AlarmName: string; readonly AlarmDescription: string }[];
  }>('cloudwatch', 'describe-alarms');
  checks.expect('sixteen alarms stand', alarms.length === 16, alarms.length);
  const alarm = alarms.find(({ AlarmName }) => AlarmName.includes('DeadLetters'));
  const state = ['--state-value', 'ALARM', '--state-reason', 'tried'];
  await aws.ask('cloudwatch', 'set-alarm-state', '--alarm-name', alarm?.AlarmName ?? '', ...state);
  const told = (await operators.read(1)).find(({ Message }) => Message.includes(alarm?.AlarmName ?? '–'));
  checks.expect(
    'one that rings is told, with what to do',
    told?.Message.includes('invoke the function') ?? false,
    told,
  );
}

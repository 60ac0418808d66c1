import { briefingsIn } from './briefings-in.ts';
import type { Deployment, Outputs } from './deployment.ts';
import { type Mailbox, receive } from './mailbox.ts';
import { until } from './until.ts';

/** The queues with the messages to readers and operators. */
interface Mail {
  readonly readers: Mailbox;
  readonly operators: Mailbox;
}

/** The month started by the scheduler itself, its notice, and what happens when it fails. */
export async function tryMonth(deployment: Deployment, outputs: Outputs, mail: Mail): Promise<void> {
  const { aws, checks } = deployment;
  const { BucketName: bucket, MonthlyFunctionName: monthly, ApiUrl: api } = outputs;
  const isSix = async () => (await briefingsIn(aws, bucket)).filter((path) => !path.includes('2022-11')).length === 6;
  checks.expect('the scheduler runs the month: six briefings are there', await until(isSix, 150));
  const [notice, ...more] = await mail.readers.read(1);
  const text = notice?.Message ?? '';
  checks.expect('readers are told once', notice !== undefined && more.length === 0, more);
  checks.expect('that an edition is ready', /: \w+ \d{4} edition$/.test(notice?.Subject ?? ''), notice);
  const links = text.match(/https:\S+/g) ?? [];
  const lasting = links.every((link) => link.startsWith(`${api}/briefings/`) && !link.includes('X-Amz'));
  checks.expect('with an address of the API in each language, which does not go stale', links.length === 3 && lasting);
  const again = await aws.invoke<{ readonly results: readonly { readonly outcome: string }[] }>(monthly);
  const kept = again.results.every(({ outcome }) => outcome === 'was there');
  checks.expect('the month run again makes nothing twice', kept && again.results.length === 6, again);
  checks.expect('and tells nobody twice', (await mail.readers.read(0)).length === 0);
  const watched = await aws.invoke<{ readonly missing: readonly string[] }>(monthly, { task: 'watch' });
  checks.expect('the watch misses none', watched.missing.length === 0, watched);
  checks.expect('operators are not told of an edition', (await mail.operators.read(0)).length === 0);
  await tryFailure(deployment, outputs);
  await tryAlarm(deployment, mail.operators);
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
  checks.expect('thirteen alarms stand', alarms.length === 13, alarms.length);
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

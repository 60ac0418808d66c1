import { setTimeout as pause } from 'node:timers/promises';
import type { SFNClient } from '@aws-sdk/client-sfn';
import { CommandError, clearProgress, oneOf, runCommand, showProgress, UsageError } from '../cli/index.ts';
import { type Edition, editionsBetween, type Language, languages, parseEdition } from '../dataset/index.ts';
import { openS3Objects } from '../s3/index.ts';
import { terminalTimeouts } from '../store/index.ts';
import { countItems, openStepFunctions, readResults, startMap, stateOf } from './map-run.ts';

const usage = `Usage: npm run backfill -- --from YYYY-MM --to YYYY-MM [options]

Makes the briefings of many editions with the deployed functions: after a new brand or a corrected template.
What is there is not made again; a run that was stopped is gone on with by running it again.

  --from YYYY-MM           the first edition
  --to YYYY-MM             the last edition
  --language ${languages.join('|')}|all  in which language; all by default
  --help                   these lines

BACKFILL_ARN names the state machine: the output BackfillArn of the stack. Exit 0 when every briefing is
there, 1 when one failed; those that failed are listed.`;

/** How often the state of a run is asked for, in milliseconds. */
const interval = 1000;

await runCommand(
  {
    usage,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      language: { type: 'string', default: 'all' },
    },
  },
  async (options) => {
    const choice = oneOf('language', options.language, [...languages, 'all']);
    const items = itemsOf(
      readEdition('from', options.from),
      readEdition('to', options.to),
      choice === 'all' ? languages : [choice],
    );
    const { BACKFILL_ARN: stateMachine } = process.env;
    if (!stateMachine) {
      throw new UsageError(`BACKFILL_ARN is not set: give it the output BackfillArn of the stack.\n\n${usage}`);
    }
    // The results are in a bucket of the same region.
    const client = openStepFunctions(stateMachine);
    const execution = await startMap(client, stateMachine, items);
    process.stdout.write(`${items.length} briefings are being made by ${execution}\n`);
    const output = await waitFor(client, execution, items.length);
    const results = await readResults(output, (bucket) =>
      openS3Objects(bucket, process.env, () => new Date(), terminalTimeouts),
    );
    const countOf = (outcome: string) => results.filter((result) => result.outcome === outcome).length;
    const failed = results.filter(({ outcome }) => outcome === 'failed');
    process.stdout.write(`${countOf('made')} made, ${countOf('was there')} were there, ${failed.length} failed.\n`);
    for (const { edition, language, error } of failed) process.stdout.write(`${edition} ${language}: ${error}\n`);
    if (results.length - failed.length < items.length) {
      throw new CommandError('Not every briefing is there. Correct what failed and run this again: the rest is kept.');
    }
  },
);

function readEdition(name: string, value: string | undefined): Edition {
  const edition = value === undefined ? null : parseEdition(value);
  if (edition) return edition;
  throw new UsageError(`--${name} ${value === undefined ? 'is missing' : JSON.stringify(value)}: expected YYYY-MM.`);
}

function itemsOf(from: Edition, to: Edition, chosen: readonly Language[]) {
  if (from > to) throw new UsageError(`--from ${from} --to ${to}: the first edition is later than the last.`);
  return editionsBetween(from, to).flatMap((edition) => chosen.map((language) => ({ edition, language })));
}

/** Waits until an execution has ended, and gives its output. */
async function waitFor(client: SFNClient, execution: string, of: number): Promise<string> {
  for (;;) {
    const { status, output, cause } = await stateOf(client, execution);
    if (status === 'SUCCEEDED') {
      clearProgress();
      return output;
    }
    if (status !== 'RUNNING') throw new CommandError(`The run ended as ${status}: ${cause}`);
    showProgress(`${await countItems(client, execution)} of ${of} briefings`);
    await pause(interval);
  }
}

import { CommandError, reasonOf } from '../cli/index.ts';
import { type Edition, languages } from '../dataset/index.ts';
import { openStepFunctions, startMap } from './map-run.ts';

/**
 * Sees to it that the editions that a move of the pointer changed are made anew, and says how. With `BACKFILL_ARN` the
 * backfill of just these is started and not waited for; else its command is given, or on this machine what to do.
 * Throws a {@link CommandError} with the command when the backfill does not start: the data are current all the same.
 */
export async function remakeEditions(editions: readonly Edition[]): Promise<string> {
  const [first, last] = [editions[0], editions.at(-1)];
  if (first === undefined) return 'No edition changes by it.';
  const { BUCKET: bucket, BACKFILL_ARN: stateMachine } = process.env;
  const changed = first === last ? `The edition ${first} changes` : `The editions from ${first} to ${last} change`;
  if (!bucket) return `${changed}. npm start serves the data; an edition is made anew when you ask for it there.`;
  const command = (arn: string) => `BACKFILL_ARN=${arn} npm run backfill -- --from ${first} --to ${last}`;
  if (!stateMachine) return `${changed}. They are made anew by: ${command('…')}`;
  const items = editions.flatMap((edition) => languages.map((language) => ({ edition, language })));
  try {
    const execution = await startMap(openStepFunctions(stateMachine), stateMachine, items);
    return `${changed}. They are being made anew by ${execution}`;
  } catch (error) {
    throw new CommandError(
      `${changed}. They are not made anew yet: ${reasonOf(error)}\nDo it by: ${command(stateMachine)}`,
      { cause: error },
    );
  }
}

import { CommandError, reasonOf } from '../cli/index.ts';
import { type Edition, languages } from '../dataset/index.ts';
import { openStepFunctions, startMap } from './map-run.ts';

/** How the editions that a move of the pointer changed are made anew. */
export type Remaking =
  /** No edition changes. */
  | { readonly how: 'none' }
  /** The data are on this machine, where an edition is made anew when it is asked for. */
  | { readonly how: 'on request' }
  /** By a command, because nothing names the backfill. */
  | { readonly how: 'command'; readonly command: string }
  /** The backfill was started. */
  | { readonly how: 'started'; readonly execution: string }
  /** The backfill did not start; the data are current all the same. */
  | { readonly how: 'failed'; readonly reason: string; readonly command: string };

/**
 * Sees to it that the editions that a move of the pointer changed are made anew, and says how. With `BACKFILL_ARN` the
 * backfill of just these is started and not waited for.
 */
export async function remakeEditions(editions: readonly Edition[]): Promise<Remaking> {
  const [first, last] = [editions[0], editions.at(-1)];
  if (first === undefined) return { how: 'none' };
  const { BUCKET: bucket, BACKFILL_ARN: stateMachine } = process.env;
  if (!bucket) return { how: 'on request' };
  const command = (arn: string) => `BACKFILL_ARN=${arn} npm run backfill -- --from ${first} --to ${last}`;
  if (!stateMachine) return { how: 'command', command: command('…') };
  const items = editions.flatMap((edition) => languages.map((language) => ({ edition, language })));
  try {
    return { how: 'started', execution: await startMap(openStepFunctions(stateMachine), stateMachine, items) };
  } catch (error) {
    return { how: 'failed', reason: reasonOf(error), command: command(stateMachine) };
  }
}

/** The same for a terminal. Throws a {@link CommandError} with the command when the backfill did not start. */
export function remakingInWords(remaking: Remaking, editions: readonly Edition[]): string {
  const [first, last] = [editions[0], editions.at(-1)];
  const changed = first === last ? `The edition ${first} changes` : `The editions from ${first} to ${last} change`;
  switch (remaking.how) {
    case 'none':
      return 'No edition changes by it.';
    case 'on request':
      return `${changed}. npm start serves the data; an edition is made anew when you ask for it there.`;
    case 'command':
      return `${changed}. They are made anew by: ${remaking.command}`;
    case 'started':
      return `${changed}. They are being made anew by ${remaking.execution}`;
    case 'failed':
      throw new CommandError(
        `${changed}. They are not made anew yet: ${remaking.reason}\nDo it by: ${remaking.command}`,
      );
  }
}

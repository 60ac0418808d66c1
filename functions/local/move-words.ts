import { inMinsk } from '../dataset/index.ts';
import type { Move, Pointer, RowCounts } from '../publishing/index.ts';

/** What changed, in words: `Rows: 12 added, 3 changed, 0 removed.` */
export function countsInWords({ added, changed, removed }: RowCounts): string {
  return `Rows: ${added} added, ${changed} changed, ${removed} removed.`;
}

/**
 * The moves of a pointer in words, newest first: when (in Minsk), which version, whether it is current or withdrawn, who
 * did it, what changed and why.
 */
export function historyInWords(pointer: Pointer): string {
  return pointer.moves.map((move, index) => inWords(move, index === 0, pointer)).join('\n\n');
}

function inWords(move: Move, isNewest: boolean, { history }: Pointer): string {
  const { kind, at, by, message, digest, version, changes } = move;
  const isWithdrawn = history.some((former) => former.withdrawn && former.digest === digest);
  const state = isNewest ? ', current' : isWithdrawn ? ', withdrawn' : '';
  const who = by === null ? '' : ` by ${by}`;
  return [
    `${timeInWords(at)}  ${version}${state}`,
    ...(digest === null ? [] : [`  ${digest}`]),
    `  ${kind}${who}${message === null ? '' : `: ${message}`}`,
    ...(changes ? [`  ${countsInWords(changes)}`] : []),
  ].join('\n');
}

/** A time in Minsk to the minute; pointers of early releases do not tell every one. */
function timeInWords(at: string): string {
  return at === '' ? 'earlier         ' : inMinsk(new Date(at)).toISOString().slice(0, 16).replace('T', ' ');
}

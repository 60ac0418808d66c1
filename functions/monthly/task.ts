import { type Language, languages } from '../dataset/index.ts';

/** A task of the function: make the whole month, make one briefing, or check that the month's briefings exist. */
export type Task =
  | { readonly task: 'month' }
  | { readonly task: 'watch' }
  | { readonly task: 'briefing'; readonly edition: string; readonly language: Language };

/**
 * Reads the task from an event. An event without a task means the month. Throws an error that lists what is accepted.
 */
export function readTask(event: unknown): Task {
  const { task = 'month', edition, language } = (event ?? {}) as Readonly<Record<string, unknown>>;
  if (task === 'month' || task === 'watch') return { task };
  if (task !== 'briefing') throw new Error(`task ${JSON.stringify(task)}: expected month, watch or briefing`);
  const found = languages.find((candidate) => candidate === language);
  if (found === undefined) {
    throw new Error(`language ${JSON.stringify(language)}: expected one of ${languages.join(', ')}`);
  }
  if (typeof edition !== 'string') throw new Error(`edition ${JSON.stringify(edition)}: expected YYYY-MM or latest`);
  return { task, edition, language: found };
}

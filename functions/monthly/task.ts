import { type Language, languages } from '../dataset/index.ts';

/** What the function is asked for: the whole month, one briefing, or a look whether the month's are there. */
export type Task =
  | { readonly task: 'month' }
  | { readonly task: 'watch' }
  | { readonly task: 'briefing'; readonly edition: string; readonly language: Language };

/** Reads the task from an event; one that names none asks for the month. Throws with what is accepted. */
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

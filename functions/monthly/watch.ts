import { editionsOf } from '../briefings/index.ts';
import { languages } from '../dataset/index.ts';
import type { Services } from '../services/index.ts';
import { lastDue } from './last-due.ts';

/** A run that was due less than this ago may be under way, or be tried again; in milliseconds. */
const grace = 3_600_000;

/**
 * Looks whether the briefings of the last run that was due are there: the edition of its month and the one before, in
 * all languages. Measures how many are missing, none included: silence is a failure too. Gives their names. Without a
 * schedule, or with one that is never due, a run was due just now.
 */
export async function watchMonth(
  { dataset, store, now, measure, logger }: Services,
  schedule?: string,
): Promise<readonly string[]> {
  const settled = new Date(now().getTime() - grace);
  const due = (schedule && lastDue(schedule, settled)) || now();
  const wanted = editionsOf(dataset, due)
    .slice(-2)
    .flatMap((edition) => languages.map((language) => ({ edition, language })));
  const missing: string[] = [];
  for (const { edition, language } of wanted) {
    const { briefings } = await store.list({ edition, language, limit: 1 });
    if (briefings.length === 0) missing.push(`${edition} ${language}`);
  }
  measure({ Missing: missing.length });
  if (missing.length > 0) logger.error('briefings missing', { missing });
  return missing;
}

import { editionsOf, lastDue } from '../briefings/index.ts';
import { languages } from '../dataset/index.ts';
import type { Services } from '../services/index.ts';
import { renditions } from '../store/index.ts';

/** A run that was due less than this ago may still be running or be retried; in milliseconds. */
const grace = 3_600_000;

/**
 * Checks that the briefings of the last due run exist: the edition of its month and the one before, in all languages and
 * renditions.
 * Gives the missing ones by name. Always reports the metric, also when it is 0, so that a missing metric means that the
 * check did not run. Without a schedule, or with one that was never due, the check assumes a run that is due now.
 */
export async function watchMonth(
  { dataset, store, now, measure, logger }: Services,
  schedule?: string,
): Promise<readonly string[]> {
  const settled = new Date(now().getTime() - grace);
  const due = (schedule && lastDue(schedule, settled)) || now();
  const wanted = editionsOf(dataset, due)
    .slice(-2)
    .flatMap((edition) =>
      languages.flatMap((language) => renditions.map((rendition) => ({ edition, language, rendition }))),
    );
  const missing: string[] = [];
  for (const { edition, language, rendition } of wanted) {
    const { briefings } = await store.list({ edition, language, rendition, limit: 1 });
    if (briefings.length === 0) missing.push(`${edition} ${language} ${rendition.form} ${rendition.format}`);
  }
  measure({ Missing: missing.length });
  if (missing.length > 0) logger.error('briefings missing', { missing });
  return missing;
}

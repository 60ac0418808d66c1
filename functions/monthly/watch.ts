import { editionsOf } from '../briefings/index.ts';
import { languages } from '../dataset/index.ts';
import type { Services } from '../services/index.ts';

/**
 * Looks whether the briefings of the month are there: the current edition and the one that ended with last month, in
 * all languages. Measures how many are missing, none included: silence is a failure too. Gives their names.
 */
export async function watchMonth({ dataset, store, now, measure, logger }: Services): Promise<readonly string[]> {
  const wanted = editionsOf(dataset, now())
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

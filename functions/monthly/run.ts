import { editionsOf, renderBriefing } from '../briefings/index.ts';
import { type Edition, type Language, languages } from '../dataset/index.ts';
import type { Services } from '../services/index.ts';
import { type NotificationTarget, sendNoticeOnce } from './notice.ts';

/** The result for one language of one edition. */
export interface MonthlyResult {
  readonly edition: Edition;
  readonly language: Language;
  readonly outcome: 'made' | 'was there' | 'failed';
  readonly pages?: number;
  readonly bytes?: number;
  readonly error?: string;
}

/** At least one briefing failed; the others were made. Lambda tries again and finds those in the store. */
export class MonthlyError extends Error {
  override readonly name = 'MonthlyError';
  readonly results: readonly MonthlyResult[];

  constructor(results: readonly MonthlyResult[]) {
    const failed = results.filter(({ outcome }) => outcome === 'failed');
    const names = failed.map(({ edition, language, error }) => `${edition} ${language}: ${error}`);
    super(`${failed.length} of ${results.length} briefings failed: ${names.join('; ')}`);
    this.results = results;
  }
}

/**
 * Makes all languages of the current edition and of last month's. Last month's edition now has everything that was
 * published in its last days, so its notice is sent to the readers, once. A second run makes and sends nothing twice.
 * Throws a {@link MonthlyError} if a briefing failed, after trying all of them.
 */
export async function runMonthly(
  services: Services,
  notificationTarget: NotificationTarget | null,
): Promise<readonly MonthlyResult[]> {
  const [ended, current] = editionsOf(services.dataset, services.now()).slice(-2);
  const results: MonthlyResult[] = [];
  for (const edition of [current, ended].filter((edition) => edition !== undefined)) {
    for (const language of languages) results.push(await runOne(edition, language, services));
  }
  const isWhole = results.every(({ edition, outcome }) => edition !== ended || outcome !== 'failed');
  if (notificationTarget && ended && isWhole) await sendNoticeOnce(ended, services, notificationTarget);
  if (results.some(({ outcome }) => outcome === 'failed')) throw new MonthlyError(results);
  return results;
}

async function runOne(edition: Edition, language: Language, services: Services): Promise<MonthlyResult> {
  try {
    const { briefing, made } = await renderBriefing(edition, language, services);
    const { pages, bytes } = briefing;
    services.logger.info('briefing ready', { edition, language, made, pages, bytes });
    return { edition, language, outcome: made ? 'made' : 'was there', pages, bytes };
  } catch (error) {
    services.logger.error('briefing failed', { edition, language, error });
    return { edition, language, outcome: 'failed', error: error instanceof Error ? error.message : String(error) };
  }
}

import { editionsOf, renderBriefing } from '../briefings/index.ts';
import { type Edition, type Language, languages } from '../dataset/index.ts';
import type { Services } from '../services/index.ts';
import { type Form, type Format, type Rendition, renditions } from '../store/index.ts';
import { type MailTarget, sendMails } from './mails.ts';
import { type NotificationTarget, sendNoticeOnce } from './notice.ts';

/** The result for one rendition in one language of one edition. */
export interface MonthlyResult {
  readonly edition: Edition;
  readonly language: Language;
  readonly form: Form;
  readonly format: Format;
  readonly outcome: 'made' | 'was there' | 'failed';
  readonly pages?: number | null;
  readonly bytes?: number;
  readonly error?: string;
}

/** At least one briefing failed; the others were made. Lambda tries again and finds those in the store. */
export class MonthlyError extends Error {
  override readonly name = 'MonthlyError';
  readonly results: readonly MonthlyResult[];

  constructor(results: readonly MonthlyResult[]) {
    const failed = results.filter(({ outcome }) => outcome === 'failed');
    const names = failed.map(
      ({ edition, language, form, format, error }) => `${edition} ${language} ${form} ${format}: ${error}`,
    );
    super(`${failed.length} of ${results.length} briefings failed: ${names.join('; ')}`);
    this.results = results;
  }
}

/**
 * Makes all renditions in all languages of the current edition and of last month's. Last month's edition now has everything that was
 * published in its last days, so its notice is sent to the readers, once. A second run makes and sends nothing twice.
 * Throws a {@link MonthlyError} if a briefing failed, after trying all of them.
 */
export async function runMonthly(
  services: Services,
  notificationTarget: NotificationTarget | null,
  mailTarget: MailTarget | null = null,
): Promise<readonly MonthlyResult[]> {
  const [ended, current] = editionsOf(services.dataset, services.now()).slice(-2);
  const results: MonthlyResult[] = [];
  for (const edition of [current, ended].filter((edition) => edition !== undefined)) {
    for (const language of languages) {
      for (const rendition of renditions) results.push(await runOne(edition, language, rendition, services));
    }
  }
  const isWhole = results.every(({ edition, outcome }) => edition !== ended || outcome !== 'failed');
  if (ended && isWhole && mailTarget) await sendMails(ended, services, mailTarget);
  else if (ended && isWhole && notificationTarget) await sendNoticeOnce(ended, services, notificationTarget);
  if (results.some(({ outcome }) => outcome === 'failed')) throw new MonthlyError(results);
  return results;
}

async function runOne(
  edition: Edition,
  language: Language,
  rendition: Rendition,
  services: Services,
): Promise<MonthlyResult> {
  const { form, format } = rendition;
  const named = { edition, language, form, format };
  try {
    const { briefing, made } = await renderBriefing(edition, language, rendition, services);
    const { pages, bytes } = briefing;
    services.logger.info('briefing ready', { ...named, made, pages, bytes });
    return { ...named, outcome: made ? 'made' : 'was there', pages, bytes };
  } catch (error) {
    services.logger.error('briefing failed', { ...named, error });
    return { ...named, outcome: 'failed', error: error instanceof Error ? error.message : String(error) };
  }
}

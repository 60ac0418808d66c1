import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { briefingBody, expiry } from '../api/index.ts';
import { briefingKey, editionsOf } from '../briefings/index.ts';
import type { Edition, Language } from '../dataset/index.ts';
import { type BriefingStore, fileNameOf, fullPdf, type SignedLink, type StoredBriefing } from '../store/index.ts';
import { factsOf } from './edition-facts.ts';
import type { LivePreview } from './live-preview.ts';
import {
  authorsText,
  curlText,
  logHtml,
  marked,
  matrixHtml,
  matrixOf,
  missingText,
  optionsHtml,
  sizeText,
  tabTitle,
  ticketTexts,
  watchedText,
} from './page/texts.js';
import type { PageWords } from './page-words.ts';

/** What an address chooses. */
export interface Choice {
  readonly edition: Edition;
  readonly language: Language;
  /** The edition that the address names, if there is no such edition; else null. */
  readonly missing: string | null;
}

/**
 * Writes the page for a choice: its words, the facts of the edition, links, tables and the API call. It can
 * be read and used without JavaScript, which adds the page images and live updates.
 */
export async function writePage(
  { edition, language, missing }: Choice,
  host: string,
  months: number,
  livePreview: LivePreview,
): Promise<string> {
  const services = livePreview.current();
  const { dataset, store, now } = services;
  const w = livePreview.catalogue().words[language];
  const facts = factsOf(dataset, edition, now());
  const briefing = await store.head(briefingKey(edition, language, fullPdf, services));
  const link =
    briefing &&
    (await store.link(briefing.key, { expiresInSeconds: expiry.default, fileName: fileNameOf(briefing.key) }));
  const { rows, more } = await madeIn(store, months);
  const { started, saves, published } = livePreview.history();
  const state = briefing ? 'ready' : 'empty';
  return write(
    {
      language,
      state,
      host,
      missing: missing === null ? '' : missingText(missing, edition, w),
      facts,
      title: tabTitle(edition, w),
      texts: ticketTexts(facts, w, rows.length === 0),
      options: optionsHtml(editionsOf(dataset, now()).toReversed(), edition, w),
      hasNews: facts.news === null || facts.news.added + facts.news.revised > 0,
      pdf: `/briefings/${edition}/${language}?format=pdf`,
      files: `/page/file/${edition}/${language}`,
      web: w.say('page.form_html'),
      where: briefing ? w.say('page.pages', { count: briefing.pages ?? 0 }) : w.say('page.no_pages'),
      curl: curlText(host, edition, language),
      made: briefing && link ? offerOf(briefing, link, w, now()) : nothingMade,
      history: matrixHtml(rows, edition, w),
      older: `/?edition=${edition}&language=${language}&months=${months + 12}#editions`,
      hasOlder: more,
      noChange: w.say('page.no_change', { time: w.clock(Date.parse(started), now().getTime()) }),
      watched: watchedText(published, w),
      authors: marked(authorsText(published, w)),
      changes: logHtml(saves, edition, w),
    },
    { data: { w, state } },
  );
}

/** What the page shows of a briefing that was made: its size, its link and the answer of the API. */
function offerOf(briefing: StoredBriefing, link: SignedLink, w: PageWords, now: Date) {
  return {
    meta: `${w.say('page.pages', { count: briefing.pages ?? 0 })}, ${sizeText(briefing.bytes, w)}`,
    url: link.url,
    left: w.left(link.expiresAt.getTime(), now.getTime()),
    status: '200 OK',
    answer: JSON.stringify(briefingBody(briefing, link, false), null, 2),
  };
}

const nothingMade = { meta: '', url: '', left: { seconds: 0, text: '' }, status: '', answer: '' };

/** The newest months with briefings, and whether there are more. */
async function madeIn(store: BriefingStore, months: number) {
  const briefings: StoredBriefing[] = [];
  let after: string | null | undefined;
  while (after !== null && new Set(briefings.map(({ key }) => key.edition)).size <= months) {
    const list = await store.list({ rendition: fullPdf, limit: 100, ...(after === undefined ? {} : { after }) });
    briefings.push(...list.briefings);
    after = list.next;
  }
  const rows = matrixOf(briefings.map(({ key, created, data }) => ({ ...key, created: created.toISOString(), data })));
  return { rows: rows.slice(0, months), more: rows.length > months };
}

/** What the helpers of the page read beside its context. */
interface Beside {
  readonly data: { readonly w: PageWords; readonly state: string };
}

const handlebars = Handlebars.create();
const { SafeString } = handlebars;
handlebars.registerHelper({
  /** A message by its key: {{t "page.skip"}}. The element carries the key in `data-t`, for another language. */
  t: (key: string, { data }: Beside) => new SafeString(marked(data.w.say(key))),
  /** The accessible name of an element: {{label "page.stage"}}. */
  label: (key: string, { data }: Beside) =>
    new SafeString(`data-t-label="${key}" aria-label="${handlebars.escapeExpression(data.w.say(key))}"`),
  /** The states in which an element is shown: {{when "ready offline"}}. */
  when: (states: string, { data }: Beside) =>
    new SafeString(`data-when="${states}"${states.split(' ').includes(data.state) ? '' : ' hidden'}`),
  /** Marks the language that is chosen: {{checked "ru"}}. */
  checked: (language: string, { data }: Beside) => (data.w.language === language ? new SafeString(' checked') : ''),
});
const write = handlebars.compile(readFileSync(new URL('page/index.hbs', import.meta.url), 'utf8'), { strict: true });

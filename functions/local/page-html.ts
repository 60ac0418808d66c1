import { readFile } from 'node:fs/promises';
import { briefingBody, expiry, fileNameOf } from '../api/index.ts';
import { briefingKey, editionsOf } from '../briefings/index.ts';
import type { Edition, Language } from '../dataset/index.ts';
import type { BriefingStore, StoredBriefing } from '../store/index.ts';
import { factsOf } from './edition-facts.ts';
import type { Diagnostics, LivePreview } from './live-preview.ts';
import { clockText, leftText } from './page/dates.js';
import { problemText } from './page/problems.js';
import {
  curlText,
  escaped,
  logHtml,
  marked,
  matrixHtml,
  matrixOf,
  optionsHtml,
  sizeText,
  tabTitle,
  ticketTexts,
} from './page/texts.js';
import { words } from './page/words.js';

const template = new URL('page/index.html', import.meta.url);

/** Elements that only scripts bring to life are written into the page, and told apart by this. */
type State = 'ready' | 'empty';

/**
 * Writes the page for a choice: its words, what is known of the edition, links, tables and the call of the API. It can
 * be read and used without JavaScript; with it, the pages and everything that moves come to it.
 */
export async function writePage(
  edition: Edition,
  language: Language,
  host: string,
  months: number,
  livePreview: LivePreview,
): Promise<string> {
  const services = livePreview.current();
  const { dataset, store, now } = services;
  const w = words[language];
  const facts = factsOf(dataset, edition, now());
  const briefing = await store.head(briefingKey(edition, language, services));
  const link =
    briefing && (await store.link(briefing.key, { expiresInSeconds: expiry.default, fileName: fileNameOf(briefing) }));
  const { rows, more } = await madeIn(store, months);
  const page = new Page(await readFile(template, 'utf8'));
  const address = (of: string) => `/?edition=${edition}&language=${language}${of}`;

  page.state(briefing ? 'ready' : 'empty', language);
  page.words(w);
  for (const [id, text] of Object.entries(ticketTexts(facts, language, rows.length === 0))) page.put(id, escaped(text));
  page.put('edition', optionsHtml(editionsOf(dataset, now()).toReversed(), edition, language));
  page.attribute(`value="${language}"`, 'checked', '');
  page.show('is-current', facts.isCurrent);
  page.show('to-current', !facts.isCurrent);
  page.set('to-current', 'href', `/?language=${language}`);
  page.put('server', escaped(host));
  if (facts.news === null || facts.news.added + facts.news.revised > 0) page.set('card-new', 'class', 'card some');
  page.attribute('name="edition"', 'value', edition);
  page.attribute('type="hidden" name="language"', 'value', language);
  page.attribute('class="pkg"', 'href', `/page/data/${edition}/data.zip`);
  page.attribute('class="fig"', 'href', `/page/data/${edition}/figures.json`);
  for (const id of ['download', 'lg-pdf', 'pdf-link']) page.set(id, 'href', `/briefings/${edition}/${language}`);
  page.put('where', briefing ? w.pages(briefing.pages) : w.noPages);
  page.put('curl', escaped(curlText(host, edition, language)));
  page.show('answered', briefing !== null);
  if (briefing && link) {
    page.put('dl-meta', `${w.pages(briefing.pages)}, ${sizeText(briefing.bytes, language)}`);
    page.set('link', 'value', link.url);
    const { text, seconds } = leftText(link.expiresAt.getTime(), now().getTime(), language);
    page.put('expiry', escaped(text));
    page.set('life', 'value', String(seconds));
    page.put('status', '200 OK');
    page.put('answer', escaped(JSON.stringify(briefingBody(briefing, link, false), null, 2)));
  }
  page.show('none-made', rows.length === 0);
  page.show('made', rows.length > 0);
  page.put('history', matrixHtml(rows, edition, language));
  page.show('older', more);
  page.set('older', 'href', address(`&months=${months + 12}#editions`));
  const { started, saves } = livePreview.history();
  page.put('no-change', escaped(w.noChange(clockText(Date.parse(started), now().getTime(), language))));
  page.show('no-change', saves.length === 0);
  page.show('changes', saves.length > 0);
  page.put(
    'log',
    logHtml(saves, edition, language, ({ problems: [first] }: Diagnostics) =>
      first ? problemText(first, language).title : '',
    ),
  );
  page.put('author-what', escaped(w.watching));
  return page.html.replace('<title>', `<title>${escaped(tabTitle(edition, language))}`);
}

/** The newest months of which something was made, and whether there are more. */
async function madeIn(store: BriefingStore, months: number) {
  const briefings: StoredBriefing[] = [];
  let after: string | null | undefined;
  while (after !== null && new Set(briefings.map(({ key }) => key.edition)).size <= months) {
    const list = await store.list({ limit: 100, ...(after === undefined ? {} : { after }) });
    briefings.push(...list.briefings);
    after = list.next;
  }
  const rows = matrixOf(briefings.map(({ key, created, data }) => ({ ...key, created: created.toISOString(), data })));
  return { rows: rows.slice(0, months), more: rows.length > months };
}

/** The template of the page while it is filled. */
class Page {
  html: string;

  constructor(html: string) {
    this.html = html;
  }

  /** Hides what another state shows. */
  state(state: State, language: Language): void {
    this.html = this.html
      .replace('lang="en" data-state="ready"', `lang="${language}" data-state="${state}"`)
      .replace(/ data-when="([^"]*)"/g, (whole, states: string) =>
        states.split(' ').includes(state) ? whole : `${whole} hidden`,
      );
  }

  /** Writes the words of a language into the elements that name them. */
  words(w: Readonly<Record<string, unknown>>): void {
    this.html = this.html
      .replace(/<[^>]* data-t="(\w+)"[^>]*>/g, (tag, key: string) => tag + marked(String(w[key])))
      .replace(/ data-t-label="(\w+)"/g, (whole, key: string) => `${whole} aria-label="${escaped(String(w[key]))}"`);
  }

  put(id: string, html: string): void {
    this.html = this.html.replace(new RegExp(`(<[^>]* id="${id}"[^>]*>)`), (tag) => tag + html);
  }

  set(id: string, name: string, value: string): void {
    this.html = this.html.replace(new RegExp(`<[^>]* id="${id}"[^>]*>`), (tag) => withAttribute(tag, name, value));
  }

  /** Sets an attribute of every element that has a piece of markup in its tag. */
  attribute(piece: string, name: string, value: string): void {
    this.html = this.html.replace(new RegExp(`<(?!select)[^>]* ${piece}[^>]*>`, 'g'), (tag) =>
      withAttribute(tag, name, value),
    );
  }

  show(id: string, isShown: boolean): void {
    if (!isShown) this.set(id, 'hidden', '');
  }
}

function withAttribute(tag: string, name: string, value: string): string {
  const bare = tag.replace(new RegExp(` ${name}="[^"]*"`), '');
  return `${bare.slice(0, -1)} ${name}="${escaped(value)}">`;
}

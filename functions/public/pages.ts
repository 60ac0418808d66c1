import { createHash } from 'node:crypto';
import { dayInMinsk, languages } from '../dataset/index.ts';
import { escapeMarkup } from '../document/index.ts';
import type { Share, ShareColours, ShareWording } from '../shares/index.ts';
import type { StoredBriefing } from '../store/index.ts';
import { nameOf } from './file-names.ts';
import { ShareWords } from './share-words.ts';

/** A page, with the policy under which it may be shown. */
export interface Page {
  readonly html: string;
  /** The value of the header Content-Security-Policy: the page's own style and nothing else. */
  readonly policy: string;
}

/** What a page of a share offers. */
export interface Offer {
  readonly share: Share;
  /** The edition that is opened. */
  readonly edition: string;
  /** The files of it that there are. */
  readonly files: readonly StoredBriefing[];
}

/** The page that offers the files of an edition, below the path of the share. */
export function filesPage({ share, edition, files }: Offer, path: string, wording: ShareWording): Page {
  const words = new ShareWords(share.language, wording);
  const named = words.date(edition);
  const link = (name: string, text: string) =>
    `<li><a href="${escapeMarkup(path)}/${name}">${escapeMarkup(text)}</a></li>`;
  const heading = words.message('share.page.title', { series: words.series, edition: named });
  const other = share.edition !== 'latest' && share.edition !== edition;
  const wanted = words.date(share.edition === 'latest' ? edition : share.edition);
  return page(words, heading, wording.colours, [
    `<h1>${escapeMarkup(heading)}</h1>`,
    ...(other ? [paragraph(words.message('share.page.other', { wanted, edition: named }))] : []),
    `<h2>${escapeMarkup(words.message('share.page.files'))}</h2>`,
    `<ul>${files.map((file) => fileLine(file, words, link)).join('')}</ul>`,
    `<h2>${escapeMarkup(words.message('share.page.subscribe'))}</h2>`,
    `<ul>${link('feed.atom', words.message('share.file.feed'))}${link('calendar.ics', words.message('share.file.calendar'))}</ul>`,
    `<footer>${paragraph(words.message('share.page.until', { date: dayOf(share.endsAt, words) }))}</footer>`,
  ]);
}

/** What a web page says above the edition when it is opened by a share: its files, and how long the share is open. */
export function linksOf({ share, edition, files }: Offer, path: string, wording: ShareWording): string {
  const words = new ShareWords(share.language, wording);
  const named = words.date(edition);
  const link = (name: string, text: string) =>
    `<li><a href="${escapeMarkup(path)}/${name}">${escapeMarkup(text)}</a></li>`;
  const other = share.edition !== 'latest' && share.edition !== edition;
  const said = [
    ...(other ? [words.message('share.page.other', { wanted: words.date(share.edition), edition: named })] : []),
    words.message('share.page.until', { date: dayOf(share.endsAt, words) }),
  ];
  const links = [
    ...files.map((file) => fileLine(file, words, link)),
    link('feed.atom', words.message('share.file.feed')),
    link('calendar.ics', words.message('share.file.calendar')),
  ];
  const label = escapeMarkup(words.message('share.page.files'));
  return `<nav class="files" aria-label="${label}"><ul>${links.join('')}</ul></nav>${said.map((text) => `<p class="about">${escapeMarkup(text)}</p>`).join('')}`;
}

/** The page of a share that has ended or was revoked. */
export function closedPage(share: Share, wording: ShareWording): Page {
  const words = new ShareWords(share.language, wording);
  const [title, text] = share.revoked
    ? [words.message('share.revoked.title'), words.message('share.revoked.text')]
    : [words.message('share.ended.title'), words.message('share.ended.text', { date: dayOf(share.endsAt, words) })];
  return page(words, title, wording.colours, [`<h1>${escapeMarkup(title)}</h1>`, paragraph(text)]);
}

/** The page on which the reader of a mail ends the subscription; once that is done, what it means. */
export function unsubscribePage(share: Share, done: boolean, wording: ShareWording): Page {
  const words = new ShareWords(share.language, wording);
  if (done) {
    const title = words.message('mail.unsubscribe.done');
    return page(words, title, wording.colours, [
      `<h1>${escapeMarkup(title)}</h1>`,
      paragraph(words.message('mail.unsubscribe.again')),
    ]);
  }
  const title = words.message('mail.unsubscribe.title');
  const button = `<button>${escapeMarkup(words.message('mail.unsubscribe.button'))}</button>`;
  const field = '<input type="hidden" name="List-Unsubscribe" value="One-Click">';
  return page(
    words,
    title,
    wording.colours,
    [`<h1>${escapeMarkup(title)}</h1>`, `<form method="post">${field}${button}</form>`],
    "form-action 'self'",
  );
}

/** What a page without an edition says. */
export type Notice = 'none' | 'empty' | 'failed';

/** A page that says why there is no edition, in the language of the share; in every language where none is known. */
export function noticePage(notice: Notice, share: Share | null, wording: ShareWording): Page {
  const spoken = share ? [share.language] : languages;
  const parts = spoken.map((language) => {
    const words = new ShareWords(language, wording);
    const [title, text] = [words.message(`share.${notice}.title`), words.message(`share.${notice}.text`)];
    return { words, title, html: `<h1>${escapeMarkup(title)}</h1>${paragraph(text)}` };
  });
  const [first] = parts;
  if (!first) throw new Error('there is no language to say it in');
  return page(
    first.words,
    first.title,
    wording.colours,
    parts.map(({ words, html }) => `<section lang="${words.language}">${html}</section>`),
  );
}

/** The files that a page offers. The page itself is no file. */
const fileMessages: Readonly<Record<string, 'share.file.pdf' | 'share.file.sheet' | 'share.file.xlsx'>> = {
  pdf: 'share.file.pdf',
  sheet: 'share.file.sheet',
  xlsx: 'share.file.xlsx',
};

function fileLine(
  { key: { rendition }, pages, bytes }: StoredBriefing,
  words: ShareWords,
  link: (name: string, text: string) => string,
): string {
  const message = fileMessages[nameOf(rendition)];
  return message ? link(nameOf(rendition), words.message(message, { n: pages ?? 0, size: words.size(bytes) })) : '';
}

function dayOf(instant: Date, words: ShareWords): string {
  return words.date(dayInMinsk(instant));
}

function paragraph(text: string): string {
  return `<p>${escapeMarkup(text)}${text.endsWith('.') ? '' : '.'}</p>`;
}

/** A whole page. `forms` is what its policy says of forms. */
function page(
  words: ShareWords,
  title: string,
  colours: ShareColours,
  body: readonly string[],
  forms = "form-action 'none'",
): Page {
  const style = styleWith(colours);
  const html = [
    '<!doctype html>',
    `<html lang="${words.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex, nofollow">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeMarkup(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...body,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
  const digest = createHash('sha256').update(style).digest('base64');
  return { html, policy: `${nothingElse}; ${forms}; style-src 'sha256-${digest}'` };
}

const nothingElse = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** The style of a page: dark where the reader prefers it, in the browser's own colours; links 44 px high for a thumb. */
function styleWith({ text, textSecondary, rule, panel, exports: accent }: ShareColours): string {
  return [
    ':root{color-scheme:light dark}',
    'body{margin:0;font:1.0625rem/1.5 system-ui,sans-serif}',
    'main{max-width:40rem;margin:0 auto;padding:2.5rem 1.25rem}',
    'h1{font:600 1.625rem/1.25 Georgia,serif;margin:0 0 1rem}',
    'h2{font-size:1.0625rem;margin:2rem 0 .25rem}',
    'ul{list-style:none;margin:0;padding:0}',
    'li a{display:block;padding:.625rem 0}',
    'section+section{margin-top:2.5rem}',
    'footer{margin-top:2.5rem;padding-top:1rem;border-top:1px solid}',
    'button{font:inherit;min-height:2.75rem;padding:.5rem 1.25rem}',
    ':focus-visible{outline:3px solid;outline-offset:2px}',
    '@media (prefers-color-scheme:light){',
    `body{background:${panel};color:${text}}a{color:${accent}}footer{color:${textSecondary};border-color:${rule}}`,
    '}',
  ].join('');
}

import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Language, languageFacts } from '../../functions/dataset/index.ts';
import { openPdf, readPages } from '../read-pdf.ts';
import {
  type OverTimeEntry,
  overTimeCounts,
  overTimeForms,
  packageCounts,
  packageForms,
  written,
} from './over-time-numbers.ts';
import { artifactText, partsOf, readStructure } from './structure.ts';

/** The kinds of numbers in the text of a briefing. */
export type NumberKind = 'figure' | 'proof' | 'count' | 'date' | 'note' | 'label' | 'page' | 'base' | 'degrees';

/** The numbers of a PDF: how many of each kind, those that could not be traced, and the figures as stated. */
export interface TracedNumbers {
  readonly counts: Readonly<Partial<Record<NumberKind, number>>>;
  readonly untraced: readonly string[];
  /** Every figure with a decimal or at least three digits, in reading order. */
  readonly stated: readonly string[];
}

interface FigureEntry {
  readonly value: number;
  readonly interval: readonly [number, number];
  readonly margin: number;
  readonly decimals: number;
  readonly period: string;
  readonly restated?: { readonly times: number; readonly change: number };
}

interface FiguresFile {
  readonly publishedBy: string;
  readonly marginsStatedFrom: number;
  readonly figures: readonly FigureEntry[];
  readonly proof: readonly Readonly<Record<string, unknown>>[];
  readonly counts: Readonly<Record<string, number>>;
  readonly monthsSince?: Readonly<Record<string, number>>;
  readonly overTime?: OverTimeEntry;
  readonly news?: {
    readonly added: readonly string[];
    readonly revised: readonly { readonly before: number }[];
    readonly ageInDays: number;
    readonly ageInMonths: number;
    readonly monthsSince: Readonly<Record<string, number>>;
  };
}

/**
 * Reads the text of every page, with contents, headers, footers and alternative texts, and looks up each number in the
 * attached `figures.json` and Data Package, or in those that another edition in the language carries.
 */
export async function traceNumbers(bytes: Uint8Array, language: Language, carrier = bytes): Promise<TracedNumbers> {
  const pdf = await openPdf(carrier);
  const { numPages } = pdf;
  const file = JSON.parse(await attachment(pdf, 'figures.json')) as FiguresFile;
  const [values, sources] = [await attachment(pdf, 'observations.csv'), await attachment(pdf, 'sources.csv')];
  const overTime = file.overTime ? [...overTimeForms(file.overTime), ...packageForms(values)] : [];
  const known = {
    figure: new Set([...figureForms(file), ...overTime]),
    proof: proofForms(file),
    count: new Set(
      [
        ...[file.counts, file.monthsSince ?? {}].flatMap(Object.values),
        ...newsNumbers(file),
        ...overTimeNumbers(file, values, sources),
      ].map(String),
    ),
    date: dateForms(file, sources),
    degrees: longitudeGaps(await attachment(pdf, 'areas.csv')),
  };
  await pdf.loadingTask.destroy();
  const pages = await readPages(bytes);
  const counts: Partial<Record<NumberKind, number>> = {};
  const untraced: string[] = [];
  const stated: string[] = [];
  for (const [index, page] of pages.entries()) {
    const parts = partsOf(readStructure(page));
    const texts = parts.flatMap(({ role, text, alt }) => [
      { role, text },
      { role: 'Alt', text: alt ?? '' },
    ]);
    for (const { role, text } of [...texts, { role: 'Artifact', text: artifactText(page) }]) {
      const plain = languageFacts[language].decimal === '.' ? withPoints(text) : withCommas(text, known);
      for (const match of plain.matchAll(/(?<![\d.])[PD]?\d+(?:\.\d+)?/g)) {
        const kind = kindOf(match, plain, role, numPages, known);
        if (kind) counts[kind] = (counts[kind] ?? 0) + 1;
        else
          untraced.push(
            `page ${index + 1}, ${role}: …${plain.slice(Math.max(0, match.index - 30), match.index + 20)}…`,
          );
        if (kind === 'figure' && /\.|\d{3}/.test(match[0])) stated.push(match[0]);
      }
    }
  }
  return { counts, untraced, stated };
}

type Known = Readonly<Record<'figure' | 'proof' | 'count' | 'date' | 'degrees', ReadonlySet<string>>>;

/** Words before the number of a figure, table or list or of a classification, and around a page number. */
const labels =
  /(?:HS|ГС|Figures?|Tables?|Lists?|Рисун\p{L}*|Таблиц\p{L}*|Списо?к\p{L}*|Малюн\p{L}*|Табліц\p{L}*|Спіс\p{L}*) $/u;
const pageWords = /(?:[Pp]ages?|стр\.|Стр\.|стар\.|Стар\.|of|из|з)[ \u00a0](?:\d+[–,] ?)?$/u;

/** The word after the number of all pages. */
const pagesWord = /^[ \u00a0](?:pages|страниц|старон)/u;

function kindOf(
  match: RegExpMatchArray,
  text: string,
  role: string,
  numPages: number,
  known: Known,
): NumberKind | null {
  const [token] = match;
  const at = match.index ?? 0;
  const [before, after] = [text.slice(0, at), text.slice(at + token.length)];
  if (/^[PD]/.test(token)) return 'note';
  if (before.endsWith('’') && known.date.has(`20${token}`)) return 'date';
  if (labels.test(before)) return 'label';
  const isPage = Number(token) >= 1 && Number(token) <= numPages;
  if (isPage && (role === 'TOCI' || pageWords.test(before) || pagesWord.test(after))) return 'page';
  if (after.startsWith('°')) return known.degrees.has(token) ? 'degrees' : null;
  if (/^\d{4}$/.test(token) && known.date.has(token)) return 'date';
  if (/^[ \u00a0]\p{L}/u.test(after) && known.date.has(`${token} of a month`) && isMonth(after)) return 'date';
  if (/\d{4}-$/.test(before) && known.date.has(`${token} in a title`)) return 'date';
  // A row of the table of figures counts the values of its lines.
  if (role === 'TD' && /^[ \u00a0](?:values?|значени|значэнн)/.test(after)) return 'count';
  if (known.figure.has(token)) return 'figure';
  if (known.proof.has(token)) return 'proof';
  if (known.count.has(token)) return 'count';
  if (/^(10+|0)$/.test(token) || known.date.has(`${token} months`)) return 'base';
  return null;
}

function isMonth(text: string): boolean {
  return /^[ \u00a0](?:January|February|March|April|May|June|July|August|September|October|November|December|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|студз|лют|сак|крас|тра|чэрв|ліп|жні|вер|каст|ліст|снеж)/.test(
    text,
  );
}

/** Turns 2,467.8 into 2467.8. */
function withPoints(text: string): string {
  return text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
}

/** Turns 2 467,8 into 2467.8. Two neighbouring numbers, such as 22 361, stay two. */
function withCommas(text: string, known: Known): string {
  const points = text.replace(/(?<=\d),(?=\d)/g, '.');
  return points.replace(/(?<![\d.])\d{1,3}(?:[\u00a0 ]\d{3})+(?:\.\d+)?(?!\d)/g, (group) => {
    const number = group.replace(/[\u00a0 ]/g, '');
    return [known.figure, known.proof, known.count].some((forms) => forms.has(number)) ? number : group;
  });
}

function upTo(value: number, decimals: number): readonly string[] {
  return Array.from({ length: decimals + 1 }, (_, digits) => written(value, digits));
}

function figureForms({ figures, marginsStatedFrom }: FiguresFile): ReadonlySet<string> {
  return new Set([
    String(marginsStatedFrom),
    ...figures.flatMap(({ value, interval, margin, decimals, restated }) => [
      ...upTo(value, decimals),
      ...upTo(value / 1000, 1).slice(1),
      ...interval.map((end) => written(end, decimals + 1)),
      ...upTo(margin, 1),
      ...(restated ? [...upTo(restated.times, decimals + 2), ...upTo(restated.change, decimals)] : []),
    ]),
  ]);
}

/** The number of new and revised figures, the former values of the revised ones, and the ages of the newest. */
function newsNumbers({ news }: FiguresFile): readonly number[] {
  if (!news) return [];
  const { added, revised, ageInDays, ageInMonths, monthsSince } = news;
  const before = revised.map((figure) => figure.before);
  // A first page names a few and counts the rest.
  const rests = [1, 2, 3, 4, 5].map((named) => added.length - named).filter((rest) => rest > 0);
  return [...rests, added.length, revised.length, ageInDays, ageInMonths, ...Object.values(monthsSince), ...before];
}

function overTimeNumbers({ overTime }: FiguresFile, observations: string, sources: string): readonly number[] {
  return overTime ? [...overTimeCounts(overTime), ...packageCounts(observations, sources)] : [];
}

function proofForms({ proof }: FiguresFile): ReadonlySet<string> {
  const numbers = proof.flatMap((check) => Object.values(check).flat()).filter((value) => typeof value === 'number');
  // They are kept to four decimals, which may make a half of what is none.
  const near = numbers.flatMap((value) => [value - 5e-5, value, value + 5e-5]);
  return new Set(near.flatMap((value) => [1, 2].map((decimals) => written(value, decimals))));
}

/** Years of periods and publications, days of publications, and numbers of months in periods. */
function dateForms({ publishedBy, figures }: FiguresFile, sources: string): ReadonlySet<string> {
  const days = [publishedBy, ...sources.matchAll(/\d{4}-\d{2}(?:-\d{2})?/g)].map(String);
  const codes = figures.map(({ period }) => period);
  const years = [...days, ...codes].flatMap((code) => code.match(/\d{4}/g) ?? []);
  const lengths = codes.map((code) => {
    const [from = '', to = from] = code.split('/');
    if (/^\d{4}$/.test(code)) return 12;
    if (code.includes('-Q')) return 3;
    return Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
  });
  const inTitles = sources.split('\n').flatMap((row) => row.match(/(?<=\d{4}-)\d{2}(?=,)/g) ?? []);
  return new Set([
    ...years,
    ...years.map((year) => String(Number(year) - 1)), // of what an index compares with
    ...inTitles.map((month) => `${month} in a title`),
    ...days.map((day) => `${Number(day.slice(8))} of a month`),
    ...lengths.map((length) => `${length} months`),
  ]);
}

/** Differences of two longitudes of the Data Package, in whole degrees. */
function longitudeGaps(areas: string): ReadonlySet<string> {
  const longitudes = [...areas.matchAll(/,(\d+\.\d+),(\d+\.\d+),/g)].flatMap(([, a, b]) => [Number(a), Number(b)]);
  return new Set(longitudes.flatMap((one) => longitudes.map((other) => String(Math.round(one - other)))));
}

async function attachment(pdf: PDFDocumentProxy, name: string): Promise<string> {
  const content = await pdf.getAttachmentContent(name);
  return new TextDecoder().decode(content);
}

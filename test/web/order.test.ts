import { describe, expect, it } from 'vitest';
import { compileMessages, keysOf } from '../../functions/assets/compile-messages.ts';
import { compileTemplates } from '../../functions/assets/compile-templates.ts';
import { loadBrand, readTemplates, readText } from '../../functions/assets/from-files.ts';
import { languages, loadDataset } from '../../functions/dataset/index.ts';
import { composeDocument, type Document, type Inline } from '../../functions/document/index.ts';
import { briefingOf } from '../briefings.ts';
import { type Bulletins, monthlyPackage } from '../monthly-package.ts';
import { dataset, today } from '../package-files.ts';
import { partsIn } from '../pdf/structure.ts';
import { renderUncached } from '../renders.ts';
import { pageOf } from './pages.ts';
import { type Line, linesOf } from './read-page.ts';

const wording = (() => {
  const messages = compileMessages(readText('templates/messages.csv'));
  return { messages, template: compileTemplates(readTemplates(), keysOf(messages)) };
})();

const records: readonly (readonly [what: string, bulletins: Bulletins, edition: string])[] = [
  ['two months', { from: '2026-01', months: 2, products: 6, regions: 5 }, '2026-04'],
  ['thirteen months', { from: '2025-01', months: 13, products: 6, regions: 5 }, '2026-03'],
  [
    'five years with a gap',
    { from: '2022-01', months: 57, products: 12, regions: 10, missing: ['2024-08'] },
    '2026-11',
  ],
];

const editions = [
  ...['2021-07', '2022-03', '2024-04', '2026-11'].map((edition) => [edition, dataset, edition] as const),
  ...records.map(
    ([what, bulletins, edition]) => [what, loadDataset(monthlyPackage(bulletins), today), edition] as const,
  ),
];

const bare = (text: string) => text.replace(/\s+/g, '');
const textOf = (inline: Inline) => bare(inline.map(({ text }) => text).join(''));

/** The lines of a PDF in the order of its structure tree. Its contents name pages, where the page has navigation. */
async function linesOfPdf(bytes: Uint8Array, document: Document): Promise<readonly Line[]> {
  const parts = await partsIn(bytes);
  const lines = parts.flatMap(({ role, text, alt }, index): readonly Line[] => {
    if (role === 'TOCI' || parts[index + 1]?.role === 'TOC') return [];
    const said = role === 'Figure' ? (alt ?? '') : text;
    return bare(said) === '' ? [] : [{ tag: role, text: bare(said) }];
  });
  return withoutContinued(lines, document);
}

/** A table that goes on on another page has its label, title, heads and the name of its group once more in a PDF. */
function withoutContinued(lines: readonly Line[], document: Document): readonly Line[] {
  const continued = new Set(
    Array.from({ length: 12 }, (_, n) => bare(document.labels.continued(document.labels.numbered('table', n + 1)))),
  );
  const seen = new Set<string>();
  const kept: Line[] = [];
  let repeats = false;
  for (const line of lines) {
    if (continued.has(line.text)) {
      repeats = true;
      continue;
    }
    repeats &&= seen.has(line.text) && /^(TH|H\d|P)$/.test(line.tag);
    if (repeats) continue;
    seen.add(line.text);
    kept.push(line);
  }
  return kept;
}

/** What a PDF leaves out where a page has no room for it: what yields, and the titles of sections under another one. */
function yielding(document: Document) {
  const leaves = new Set<string>();
  const shorter = new Map<string, Set<string>>();
  const note = (inline: Inline) => {
    const ranks = new Set(inline.flatMap(({ yields }) => yields ?? []));
    for (const rank of ranks) {
      const rest = inline.filter((run) => run.yields === undefined || run.yields > rank);
      const others = shorter.get(textOf(inline)) ?? new Set();
      shorter.set(textOf(inline), others.add(textOf(rest)));
    }
  };
  const visit = (node: unknown, gone: boolean): void => {
    if (Array.isArray(node)) {
      if (node.length > 0 && node.every((run) => typeof run === 'object' && run !== null && 'text' in run)) {
        note(node as Inline);
        if (gone) leaves.add(textOf(node as Inline));
      } else for (const child of node) visit(child, gone);
      return;
    }
    if (typeof node === 'string' && gone) leaves.add(bare(node));
    if (typeof node !== 'object' || node === null) return;
    const yields = 'yields' in node && node.yields != null;
    for (const child of Object.values(node)) visit(child, gone || yields);
  };
  visit(document.sections, false);
  for (const { joins, blocks } of document.sections) {
    for (const block of blocks) if (joins && block.type === 'head') visit([block.title, block.standfirst], true);
  }
  return { leaves, shorter };
}

/** The first line of the PDF that the page does not have in its place, with what it has; null where there is none. */
function firstDifference(pdf: readonly Line[], page: readonly Line[], document: Document): string | null {
  const { leaves, shorter } = yielding(document);
  let at = 0;
  for (const line of pdf) {
    while (at < page.length && !matches(line, page[at], shorter) && mayBeMissing(page[at], leaves)) at += 1;
    if (!matches(line, page[at], shorter)) return `PDF: ${line.text}\npage: ${page[at]?.text ?? 'nothing'}`;
    at += 1;
  }
  const rest = page.slice(at).filter((line) => !mayBeMissing(line, leaves));
  return rest[0] ? `only on the page: ${rest[0].text}` : null;
}

function matches(pdf: Line, page: Line | undefined, shorter: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  if (!page) return false;
  const texts = [page.text, ...(shorter.get(page.text) ?? [])];
  // A line that is longer than its card is cut on paper.
  const isCut = pdf.tag === 'P' && pdf.text.endsWith('…') && page.text.startsWith(pdf.text.slice(0, -1));
  return isCut || texts.some((text) => text === pdf.text || (text.includes('#') && patternOf(text).test(pdf.text)));
}

/** The number of a page stands in the PDF where the web page refers to a section. */
function patternOf(text: string): RegExp {
  const parts = text.split('#').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('\\p{L}+\\.?\\d+')}$`, 'u');
}

function mayBeMissing(line: Line | undefined, leaves: ReadonlySet<string>): boolean {
  return line !== undefined && leaves.has(line.text);
}

/** As many news as the first page of a PDF may name: all, or fewer where it has no room. */
const mostNews = [Number.POSITIVE_INFINITY, 7, 6, 5, 4, 3, 2, 1];

describe.each(editions)('an edition (%s)', (_, from, edition) => {
  it.each(languages)('says the same in the same order on the page and in the PDF, in %s', async (language) => {
    const briefing = briefingOf(edition, from);
    const pdf = await renderUncached(edition, language, from);
    const differences: (string | null)[] = [];
    for (const most of mostNews) {
      const document = composeDocument(briefing, language, wording, loadBrand('default').names, most);
      const lines = await linesOfPdf(pdf.bytes, document);
      differences.push(firstDifference(lines, linesOf(await pageOf(document)), document));
      if (differences.at(-1) === null) break;
    }
    expect(differences.at(-1), differences[0] ?? '').toBeNull();
  });
});

describe('a page on which something stands elsewhere', () => {
  const document = composeDocument(briefingOf('2021-07'), 'en', wording, loadBrand('default').names);

  it('is told from its PDF', async () => {
    const pdf = await linesOfPdf((await renderUncached('2021-07', 'en')).bytes, document);
    const page = linesOf(await pageOf(document));
    expect(page.length).toBeGreaterThan(300);
    expect(firstDifference(pdf, page, document)).toBeNull();
    for (const [at, line] of page.entries()) {
      const next = page[at + 1];
      if (!next || next.text === line.text) continue;
      expect(firstDifference(pdf, page.with(at, next).with(at + 1, line), document), line.text).not.toBeNull();
      expect(firstDifference(pdf, page.toSpliced(at, 1), document), line.text).not.toBeNull();
      expect(firstDifference(pdf, page.toSpliced(at, 0, { ...line, text: 'more' }), document)).not.toBeNull();
    }
  });
});

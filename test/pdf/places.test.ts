import { expect, it } from 'vitest';
import { compileMessages } from '../../functions/assets/compile-messages.ts';
import { readText } from '../../functions/assets/from-files.ts';
import { editionOf } from '../../functions/briefings/index.ts';
import { page } from '../../functions/pdf/page.ts';
import { marksOf } from '../../functions/pdf/pieces.ts';
import { fullPdf } from '../../functions/store/index.ts';
import { editionNamed } from '../briefings.ts';
import { dataset } from '../package-files.ts';
import { rendererWith } from '../renders.ts';

const messages = compileMessages(readText('templates/messages.csv'));

interface Rule {
  readonly page: number;
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

let written = '';
/** A renderer of its own for each markup, because one composes an edition once. */
const rendererNow = () => rendererWith({ messages, template: () => written });

/** The rules over the asides of a page with a head and this markup, in layout order. */
async function rulesOver(markup: string): Promise<readonly Rule[]> {
  return rulesIn(section('notes', markup));
}

const section = (id: string, markup: string, style = '') =>
  `<section id="${id}" name="Notes"${style}><header><p>Notes</p><h2>Title</h2></header>${markup}</section>`;

async function rulesIn(sections: string): Promise<readonly Rule[]> {
  written = sections;
  const rules: Rule[] = [];
  await (await rendererNow()).render(editionOf(dataset, editionNamed('2021-07')), 'en', fullPdf, ({ pages }) => {
    for (const [index, { pieces }] of pages.entries()) {
      for (const mark of marksOf(pieces)) {
        if (mark.mark !== 'line' || mark.weight !== 1) continue;
        rules.push({ page: index + 1, y: round(mark.y1), from: round(mark.x1), to: round(mark.x2) });
      }
    }
  });
  return rules;
}

const round = (points: number) => Math.round(points * 100) / 100;

const aside = '<aside><p>text</p></aside>';

const row = (columns: string, cells: readonly string[]) =>
  `<row columns="${columns}" place="trade-pair">${cells.map((cell) => `<div>${cell}</div>`).join('')}</row>`;

it('a block is at its place, or lower if the block above it is longer', async () => {
  const [first, second, third] = await rulesOver(
    `${aside}<aside place="cooperation-map"><p>text</p></aside><aside place="notes-register"><p>text</p></aside>`,
  );
  expect(first?.y).toBe(page.firstRule);
  expect(second?.y).toBe(352.25);
  expect(third?.y).toBeGreaterThan(352.25);
});

it.each([
  ['halves', [0, 1], [page.left, page.right]],
  ['narrow-and-wide', [1, 0], [page.left, page.right]],
  ['text-and-figure', [1, 0], [page.left, 248.45]],
  ['thirds', [0, 1, 0], [page.left, 205.76]],
])('what is alone in a row of %s has the width that is right for it', async (columns, cells, [from, to]) => {
  const rules = await rulesOver(
    row(
      columns,
      cells.map((filled) => (filled ? aside : '')),
    ),
  );
  expect(rules).toEqual([{ page: 1, y: 400.5, from, to }]);
});

it('small figures are in lines of two at equal distances, and continue on the next page', async () => {
  const rules = await rulesOver(
    row(
      'small-multiples',
      Array.from({ length: 11 }, () => aside),
    ),
  );
  const starts = rules.filter(({ from }) => from === page.left);
  expect(starts.map(({ page, y }) => [page, y])).toEqual([
    [1, 400.5],
    [1, 547.4],
    [1, 694.3],
    [2, 78],
    [2, 224.9],
    [2, 371.8],
  ]);
  expect(rules).toHaveLength(11);
});

it('the last section goes on below a page that is less than half full, and then on the next; another one does not', async () => {
  const long = `<aside>${'<p>text</p>'.repeat(30)}</aside>`;
  const joins = section('proof', long + long, ' class="joins"');
  const rules = await rulesIn(section('notes', aside) + joins);
  expect(rules.map(({ page: number }) => number)).toEqual([1, 1, 2]);
  const between = await rulesIn(section('notes', aside) + joins + section('trade', aside));
  expect(between.map(({ page: number }) => number)).toEqual([1, 2, 3, 4]);
});

import { expect, it } from 'vitest';
import { compileMessages } from '../../functions/assets/compile-messages.ts';
import { readText } from '../../functions/assets/from-files.ts';
import { editionOf } from '../../functions/briefings/index.ts';
import { marksOf } from '../../functions/pdf/pieces.ts';
import { fullPdf } from '../../functions/store/index.ts';
import { editionNamed } from '../briefings.ts';
import { dataset } from '../package-files.ts';
import { rendererWith } from '../renders.ts';

const messages = compileMessages(readText('templates/messages.csv'));
let written = '';
/** A renderer of its own for each markup, because one composes an edition once. */
const rendererNow = () => rendererWith({ messages, template: () => written });

/** The baselines of the heads and of the row of a table, and the rule between them. */
async function linesOf(head: string) {
  const cells = '<td align="right">12</td>'.repeat(6);
  const heads = `<th align="right">${head}</th>${'<th align="right">month</th>'.repeat(5)}`;
  const table = `<table class="periods"><thead><tr><th></th>${heads}</tr></thead><tbody><tr><th>Row</th>${cells}</tr></tbody></table>`;
  written = `<section id="notes" name="Notes"><header><p>Notes</p><h2>Title</h2></header><figure id="t" label="table"><figcaption><h3>Heads</h3></figcaption>${table}<p class="source">Source: none.</p></figure></section>`;
  const found = { heads: [] as number[], others: [] as number[], row: 0, rules: [] as number[] };
  await (await rendererNow()).render(editionOf(dataset, editionNamed('2021-07')), 'en', fullPdf, ({ pages }) => {
    for (const mark of pages.flatMap(({ pieces }) => marksOf(pieces))) {
      if (mark.mark === 'line' && mark.weight === 0.5 && mark.y1 === mark.y2) found.rules.push(mark.y1);
      if (mark.mark !== 'text') continue;
      if (head.includes(mark.text.trim())) found.heads.push(mark.y);
      if (mark.text === 'month') found.others.push(mark.y);
      if (mark.text === 'Row') found.row = mark.y;
    }
  });
  const rule = Math.min(...found.rules.filter((y) => y > Math.max(...found.others)));
  return { ...found, rule };
}

it('a head of a column that needs two lines stands above the rule, and moves the rows', async () => {
  const [short, long] = [await linesOf('year'), await linesOf('January to October 2023')];
  expect(new Set(long.heads).size).toBe(2);
  expect(long.rule - short.rule).toBeCloseTo(Math.max(...long.heads) - Math.min(...long.heads), 5);
  expect(long.row - short.row).toBeCloseTo(long.rule - short.rule, 5);
  expect(Math.max(...long.heads)).toBeLessThan(long.rule);
  expect(new Set(long.others)).toEqual(new Set([Math.max(...long.heads)]));
});

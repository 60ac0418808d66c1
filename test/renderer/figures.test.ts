import { parse } from 'csv-parse/sync';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { editionOf } from '../../functions/briefings/index.ts';
import { type Dataset, loadDataset } from '../../functions/dataset/index.ts';
import { editionNamed } from '../briefings.ts';
import { monthlyPackage } from '../monthly-package.ts';
import { dataset, today } from '../package-files.ts';
import { renderer } from '../renders.ts';

const bulletins = loadDataset(monthlyPackage({ from: '2023-01', months: 34, products: 12, regions: 6 }), today);

const editions: readonly (readonly [string, string, Dataset])[] = [
  ['of the founding article', '2021-07', dataset],
  ['that tells the latest first', '2026-11', dataset],
  ['after years of bulletins', '2025-12', bulletins],
];

/** One figure of an edition as text. Throws where it is not there. */
async function figure(id: string, format: 'svg' | 'csv', language: 'en' | 'ru' | 'be' = 'en', edition = '2021-07') {
  const data = editionOf(dataset, editionNamed(edition));
  const bytes = (await renderer()).renderFigure(data, language, id, format);
  if (!bytes) throw new Error(`no ${id}.${format}`);
  return new TextDecoder().decode(bytes);
}

/** The text of an SVG file, and its elements. Throws where an attribute or an element is not closed. */
function readSvg(svg: string) {
  const [texts, elements]: [string[], string[]] = [[], []];
  let open = 0;
  const parser = new Parser(
    {
      onopentag: (name) => {
        elements.push(name);
        open += 1;
      },
      onclosetag: (_, implied) => {
        open -= 1;
        if (implied && open < 0) throw new Error('an element is closed that was not opened');
      },
      ontext: (text) => void texts.push(text),
    },
    { xmlMode: true },
  );
  parser.end(svg);
  expect(open).toBe(0);
  return { text: texts.join('').replace(/\s+/g, ' '), elements };
}

describe.each(editions)('an edition %s', (_, name, from) => {
  it('has each of its charts as a drawing with title, source and licence, without scripts and addresses', async () => {
    const data = editionOf(from, editionNamed(name));
    const made = await renderer();
    const ids = made.figureIds(data, 'ru', 'svg');
    expect(ids.length).toBeGreaterThan(8);
    for (const id of ids) {
      const svg = new TextDecoder().decode(made.renderFigure(data, 'ru', id, 'svg') ?? undefined);
      const { text, elements } = readSvg(svg);
      expect(elements.slice(0, 3), id).toEqual(['svg', 'title', 'desc']);
      expect(
        new Set(
          elements.filter((element) => !/^(svg|title|desc|g|path|line|rect|circle|text|clipPath)$/.test(element)),
        ),
        id,
      ).toEqual(new Set());
      expect(svg.match(/https?:[^"]*/g), id).toEqual(['http://www.w3.org/2000/svg']);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(text).toContain('Creative Commons Attribution 4.0');
    }
  });

  it('has the data of each of its charts and tables', async () => {
    const data = editionOf(from, editionNamed(name));
    const made = await renderer();
    const ids = made.figureIds(data, 'en', 'csv');
    expect(ids).toEqual(expect.arrayContaining([...made.figureIds(data, 'en', 'svg')]));
    for (const id of ids) {
      const csv = new TextDecoder().decode(made.renderFigure(data, 'en', id, 'csv') ?? undefined);
      // The parser refuses lines of other lengths.
      const [heads = [], ...rows] = parse(csv) as string[][];
      expect(rows.length, id).toBeGreaterThan(0);
      expect(
        heads.every((head) => head !== ''),
        id,
      ).toBe(true);
    }
  });
});

describe('one figure', () => {
  it('says on its drawing what it is and where it is from, with its alternative text', async () => {
    const { text } = readSvg(await figure('slope', 'svg'));
    for (const said of ['Figure 1', 'Imports tripled', 'January–May 2021', '1,792.2', 'Source: BelTA, 27 July 2021']) {
      expect(text).toContain(said);
    }
  });

  it('names a section where its page would be named', async () => {
    const { text } = readSvg(await figure('slope', 'svg'));
    expect(text).toContain('Data notes');
  });

  it('has plain numbers in its data', async () => {
    expect((await figure('slope', 'csv')).replaceAll('\r', '').split('\n').slice(0, 3)).toEqual([
      'Figure,Unit,Jan–May 2020,Jan–May 2021',
      'Exports,USD m,540.5,675.6',
      'Imports,USD m,592.7,1792.2',
    ]);
    expect(await figure('slope', 'csv', 'ru')).toContain('Сальдо,млн долл.,-52.2,-1116.6');
  });

  it('leaves a number out that is not known', async () => {
    expect(await figure('glance', 'csv')).toContain('Change in turnover,USD m,,1334.2');
  });

  it('has the same bytes each time', async () => {
    expect(await figure('market-map', 'svg')).toBe(await figure('market-map', 'svg'));
  });

  it('is not there under another name, nor as a drawing where it is a table', async () => {
    const data = editionOf(dataset, editionNamed('2021-07'));
    const made = await renderer();
    expect(made.renderFigure(data, 'en', 'slop', 'svg')).toBeNull();
    expect(made.renderFigure(data, 'en', '__proto__', 'csv')).toBeNull();
    expect(made.renderFigure(data, 'en', 'glance', 'svg')).toBeNull();
    expect(made.renderFigure(data, 'en', 'register', 'csv')).toBeNull();
  });
});

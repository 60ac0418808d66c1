import { describe, expect, it } from 'vitest';
import { parseEdition, vintageOf } from '../../functions/dataset/index.ts';
import { dataset } from '../package-files.ts';

const edition = parseEdition('2021-07');
if (!edition) throw new Error('2021-07 is an edition');
const vintage = vintageOf(dataset, edition);

describe('the edition 2021-07 is exactly the founding article', () => {
  it('holds its 22 numbers', () => {
    const values = vintage.observations.map(({ value, decimals }) => value.toFixed(decimals));
    expect(values.toSorted((a, b) => Number(a) - Number(b))).toEqual(
      '4.4 7.7 8.1 9 12 13.5 22 24.5 31.4 46 54.9 76.5 78 125.0 154.3 217.7 302.4 361 515.2 675.6 1792.2 2467.8'.split(
        ' ',
      ),
    );
  });

  it.each([
    ['export_good', 6],
    ['partner_region', 9],
    ['sector', 3],
    ['promising_sector', 1],
    ['enterprise', 3],
    ['official', 2],
  ])('holds its facts of the kind %s', (topic, count) => {
    expect(vintage.statements.filter((statement) => statement.topic === topic)).toHaveLength(count);
  });

  it('names the region that the article misspells by its real name, and keeps what was printed', () => {
    const corrected = vintage.statements.filter(({ printed }) => printed !== null);
    expect(corrected.map(({ area, printed }) => [printed, area?.name.en])).toEqual([
      ['Kirovsk Oblast', 'Kirov Oblast'],
    ]);
  });

  it('says that the year of the publication is inferred', () => {
    const [source] = new Set(vintage.observations.map((observation) => observation.source));
    expect(source).toMatchObject({ published: '2021-07-27', basis: 'inferred' });
  });
});

import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../functions/dataset/index.ts';
import { ageLimits, saidBefore, toldStatements } from '../../functions/figures/index.ts';
import { editionNamed } from '../briefings.ts';
import { dataset, today, withFile } from '../package-files.ts';
import { told } from '../words.ts';

const { statements } = dataset;
const lineOf = (edition: string, all = statements) => saidBefore(all, editionNamed(edition));
const english = (edition: string, all = statements) => lineOf(edition, all)?.sentences.map((one) => told(one).en);

/** The statements of July 2021, changed in the text of their table. */
const changed = (change: (text: string) => string) => loadDataset(withFile('statements.csv', change), today).statements;

describe('what officials said in July 2021', () => {
  it('is printed for 24 months, and from the month after as said in the past', () => {
    const counted = (edition: string) => toldStatements(statements, editionNamed(edition)).length;
    expect(counted('2023-07')).toBe(statements.length);
    expect(counted('2023-08')).toBe(0);
    const isPast = (edition: string) => toldStatements(statements, editionNamed(edition)).every((one) => one.isPast);
    expect([isPast('2021-07'), isPast('2021-08')]).toEqual([false, true]);
  });

  it('is a dated line from the 25th to the 60th month, and then gone', () => {
    const months = ['2023-07', '2023-08', '2026-07', '2026-08'];
    expect(months.map((edition) => lineOf(edition) !== null)).toEqual([false, true, true, false]);
    expect([ageLimits.leads, ageLimits.gone]).toEqual([24, 60]);
  });

  it('is told by office, with the edition that holds it', () => {
    const line = lineOf('2024-06');
    expect(told(line?.heading ?? null)).toEqual({
      en: 'Said in July 2021',
      ru: 'Заявления: июль 2021 г.',
      be: 'Заявы: ліпень 2021 г.',
    });
    expect(line?.sentences.map((sentence) => told(sentence))).toEqual([
      {
        en: 'The positions of Russia’s then ambassador and of the then chairman of the Oblast Executive Committee, and four sectors and three enterprises named there: see the July 2021 edition, under “Cooperation”; there is no later statement in the data',
        ru: 'Позиции тогдашних посла России и председателя облисполкома, а также названные отрасли (4) и предприятия (3) – в выпуске за июль 2021 г., раздел «Сотрудничество»; более поздних заявлений в данных нет',
        be: 'Пазіцыі тагачасных пасла Расіі і старшыні аблвыканкама, а таксама названыя галіны (4) і прадпрыемствы (3) – у выпуску за ліпень 2021 г., раздзел «Супрацоўніцтва»; пазнейшых заяў у даных няма',
      },
    ]);
  });

  it('names only what there was: one speaker, an official of another office, no enterprise', () => {
    const without = (pattern: RegExp) => changed((text) => text.replace(pattern, ''));
    expect(english('2024-06', without(/^(position,potential|enterprise,).*\n/gm))?.[0]).toMatch(
      /^The positions of Russia’s then ambassador, and four sectors named there: see/,
    );
    const governor = changed((text) =>
      text.replace('official,chairman', 'official,governor').replace(',,chairman,', ',,governor,'),
    );
    expect(english('2024-06', governor)?.[0]).toMatch(/^The positions of Yevgeny Lukyanov and Gennady Solovei, and/);
    expect(english('2024-06', without(/^position,.*\n/gm))?.[0]).toMatch(/^four sectors and three enterprises: see/);
  });
});

it('an edition after a later statement does not say that there is none', () => {
  const later = statements.map((statement) =>
    statement.item === 'potential'
      ? { ...statement, source: { ...statement.source, published: '2023-09' } }
      : statement,
  );
  expect(english('2024-06', later)).toEqual([expect.not.stringContaining('no later statement')]);
  expect(lineOf('2026-06', later)?.sentences).toHaveLength(2);
  expect(told(lineOf('2026-06', later)?.heading ?? null).en).toBe('Said before');
});

import { describe, expect, it } from 'vitest';
import { editionOf, editionsOf, touchedEditions } from '../../functions/briefings/index.ts';
import { changesBetween, type PackageChanges } from '../../functions/changes/index.ts';
import { type Dataset, languages, type PackageFiles } from '../../functions/dataset/index.ts';
import { changesText } from '../../functions/local/changes-text.ts';
import { monthlyPackage, productCode } from '../monthly-package.ts';
import { dataset, noon, packageFiles } from '../package-files.ts';
import { renderer } from '../renders.ts';
import { edited, loaded, withoutSource } from './packages.ts';

/** Fourteen bulletins: trade rose in January 2026, and fell in January and February together. */
const fallen = monthlyPackage({ from: '2025-01', months: 14, low: ['2026-02'], products: 4, seed: 7 });
const newest = 'bulletin-2026-02';
const risen = withoutSource(fallen, newest);

async function changes(before: PackageFiles | Dataset, after: PackageFiles | Dataset): Promise<PackageChanges> {
  const opened = (one: PackageFiles | Dataset) => (one instanceof Map ? loaded(one) : (one as Dataset));
  return changesBetween(opened(before), opened(after), { renderer: await renderer(), now: noon });
}

/** The sentence about trade as a whole that begins the first page, before and after. */
function firstChange({ compared }: PackageChanges, language: (typeof languages)[number]) {
  const { changed } = compared?.languages[language].sentences ?? { changed: [] };
  const found = changed.find(({ place }) => place === 'overview/list');
  return [found?.before, found?.after].map((text) => text?.replaceAll('\u00a0', ' '));
}

describe('publishing a month in which trade fell', async () => {
  const month = await changes(risen, fallen);

  it.each([
    ['en', 'Trade with Russia rose by 13%.', 'Trade with Russia fell by 4.6%.'],
    ['ru', 'Торговля с Россией выросла на 13 %.', 'Торговля с Россией сократилась на 4,6 %.'],
    ['be', 'Гандаль з Расіяй вырас на 13 %.', 'Гандаль з Расіяй скараціўся на 4,6 %.'],
  ] as const)('in %s the first sentence turns', (language, before, after) => {
    expect(firstChange(month, language)).toEqual([before, after]);
  });

  it('says which rows come, and that none goes', () => {
    const [sources, observations, ...others] = month.rows;
    expect([sources?.table, sources?.added.map(({ key }) => key)]).toEqual(['sources', [newest]]);
    expect(observations?.added.every(({ cells }) => cells.source === newest)).toBe(true);
    expect([observations?.changed, observations?.removed, others]).toEqual([[], [], []]);
  });

  it('names the editions from the month of the bulletin on', () => {
    expect([month.editions[0], month.editions.at(-1), month.editions.length]).toEqual(['2026-04', '2026-11', 8]);
    expect(month.compared?.edition).toBe('2026-11');
  });

  it('tells a new value with the newest before it, and what is calculated from it', () => {
    const key = 'trade_value.export.RU.2026-01/2026-02';
    const added = month.compared?.languages.en.figures.added.find((figure) => figure.key === key);
    expect(added).toMatchObject({ name: 'Exports', months: 'Jan–Feb 2026', previous: { months: 'Jan 2026' } });
    expect(added?.dependents).toContain('exports.month.2026-02');
  });

  it('tells of a value that moved on what it was and what it will be', () => {
    const { changed = [] } = month.compared?.languages.en.figures ?? {};
    const goods = changed.find(({ key }) => key === `exports.${productCode(0)}.share.2026-01/2026-02`);
    expect([goods?.before.period, goods?.after.period]).toEqual(['2026-01', '2026-01/2026-02']);
  });

  it('counts the pages in each language, and says which are others', () => {
    for (const language of languages) {
      const pages = month.compared?.languages[language].pages;
      expect(pages?.after).toBeGreaterThan(3);
      expect(pages?.differing[0]).toBe(1);
    }
  });

  it('reads in a terminal as sentences, with all that is cut off counted', () => {
    const text = changesText(month).replaceAll('\u00a0', ' ');
    expect(text).toContain('8 editions would be printed again: 2026-04 to 2026-11 (');
    expect(text).toContain('    - Trade with Russia rose by 13%.\n    + Trade with Russia fell by 4.6%.\n');
    expect(text).toContain('    - Гандаль з Расіяй вырас на 13 %.\n');
    expect(text).toMatch(/\n {2}\+ Exports, Jan–Feb 2026: [\d.]+ \(USD m\); the latest was [\d.]+, Jan 2026\n/);
    expect(text).toMatch(/\n {4}and \d+ more\n/);
  });

  it('taken back, everything that came goes', async () => {
    const back = await changes(fallen, risen);
    expect(back.rows.map(({ removed }) => removed.length)).toEqual(month.rows.map(({ added }) => added.length));
    expect(back.editions).toEqual(month.editions);
    expect(firstChange(back, 'en')).toEqual(firstChange(month, 'en').toReversed());
    const keys = (figures: readonly { readonly key: string }[] = []) => figures.map(({ key }) => key).toSorted();
    expect(keys(back.compared?.languages.en.figures.removed)).toEqual(keys(month.compared?.languages.en.figures.added));
  });
});

it('publishing the same package again would change nothing', async () => {
  const same = await changes(packageFiles, dataset);
  expect([same.rows, same.editions, same.compared]).toEqual([[], [], null]);
  expect(changesText(same)).toBe('Publishing this package would change nothing.\n');
});

it('a source that no row names changes no edition', async () => {
  const line = 'unread,X,Х,Х,Unread,Непрочитано,Непрачытана,https://example.org/unread,2026-11-01,stated';
  const sources = `${new TextDecoder().decode(packageFiles.get('sources.csv')).trimEnd()}\n${line}\n`;
  const added = await changes(dataset, new Map([...packageFiles, ['sources.csv', new TextEncoder().encode(sources)]]));
  expect(added.rows.map(({ table, added: rows }) => [table, rows.map(({ key }) => key)])).toEqual([
    ['sources', ['unread']],
  ]);
  expect([added.editions, added.compared]).toEqual([[], null]);
  expect(changesText(added)).toContain('No edition would be another.');
});

it('a value that is corrected brings what is calculated from it, from its edition on', async () => {
  const good = `trade_value,export,BY-HO,RU,${productCode(1)},2025-01/2025-11,`;
  const corrected = edited(
    fallen,
    () => true,
    (line) => (line.startsWith(good) ? line.replace(/(\.\d)\d,USD/, (_, tenth) => `${tenth}5,USD`) : line),
  );
  const { rows, editions, compared } = await changes(fallen, corrected);
  expect(rows.flatMap(({ changed }) => changed).flatMap(({ cells }) => cells.map(({ column }) => column))).toEqual([
    'value',
  ]);
  expect([editions[0], editions.at(-1)]).toEqual(['2026-01', '2026-11']);
  const { changed = [], added, removed } = compared?.languages.en.figures ?? {};
  const [value, ...others] = changed.filter(({ status }) => status === 'published');
  expect([value?.key, others, added, removed]).toEqual([
    `trade_value.export.RU.${productCode(1)}.2025-01/2025-11`,
    [],
    [],
    [],
  ]);
  expect(value?.after.number).toMatch(/5$/);
});

it('the editions that a change touches are those whose data are others, one by one', () => {
  const noted = (wanted: string) => (line: string) => (line.startsWith(wanted) ? `${line}seen` : line);
  const named = (line: string) => line.replace(/^(RU-SAM,.*?)Samara/, '$1Samarra');
  const cases: readonly (readonly [PackageFiles, PackageFiles])[] = [
    [fallen, risen],
    [fallen, edited(fallen, () => true, noted('trade_value,export,BY-HO,RU,_T,2025-03'))],
    [fallen, edited(fallen, () => true, noted('trade_value,export,BY-HO,RU,_T,2025-01,'))],
    [packageFiles, edited(packageFiles, () => true, named)],
    [packageFiles, edited(packageFiles, () => true, noted('companies,'))],
    [fallen, fallen],
  ];
  for (const [before, after] of cases.map(([a, b]) => [loaded(a), loaded(b)] as const)) {
    const editions = touchedEditions(before, after, noon);
    const others = editionsOf(before, noon).filter(
      (edition) => editionOf(before, edition).digest !== editionOf(after, edition).digest,
    );
    expect(editions).toEqual(others);
  }
});

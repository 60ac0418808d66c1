import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../functions/dataset/index.ts';
import {
  documentDaysFinding,
  documentKindsFinding,
  documentsFinding,
  documentsWhoFinding,
  investmentAmountFinding,
  investmentFinding,
  investmentShareFinding,
  newestPartners,
  type OverTime,
  partnersFinding,
  quarterFinding,
  quartersKnownTogether,
  stockFinding,
} from '../../../functions/figures/index.ts';
import { briefingOf, editionNamed } from '../../briefings.ts';
import { type BulletinRow, packageOf, sourceOf } from '../../monthly-package.ts';
import { dataset, today } from '../../package-files.ts';
import { told } from '../../words.ts';

/** Two values of trade, so that there is a record over time at all. */
const trade: readonly BulletinRow[] = [
  { period: '2026-01', value: '100.0' },
  { period: '2026-01/2026-02', value: '210.0' },
];
const sources = [sourceOf('bulletin', '2026-10-15'), sourceOf('other', '2026-09-15', 'Another')];

function recordOf(rows: readonly BulletinRow[]): OverTime {
  const { overTime } = briefingOf('2026-11', loadDataset(packageOf([...trade, ...rows], sources), today));
  if (!overTime) throw new Error('the rows say nothing over time');
  return overTime;
}

const row = (indicator: string, unit: string) => (period: string, value: string, source?: string) => ({
  indicator,
  flow: '_Z',
  unit,
  period,
  value,
  ...(source ? { source } : {}),
});
const invested = row('investment', 'USD');
const share = row('investment_share', 'PT');
const counted = (indicator: string) => row(indicator, 'PN');
const companies = counted('companies');

/** Sums since January of each quarter of a year, from what each quarter brought. */
function year(of: number, ...quarters: readonly number[]): readonly BulletinRow[] {
  const ends = ['03', '06', '09', '12'];
  return quarters.map((_, index) => {
    const sum = quarters.slice(0, index + 1).reduce((total, next) => total + next, 0);
    return invested(index === 3 ? String(of) : `${of}-01/${of}-${ends[index]}`, sum.toFixed(1));
  });
}

describe('investment with its share', () => {
  const half = (before: string, now: string, amount = '180.0') =>
    investmentFinding(
      recordOf([
        invested('2025-01/2025-06', '200.0'),
        invested('2026-01/2026-06', amount),
        share('2025-01/2025-06', before),
        share('2026-01/2026-06', now),
      ]),
    );

  it('says yet where the amount fell, the share did not, and is above half', () => {
    expect(told(half('50', '52'))).toEqual({
      en: 'Russian investment fell by 10%, yet made up more than half of foreign investment',
      ru: 'Российские инвестиции сократились на 10 %, но это более половины иностранных',
      be: 'Расійскія інвестыцыі скараціліся на 10 %, але гэта больш за палову замежных',
    });
    expect(told(half('50', '52', '220.0')).en).toBe(
      'Russian investment rose by 10% and made up more than half of foreign investment',
    );
  });

  it.each([
    ['the intervals of the shares meet', '50', '51', 'quarter.yet_share'],
    ['the share may have fallen', '51', '51', 'quarter.and_share'],
    ['it is half or less within rounding', '40', '50', 'quarter.and_share'],
    ['it lies just above half', '40', '50.1', 'quarter.yet_share'],
  ])('where %s', (_, before, now, message) => {
    expect(half(before, now)?.message).toBe(message);
  });

  it('is told by the change alone where no share is known, and by the share where there is no change', () => {
    const halves = [invested('2025-01/2025-06', '200.0'), invested('2026-01/2026-06', '180.0')];
    expect(told(investmentFinding(recordOf(halves))).en).toBe('Russian investment fell by about 10%');
    const first = recordOf([...year(2026, 100, 80), share('2026-01/2026-06', '52')]);
    expect(told(investmentFinding(first)).en).toMatch(/^Russia accounts for more than half of foreign investment/);
    expect(told(investmentAmountFinding(first)).en).toBe(
      'In January–June 2026 it came to USD 180.0 million, 52% of all foreign investment',
    );
  });

  it('has no rate from a tiny base', () => {
    const grown = [invested('2025-01/2025-06', '0.4'), invested('2026-01/2026-06', '90.0')];
    const shares = [share('2025-01/2025-06', '1'), share('2026-01/2026-06', '52')];
    expect(investmentFinding(recordOf([...grown, ...shares]))?.message).toBe('share.investment');
  });
});

describe('the newest quarter of investment', () => {
  const said = (...rows: readonly (readonly BulletinRow[])[]) => told(quarterFinding(recordOf(rows.flat()))).en;

  it('is told with the neighbour that it is known together with', () => {
    const [first, , third] = year(2026, 50, 30, 40);
    const record = recordOf([...(first ? [first] : []), ...(third ? [third] : [])]);
    expect(quartersKnownTogether(record.investment as NonNullable<OverTime['investment']>)).toHaveLength(1);
    expect(told(quarterFinding(record)).en).toBe(
      'the second quarter of 2026 and the third quarter of 2026 are known only together: USD 70.0 million',
    );
  });

  it('is told where nothing came, and where more was withdrawn', () => {
    expect(said(year(2026, 50, 0))).toBe('In the second quarter of 2026 no further investment was recorded');
    expect(said(year(2026, 50, -20))).toBe(
      'In the second quarter of 2026 the sum since January fell by USD 20.0 million: more was withdrawn than invested',
    );
  });

  it('is told as times the year before from twice on', () => {
    expect(said(year(2025, 50), year(2026, 99.9))).toMatch(/99.8% more than/);
    expect(said(year(2025, 50), year(2026, 100))).toMatch(/2 times that of the same quarter a year earlier/);
  });

  it('is a streak from the third quarter on', () => {
    expect(said(year(2025, 50, 50, 50), year(2026, 60, 60))).toMatch(/20.0% more than/);
    expect(said(year(2025, 50, 50, 50), year(2026, 60, 60, 60))).toBe(
      'Russian investment was higher than in the same quarter a year earlier for the third quarter in a row',
    );
  });
});

describe('Russia’s share of foreign investment', () => {
  const over = (...values: readonly string[]) =>
    told(
      investmentShareFinding(recordOf(values.map((value, index) => share(`${2026 - values.length + index}`, value)))),
    ).en;

  it('is the highest of four equal periods or more, apart from the others', () => {
    expect(over('40', '41', '42', '44')).toBe(
      'At 44%, Russia’s share of foreign investment was the highest of four years',
    );
    expect(over('40', '41', '44')).toBe(
      'Russia’s share of foreign investment rose by 4.0 percentage points in two years, to 44%',
    );
    expect(over('40', '41', '44', '44')).toMatch(/rose by 4.0 percentage points in three years/);
  });
});

describe('counts on days', () => {
  const title = (...counts: readonly (readonly [day: string, count: string])[]) => {
    const { stocks } = recordOf(counts.map(([day, count]) => companies(day, count)));
    const [stock] = stocks;
    return told(stock ? stockFinding(stock) : null);
  };

  it('are compared with two years before, or else with one', () => {
    expect(title(['2024-06', '404'], ['2025-06', '420'], ['2026-06', '441'])).toEqual({
      en: '441 companies, 37 more than in June 2024',
      ru: '441 компания, на 37 больше, чем в июне 2024 г.',
      be: '441 кампанія, на 37 больш, чым у чэрвені 2024 г.',
    });
    expect(title(['2023-06', '404'], ['2025-06', '420'], ['2026-06', '418']).en).toBe(
      '418 companies, two fewer than in June 2025',
    );
    expect(title(['2023-06', '418'], ['2026-06', '418']).en).toBe('418 companies, as many as in June 2023');
  });

  it('of other months of the year stand side by side', () => {
    expect(title(['2025-12', '430'], ['2026-06', '441']).en).toBe('441 in June 2026; 430 in December 2025');
  });

  it('are a number where there is one', () => {
    expect(title(['2026-06', '441']).en).toBe('441 companies with Russian capital');
  });

  it('keep the noun of who counts, and other publishers stand elsewhere', () => {
    const record = recordOf([
      companies('2026-06', '441'),
      companies('2026-07', '450', 'other'),
      counted('enterprises')('2026-07', '445', 'other'),
      row('investment', 'RUB')('2025', '6200000000', 'other'),
    ]);
    const enterprises = record.stocks.find(({ indicator }) => indicator === 'enterprises');
    expect(told(enterprises ? stockFinding(enterprises) : null).en).toBe('445 enterprises with Russian capital');
    expect(record.elsewhere.map(({ figure }) => [figure.value, figure.unit])).toEqual([
      [450, 'count'],
      [445, 'count'],
      [6200, 'RUB'],
    ]);
  });
});

describe('cooperation documents', () => {
  const day = (period: string, local: number, executive: number, council: number) => [
    counted('documents_local')(period, String(local)),
    counted('documents_executive')(period, String(executive)),
    counted('documents_council')(period, String(council)),
  ];
  const of = (...days: readonly (readonly BulletinRow[])[]) => {
    const { documents } = recordOf(days.flat());
    if (!documents) throw new Error('not all kinds are counted');
    return documents;
  };

  it('are added up on days of which all kinds are known, and compared with the first of five years', () => {
    const counts = of(day('2020-06', 50, 10, 5), day('2022-06', 79, 23, 10), day('2026-06', 87, 31, 18));
    expect(counts.totals.map(({ value }) => value)).toEqual([65, 112, 136]);
    expect(told(documentsFinding(counts)).en).toBe(
      '136 cooperation documents had been signed by June 2026, 24 more than by June 2022',
    );
    expect(told(documentKindsFinding(counts)).en).toBe('Each kind has eight more documents than in June 2022');
  });

  it('name each kind where they changed differently', () => {
    const counts = of(day('2025-06', 79, 23, 10), day('2026-06', 87, 23, 9));
    expect(told(documentKindsFinding(counts))).toEqual({
      en: 'Documents against June 2025: districts and cities +8, the Executive Committee 0, the Council of Deputies −1',
      ru: 'Документы по сравнению с подсчётом в июне 2025 г.: районы и города +8, облисполком 0, областной Совет депутатов −1',
      be: 'Дакументы ў параўнанні з падлікам у чэрвені 2025 г.: раёны і гарады +8, аблвыканкам 0, абласны Савет дэпутатаў −1',
    });
  });

  it('are said to be counted twice a year only where they are', () => {
    const december = of(day('2025-12', 79, 23, 10), day('2026-06', 80, 23, 10));
    expect(told(documentDaysFinding(december)).en).toBe('Counted at mid-year and at year-end');
    const other = of(day('2025-11', 79, 23, 10), day('2026-06', 80, 23, 10));
    expect(told(documentDaysFinding(other)).en).toBe('The latest count is of June 2026');
  });

  it('are said to be mostly those of districts and cities from half on', () => {
    const [total] = of(day('2026-06', 50, 30, 20)).totals;
    const part = (lo: number) => (total ? { ...total, value: lo + 1, interval: { lo, hi: lo + 2 } } : null);
    const [half, less] = [part(50), part(49.9)];
    expect(half && documentsWhoFinding(half)).not.toBeNull();
    expect(less && documentsWhoFinding(less)).toBeNull();
  });
});

it('a list of partner regions is dated from the 13th month on', () => {
  const partners = newestPartners(dataset.statements);
  const message = (edition: string) => partnersFinding(partners, [], editionNamed(edition))?.message;
  expect([message('2022-07'), message('2022-08')]).toEqual(['title.cooperation_regions', 'said.partners']);
});

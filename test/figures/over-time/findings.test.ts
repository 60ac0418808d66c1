import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages, loadDataset } from '../../../functions/dataset/index.ts';
import {
  aheadByFinding,
  aheadFinding,
  aloneFinding,
  borderFinding,
  bothValuesFinding,
  driversFinding,
  everyMonthFinding,
  extremeFinding,
  extremeOfBothFinding,
  extremeTitle,
  type Finding,
  fastestGoodsFinding,
  fastestRegionsFinding,
  flowDriverFinding,
  flowsFinding,
  goodsTitle,
  highestOfFewFinding,
  largestGoodFinding,
  lastFinding,
  marketsOverTimeTitle,
  missingFinding,
  monthFinding,
  monthLead,
  monthTitle,
  namedGoodsFinding,
  namedRegionsFinding,
  namingFindings,
  type OverTime,
  outsideFinding,
  type PartsOverTime,
  paceFinding,
  pairedBaseFinding,
  passedFinding,
  quarterFinding,
  regionMovesFinding,
  restFinding,
  revisedBaseFinding,
  sameMonthsFinding,
  sharesTitle,
  shiftFinding,
  streakFinding,
  streaksFindings,
  toDateFinding,
  toDateTitle,
  turnFinding,
  twelveBalanceFinding,
  twelveEndsFinding,
  twelveExtremeFinding,
  twelveFinding,
  valueToDateFinding,
} from '../../../functions/figures/index.ts';
import { balanceByFinding } from '../../../functions/figures/over-time/findings/since-january.ts';
import { briefingOf } from '../../briefings.ts';
import { type BulletinRow, type Bulletins, monthlyPackage, packageOf, sourceOf } from '../../monthly-package.ts';
import { today } from '../../package-files.ts';
import { told } from '../../words.ts';

/** Every sentence that a record of bulletins lets us say. */
function sentences(overTime: OverTime): readonly Finding[] {
  const { exports, imports, turnover } = overTime;
  const ofFlows = (['exports', 'imports'] as const).flatMap((name) => {
    const flow = { exports, imports }[name];
    if (!flow) return [];
    return [
      toDateFinding(name, flow),
      monthFinding(name, flow),
      twelveFinding(name, flow),
      twelveExtremeFinding(flow),
      twelveEndsFinding(flow),
      streakFinding(name, flow),
      lastFinding(name, flow, 'rose'),
      lastFinding(name, flow, 'fell'),
      turnFinding(name, flow),
      extremeFinding(name, flow),
      revisedBaseFinding(flow),
      shiftFinding(name, overTime),
      extremeTitle(name, flow),
      valueToDateFinding(name, flow),
      aheadByFinding(name, flow),
    ];
  });
  const found = [
    ...ofFlows,
    turnover && toDateFinding('turnover', turnover),
    bothValuesFinding(overTime),
    everyMonthFinding(overTime),
    highestOfFewFinding(overTime),
    ...streaksFindings(overTime),
    toDateTitle(overTime),
    flowDriverFinding(overTime),
    sharesTitle(overTime),
    turnover && twelveFinding('turnover', turnover),
    paceFinding(overTime),
    flowsFinding(overTime),
    balanceByFinding(overTime),
    monthLead(overTime),
    monthTitle(overTime),
    pairedBaseFinding(overTime),
    twelveBalanceFinding(overTime),
    extremeOfBothFinding(overTime),
    aheadFinding(overTime),
    quarterFinding(overTime),
    ...overTime.missing.map(missingFinding),
    ...[overTime.goods.exports, overTime.goods.imports].flatMap((goods) => (goods ? ofGoods(goods) : [])),
    ...(overTime.regions ? ofRegions(overTime.regions) : []),
  ];
  return found.filter((sentence) => sentence !== null);
}

function ofGoods(goods: PartsOverTime): readonly (Finding | null)[] {
  return [
    namedGoodsFinding(goods),
    aloneFinding(goods),
    largestGoodFinding(goods),
    goodsTitle(goods),
    outsideFinding(goods),
    restFinding(goods),
    ...(['rose', 'fell'] as const).flatMap((direction) => [
      driversFinding(goods, direction),
      driversFinding(goods, direction, 'names'),
      fastestGoodsFinding(goods, direction),
    ]),
    ...namingFindings(goods),
  ];
}

function ofRegions(regions: PartsOverTime): readonly (Finding | null)[] {
  return [
    marketsOverTimeTitle(regions),
    namedRegionsFinding(regions),
    passedFinding(regions),
    regionMovesFinding(regions),
    fastestRegionsFinding(regions),
    borderFinding(regions),
    sameMonthsFinding(regions),
    ...namingFindings(regions),
  ];
}

function overTimeOf(bulletins: Bulletins, edition = '2026-11'): OverTime {
  const { overTime } = briefingOf(edition, loadDataset(monthlyPackage(bulletins), today));
  if (!overTime) throw new Error('the bulletins say nothing over time');
  return overTime;
}

const said = (overTime: OverTime) => sentences(overTime).map(({ message }) => message);

it('every sentence is whole in every language, whatever bulletins there are', () => {
  const month = fc
    .integer({ min: 0, max: 35 })
    .map((at) => `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`);
  const drawn = fc.record({
    from: fc.constant('2023-01'),
    months: fc.integer({ min: 2, max: 44 }),
    missing: fc.array(month, { maxLength: 5 }),
    low: fc.array(month, { maxLength: 12 }),
    flows: fc.constantFrom(
      ['turnover', 'export', 'import'] as const,
      ['export'] as const,
      ['export', 'import'] as const,
    ),
    products: fc.integer({ min: 0, max: 5 }),
    regions: fc.integer({ min: 0, max: 6 }),
    seed: fc.integer({ min: 1, max: 1e6 }),
  });
  fc.assert(
    fc.property(drawn, (bulletins) => {
      const { overTime } = briefingOf('2026-11', loadDataset(monthlyPackage(bulletins), today));
      for (const sentence of overTime ? sentences(overTime) : []) {
        const written = told(sentence);
        for (const language of languages) {
          expect([sentence.message, written[language]]).toEqual([
            sentence.message,
            expect.not.stringMatching(/[{}]|undefined|null|NaN|\bother\b|^$/),
          ]);
        }
      }
    }),
    { numRuns: 40 },
  );
});

describe('months that are known only together', () => {
  it('lead the edition after a missing bulletin, and no single month, streak or extreme is told of them', () => {
    const messages = said(overTimeOf({ from: '2023-01', months: 21, missing: ['2024-08'] }, '2024-11'));
    expect(messages.filter((message) => /^(single|streak|turn|extreme)\./.test(message))).toEqual([]);
    expect(messages).toContain('missing.follows');
    expect(messages.some((message) => message.startsWith('pair.'))).toBe(true);
  });

  it('as a base leave a month without a percentage, and the newest sum of twelve months with its month', () => {
    const messages = said(overTimeOf({ from: '2023-01', months: 32, missing: ['2024-08'] }, '2025-10'));
    expect(messages).toContain('pair.base_both');
    expect(messages).toContain('twelve.ends');
    expect(messages.filter((message) => /^single\.(?!both_values)/.test(message))).toEqual([]);
  });

  it('are not told of as a stretch where more than five bulletins are missing', () => {
    const missing = ['03', '04', '05', '06', '07', '08'].map((month) => `2024-${month}`);
    expect(said(overTimeOf({ from: '2023-01', months: 30, missing }))).toContain('missing.long');
  });
});

describe('single months', () => {
  const sources = [sourceOf('bulletin', '2026-05-15')];
  const month = (name: string, value: string): BulletinRow => ({ period: name, value });
  const newest = (before: string, now: string) => {
    const files = packageOf([month('2025-04', before), month('2026-04', now)], sources);
    const flow = briefingOf('2026-11', loadDataset(files, today)).overTime?.exports;
    return flow ? monthFinding('exports', flow)?.message : null;
  };

  it.each([
    ['100.0', '112.0', 'single.up'],
    ['100.0', '88.0', 'single.down'],
    ['100.0', '100.2', 'single.same'],
    ['100.0', '100.0', 'single.unchanged'],
    ['100.0', '199.9', 'single.up'],
    ['100.0', '200.0', 'single.times'],
    ['100.0', '45.0', 'single.halved'],
    ['0.4', '4.0', undefined],
  ])('from %s to %s are told by %s', (before, now, message) => {
    expect(newest(before, now)).toBe(message);
  });

  it('of a year before that nobody published are told without a change', () => {
    const files = packageOf([month('2026-03', '100.0'), month('2026-04', '110.0')], sources);
    const flow = briefingOf('2026-11', loadDataset(files, today)).overTime?.exports;
    expect(flow && monthFinding('exports', flow)?.message).toBe('single.no_base');
  });
});

it('two bulletins with exports alone say what they can, and nothing of imports or a balance', () => {
  const messages = said(overTimeOf({ from: '2026-01', months: 2, flows: ['export'] }));
  expect(messages).toContain('single.no_base');
  expect(messages.filter((message) => /both|balance|imports|faster/.test(message))).toEqual([]);
});

describe('two flows in one sentence', () => {
  it('have had their highest months in the first year, and imports were above exports in each', () => {
    const first = overTimeOf({ from: '2023-01', months: 7 });
    expect(told(highestOfFewFinding(first)).en).toMatch(/^Of the seven months known, exports/);
    expect(everyMonthFinding(first)?.message).toBe('extreme.every_month_more');
    expect(highestOfFewFinding(overTimeOf({ from: '2023-01', months: 5 }))).toBeNull();
  });

  it('are not said to have kept an order in every month where a month is not known singly', () => {
    expect(everyMonthFinding(overTimeOf({ from: '2023-01', months: 9, missing: ['2023-04'] }))).toBeNull();
    expect(everyMonthFinding(overTimeOf({ from: '2023-01', months: 14 }))?.message).toBe('extreme.every_month_above');
  });

  it('of opposite directions are told in whole per cent from ten on, so that the title keeps to two lines', () => {
    const rows = (exports: string, imports: string, year: number): readonly BulletinRow[] => [
      { period: `${year}-01`, value: exports },
      { period: `${year}-01`, value: imports, flow: 'import' },
    ];
    const files = packageOf(
      [...rows('100.0', '200.0', 2025), ...rows('126.4', '154.0', 2026)],
      [sourceOf('bulletin', '2026-03-15')],
    );
    const { overTime } = briefingOf('2026-04', loadDataset(files, today));
    expect(told(overTime && monthTitle(overTime)).en).toBe(
      'In January 2026 exports were 26% higher and imports 23% lower than a year earlier',
    );
    expect(told(overTime && toDateTitle(overTime)).en).toBe(
      'Exports rose by 26.4% but imports fell by 23.0% in January 2026',
    );
  });
});

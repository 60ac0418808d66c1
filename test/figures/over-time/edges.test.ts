import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../functions/dataset/index.ts';
import {
  borderFinding,
  briefOverTime,
  documentKindsFinding,
  monthLead,
  monthTitle,
  type OverTime,
  restFinding,
  stockFinding,
  streaksFindings,
  twelveTitle,
} from '../../../functions/figures/index.ts';
import { briefingOf, editionNamed } from '../../briefings.ts';
import { linesOf } from '../../documents.ts';
import { type BulletinRow, packageOf, sourceOf } from '../../monthly-package.ts';
import { today } from '../../package-files.ts';
import { told } from '../../words.ts';

/** What is traded in a month, in USD million, by the number of the month since January 2023. */
type Monthly = (month: number) => number;

interface World {
  readonly exports: Monthly;
  readonly imports: Monthly;
  readonly months?: number;
  readonly edition?: string;
  readonly goods?: Readonly<Record<string, Monthly>>;
  readonly regions?: Readonly<Record<string, Monthly>>;
  readonly counts?: Readonly<Record<string, Monthly>>;
  /** The month of a bulletin that does not state exports. */
  readonly unknown?: number;
  /** Rows of the last bulletin beside those. */
  readonly more?: readonly BulletinRow[];
  /** Whether a bulletin of a month came. */
  readonly came?: (month: number) => boolean;
}

const codeOf = (month: number) => `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

function periodOf(month: number): string {
  const year = String(2023 + Math.floor(month / 12));
  if (month % 12 === 11) return year;
  return month % 12 === 0 ? `${year}-01` : `${year}-01/${codeOf(month)}`;
}

/** The briefing on bulletins of two and a half years, from January 2023 on. */
function briefingIn({ exports, imports, months = 30, edition = '2025-08', came = () => true, ...parts }: World) {
  const { goods = {}, regions = {}, counts = {}, more = [], unknown } = parts;
  const since = (monthly: Monthly, month: number) => {
    let sum = 0;
    for (let at = month - (month % 12); at <= month; at += 1) sum += monthly(at);
    return sum;
  };
  const rows: BulletinRow[] = [];
  const sources: string[] = [];
  for (let month = 0; month < months; month += 1) {
    if (!came(month)) continue;
    const [period, source] = [periodOf(month), `bulletin-${codeOf(month)}`];
    sources.push(sourceOf(source, `${codeOf(month + 2)}-15`));
    const sold = since(exports, month).toFixed(1);
    const bought = since(imports, month).toFixed(1);
    if (month !== unknown)
      rows.push({ flow: 'turnover', period, value: (Number(sold) + Number(bought)).toFixed(1), source });
    if (month !== unknown) rows.push({ period, value: sold, source });
    rows.push({ flow: 'import', period, value: bought, source });
    for (const [product, monthly] of Object.entries(goods)) {
      rows.push({ product, period, value: since(monthly, month).toFixed(2), source });
    }
    for (const [area, monthly] of Object.entries(regions)) {
      rows.push({ area, period, value: since(monthly, month).toFixed(1), source });
    }
    if (month % 6 !== 5) continue;
    for (const [indicator, monthly] of Object.entries(counts)) {
      rows.push({ indicator, flow: '_Z', period: codeOf(month), value: String(monthly(month)), unit: 'PN', source });
    }
  }
  rows.push(...more.map((row) => ({ source: `bulletin-${codeOf(months - 1)}`, ...row })));
  return briefingOf(edition, loadDataset(packageOf(rows, sources), today));
}

function overTimeIn(world: World): OverTime {
  const { overTime } = briefingIn(world);
  if (!overTime) throw new Error('the bulletins say nothing over time');
  return overTime;
}

const brief = (world: World, about: string) => {
  const edition = editionNamed(world.edition ?? '2025-08');
  const item = briefOverTime(overTimeIn(world), edition).find((each) => each.about === about);
  return [item?.lead, item?.body, item?.more].flatMap((each) => (each ? [told(each).en] : []));
};

const newestMonth = (overTime: OverTime) => monthTitle(overTime) ?? monthLead(overTime);

const always = (value: number) => () => value;
const from = (start: number, before: number, after: number) => (month: number) => (month < start ? before : after);

describe('trade that comes to nothing, or to next to nothing', () => {
  it('fell to zero, and by no percentage', () => {
    expect(brief({ exports: from(24, 100, 0), imports: always(300) }, 'flows')).toEqual([
      'Exports fell to zero, but imports were unchanged',
      'The deficit widened by 600.0 million to USD 1,800.0 million',
    ]);
  });

  it('is not lower than a year earlier where it was nothing then', () => {
    const overTime = overTimeIn({ exports: (month) => 100 + month, imports: always(0) });
    expect(told(newestMonth(overTime)).en).toBe(
      'In June 2025 imports were almost the same as a year earlier, exports were higher',
    );
  });

  it('neither rose nor fell where rounding leaves that open', () => {
    const world = { exports: (month: number) => 0.04 + month * 0.001, imports: always(0.02) };
    expect(told(newestMonth(overTimeIn(world))).en).toBe(
      'In June 2025 exports and imports were almost the same as a year earlier',
    );
    expect(brief(world, 'flows')[0]).toBe(
      'Exports rose to USD 0.4 million, from USD 0.3 million a year earlier, but imports were almost unchanged',
    );
  });

  it('is told in multiples where it grew many times over, and never fell by 100% while something is left', () => {
    const world = { exports: from(18, 4, 200), imports: from(18, 300, 0.3) };
    expect(brief(world, 'flows')[0]).toBe(
      'Exports rose to 50 times the year-earlier level, but imports fell by more than 90%',
    );
    expect(told(newestMonth(overTimeIn(world))).en).not.toMatch(/100%|,\d{3}%/);
  });

  it('has in its alternative text the last rate with its month where the newest months have none', () => {
    const lines = linesOf(briefingIn({ exports: from(24, 100, 0), imports: always(300) }), 'en');
    expect(lines.find((line) => line.includes('Exports: 0.0 in June 2025'))).toContain(
      'from 0.0% to 0.0%; latest, for December 2024: 0.0%'.replace(';', ','),
    );
  });
});

describe('a balance', () => {
  it('that changed sides since a year earlier is told in brief', () => {
    expect(brief({ exports: from(24, 300, 100), imports: from(24, 150, 250) }, 'flows').at(-1)).toBe(
      'The surplus in trade with Russia turned into a deficit of USD 900.0 million (a year earlier, a surplus of USD 900.0 million)',
    );
  });

  it('of zero is neither a surplus nor a deficit', () => {
    const title = told(twelveTitle(overTimeIn({ exports: always(100), imports: always(100) })));
    expect(title.en).toBe('Exports and imports over twelve months are almost equal');
  });
});

describe('months that are told once', () => {
  it('are in one sentence where exports and imports went different ways in a row', () => {
    const overTime = overTimeIn({ exports: from(24, 300, 100), imports: from(22, 150, 250) });
    expect(streaksFindings(overTime).map((found) => told(found).en)).toEqual([
      'In June 2025 exports were lower than a year earlier for the sixth month in a row, imports higher for the eighth',
    ]);
  });

  it('name the amount of the highest month once', () => {
    const told = brief({ exports: (month) => 100 + month, imports: always(300) }, 'month');
    expect(told.filter((sentence) => sentence.includes('USD 129.0 million'))).toHaveLength(1);
  });

  it('are sums to the month that each flow is known to', () => {
    const lines = linesOf(briefingIn({ exports: (month) => 100 + month, imports: always(300), unknown: 29 }), 'en');
    const alt = lines.find((line) => line.includes('sums of twelve months.')) ?? '';
    expect(alt).toMatch(/^May 2025: the twelve-month deficit/);
    expect(alt).toMatch(/Imports from Russia: [^;]* to June 2025;.*Exports to Russia: [^;]* to May 2025;/);
  });

  it('are not told as taken together where a whole year is', () => {
    const december = (month: number) => month % 12 === 11;
    const world = { exports: (month: number) => 100 + month, imports: always(300), came: december, edition: '2025-02' };
    expect(brief(world, 'month')).toEqual([]);
    expect(linesOf(briefingIn(world), 'en').filter((line) => /together exports/.test(line))).toEqual([]);
  });
});

describe('goods, regions and counts', () => {
  it('of a total that hardly moved bring no “most of the increase”', () => {
    const overTime = overTimeIn({
      exports: from(24, 1000, 1000.4),
      imports: always(3000),
      goods: { HS1000: always(20), HS1001: always(10) },
    });
    expect(overTime.goods.exports && restFinding(overTime.goods.exports)).toBeNull();
  });

  it('name a region that takes nothing without a part of exports', () => {
    const { regions } = overTimeIn({
      exports: always(100),
      imports: always(300),
      regions: { 'RU-MOS': always(60), 'RU-BRY': always(0) },
    });
    expect(regions && told(borderFinding(regions)).en).toBe('One of the two named buyers borders Belarus');
  });

  it('have one title for the page and another for its table', () => {
    const world = { exports: from(24, 100, 0), imports: always(300), goods: { HS1000: from(24, 50, 0) } };
    const titles = linesOf(briefingIn(world), 'en').filter((line) => line.startsWith('Took most from exports'));
    expect(titles.filter((line) => !/Table|\(/.test(line))).toHaveLength(1);
  });

  it('of nothing are told in words', () => {
    const counts = { companies: from(24, 5, 0), companies_fez: always(0), documents_executive: always(0) };
    const overTime = overTimeIn({ exports: always(100), imports: always(300), counts });
    const companies = overTime.stocks.flatMap((stock) => stockFinding(stock) ?? []).map(told);
    expect(companies[0]).toEqual({
      en: 'no companies, five fewer than in June 2023',
      ru: 'ни одной компании, на 5 меньше, чем в июне 2023 г.',
      be: 'ніводнай кампаніі, на 5 менш, чым у чэрвені 2023 г.',
    });
  });

  it('of documents that stayed as they were give no zeros', () => {
    const counts = { documents_executive: always(22), documents_council: always(9), documents_local: always(78) };
    const { documents } = overTimeIn({ exports: always(100), imports: always(300), counts });
    expect(documents && told(documentKindsFinding(documents)).en).toBe(
      'As many documents of each kind as in June 2023',
    );
  });
});

describe('a title that is older than a year', () => {
  const titles = (months: number) => {
    const investment = (month: number) => ({ period: periodOf(month), value: `${40 * ((month % 12) + 1)}.0` });
    const quarters = [17, 20, 23, 26, 29].map((month) => ({
      indicator: 'investment',
      flow: '_Z',
      ...investment(month),
    }));
    const world = { exports: (month: number) => 100 + month, imports: always(300), months, edition: '2026-11' };
    return linesOf(briefingIn({ ...world, more: quarters }), 'en');
  };

  it('names the last month of twelve, not the months since January', () => {
    const [title] = titles(30).filter((line) => /: the twelve-month/.test(line));
    expect(title).toBe('June 2025: the twelve-month deficit narrowed to USD 2.1 billion');
  });

  it('names its period once', () => {
    const [title] = titles(30).filter((line) => /investment in the second quarter of 2025/.test(line));
    expect(title).toMatch(/^Russian investment in the second quarter of 2025/);
  });
});

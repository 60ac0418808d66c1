import type { PackageFiles } from '../functions/dataset/index.ts';
import { packageFiles } from './package-files.ts';

/** What a package of made-up monthly bulletins has. */
export interface Bulletins {
  /** The month of the first bulletin and the number of months up to the last. */
  readonly from: string;
  readonly months: number;
  readonly products?: number;
  readonly regions?: number;
  /** Months without a bulletin, such as `2024-08`. */
  readonly missing?: readonly string[];
  /** Months in which exports and imports are lower than they would be. */
  readonly low?: readonly string[];
  /** What is left of exports and imports in these months. @default 0.8 */
  readonly dip?: number;
  /** True where regions are published as shares of exports instead of values. */
  readonly regionalShares?: boolean;
  readonly flows?: readonly Flow[];
  /** The usual exports and imports of a month, in USD million. @default 140 and 360 */
  readonly levels?: { readonly export: number; readonly import: number };
  /** True where the data of the project stand before the bulletins. */
  readonly afterProject?: boolean;
  readonly seed?: number;
}

type Flow = 'turnover' | 'export' | 'import';

/** A row of a bulletin: what is not given is that of exports to Russia in USD million with one decimal. */
export interface BulletinRow {
  readonly indicator?: string;
  readonly flow?: string;
  readonly area?: string;
  readonly product?: string;
  readonly period: string;
  readonly value: string;
  readonly unit?: string;
  readonly source?: string;
  readonly note?: string;
}

/** The columns of observations with products. */
const columns =
  'indicator,flow,ref_area,counterpart_area,product,time_period,value,unit,unit_mult,decimals,qualifier,obs_status,source,locator,note';

/** One row as a line of observations.csv. */
export function rowOf(row: BulletinRow): string {
  const { indicator = 'trade_value', flow = 'export', area = 'RU', product = '_T', period, value, note = '' } = row;
  const { unit = 'USD', source = 'bulletin' } = row;
  const decimals = value.split('.')[1]?.length ?? 0;
  const multiplier = unit === 'USD' ? 6 : 0;
  return `${indicator},${flow},BY-HO,${area},${product},${period},${value},${unit},${multiplier},${decimals},exact,A,${source},table,${note}`;
}

/** A source: its day of publication, and its publisher where that is not the one of the bulletins. */
export function sourceOf(id: string, day: string, publisher = 'SPECIMEN'): string {
  const [en, ru, be] = publisher === 'SPECIMEN' ? [publisher, 'ОБРАЗЕЦ', 'УЗОР'] : [publisher, 'Другой', 'Іншы'];
  const names = [en, ru, be, en, ru, be].join(',');
  return `${id},${names},https://example.org/${id},${day},stated`;
}

/** A package with rows in the form that bulletins have, and with nothing else. */
export function packageOf(rows: readonly BulletinRow[], sources: readonly string[], products = 16): PackageFiles {
  const text = (name: string) => new TextDecoder().decode(packageFiles.get(name));
  const encode = (lines: readonly string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);
  return new Map([
    ...packageFiles,
    ['sources.csv', encode([text('sources.csv').trimEnd(), ...sources])],
    ['observations.csv', encode([columns, ...rows.map(rowOf)])],
    ['products.csv', encode(['product,classification,name_en,name_ru,name_be', ...productRows(products)])],
  ]);
}

function productRows(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const code = productCode(index);
    return `${code},HS2022,Product ${code},Товар ${code},Тавар ${code}`;
  });
}

/** The code of a made-up product. */
export function productCode(index: number): string {
  return `HS${1000 + index}`;
}

/** Regions that the project has names for. */
const regions = ['RU-MOS', 'RU-MOW', 'RU-SPE', 'RU-BRY', 'RU-SMO', 'RU-NIZ', 'RU-SAM', 'RU-SVE', 'RU-ORE', 'RU-KRS'];

/** The code of a made-up region. */
function moreRegion(at: number): string {
  return `RU-R${String(at).padStart(2, '0')}`;
}

/** Rows of areas.csv for made-up regions, as many as are named beyond those that the project has names for. */
function moreAreas(named: number): readonly string[] {
  return Array.from({ length: Math.max(0, named - regions.length) }, (_, index) => {
    const at = regions.length + index;
    const names = [`Region ${at}`, `Область ${at}`, `Вобласць ${at}`].join(',');
    const [latitude, longitude] = [50 + ((index * 3) % 12), 35 + ((index * 7) % 40)];
    return `${moreRegion(at)},region,${names},${names},${latitude}.5,${longitude}.5,no,,geonames`;
  });
}

/**
 * Made-up monthly bulletins: values since January with indices, by product and region, published two months later. The
 * same choices give the same bytes, and the figures of one bulletin agree with each other.
 */
export function monthlyPackage(bulletins: Bulletins): PackageFiles {
  const { from, months, missing = [], flows = ['turnover', 'export', 'import'] } = bulletins;
  const { products = 0, regions: named = 0, regionalShares = false, low = [], dip = 0.8, seed = 1 } = bulletins;
  const { levels = { export: 140, import: 360 }, afterProject = false } = bulletins;
  const random = generator(seed);
  const first = indexOf(from);
  // The year before the first bulletin is made up, too: indices rest on it.
  const single = (base: number) =>
    new Map(
      Array.from({ length: months + 12 }, (_, at) => {
        const month = first - 12 + at;
        const left = low.includes(codeOf(month)) ? dip : 1;
        return [month, Math.round(base * 10 * (1 + at * 0.004) * (0.9 + random() * 0.2) * left)] as const;
      }),
    );
  const tenths = { export: single(levels.export), import: single(levels.import) };
  const shares = Array.from({ length: Math.max(products, named) }, () => 0.4 + random() * 0.6);
  const rows: BulletinRow[] = [];
  const sources: string[] = [];
  for (let month = first; month < first + months; month += 1) {
    if (missing.includes(codeOf(month))) continue;
    const january = month - (month % 12);
    const period = periodOf(january, month);
    const source = `bulletin-${codeOf(month)}`;
    sources.push(sourceOf(source, `${codeOf(month + 2)}-15`));
    const sum = (flow: 'export' | 'import', back = 0) =>
      Array.from({ length: month - january + 1 }, (_, at) => tenths[flow].get(january - back + at) ?? 0).reduce(
        (total, next) => total + next,
        0,
      );
    const amount = (flow: Flow, back = 0) =>
      flow === 'turnover' ? sum('export', back) + sum('import', back) : sum(flow, back);
    const hasBase = january - 12 >= first - 12;
    for (const flow of flows) {
      rows.push({ flow, period, value: fixed(amount(flow)), source });
      if (!hasBase) continue;
      const index = ((100 * amount(flow)) / amount(flow, 12)).toFixed(1);
      rows.push({ indicator: 'trade_index', flow, period, value: index, unit: 'IX', source });
    }
    for (const flow of ['export', 'import'] as const) {
      if (!flows.includes(flow)) continue;
      for (let at = 0; at < products; at += 1) {
        const value = ((amount(flow) / 10) * 0.7 * (shares[at] ?? 0)) / products;
        rows.push({ flow, product: productCode(at), period, value: value.toFixed(2), source });
      }
    }
    for (let at = 0; at < named; at += 1) {
      const part = (0.8 * (shares[at] ?? 0)) / named;
      const area = regions[at] ?? moreRegion(at);
      if (regionalShares) {
        rows.push({ indicator: 'region_share', area, period, value: (100 * part).toFixed(1), unit: 'PT', source });
      } else rows.push({ area, period, value: ((amount('export') / 10) * part).toFixed(1), source });
    }
  }
  const files = packageOf(rows, sources, Math.max(products, 1));
  const areas = [new TextDecoder().decode(files.get('areas.csv')).trimEnd(), ...moreAreas(named)];
  const lines: Record<string, readonly string[]> = {
    'areas.csv': areas,
    ...(afterProject ? { 'observations.csv': [columns, ...projectRows(), ...rows.map(rowOf)] } : {}),
  };
  const encode = (text: readonly string[]) => new TextEncoder().encode(`${text.join('\n')}\n`);
  return new Map([...files, ...Object.entries(lines).map(([name, text]) => [name, encode(text)] as const)]);
}

/** The observations of the project, which name no products, in the form of those that do. */
function projectRows(): readonly string[] {
  const [, ...rows] = new TextDecoder().decode(packageFiles.get('observations.csv')).trimEnd().split('\n');
  return rows.map((row) => row.replace(/^((?:[^,]*,){4})/, '$1_T,'));
}

function fixed(tenths: number): string {
  return (tenths / 10).toFixed(1);
}

function indexOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function codeOf(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** A value since January as a bulletin writes its period. */
function periodOf(january: number, month: number): string {
  if (month % 12 === 11) return String(Math.floor(month / 12));
  return month === january ? codeOf(month) : `${codeOf(january)}/${codeOf(month)}`;
}

/** A linear congruential generator: the same numbers on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

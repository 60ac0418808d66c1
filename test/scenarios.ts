import { parse } from 'csv-parse/sync';
import { type Dataset, loadDataset } from '../functions/dataset/index.ts';
import { packageFiles, today } from './package-files.ts';

/** Trade of the oblast in USD million: with Russia now and a year before, and with all countries. */
export interface Trade {
  readonly exports: number;
  readonly imports: number;
  readonly exportsBefore: number;
  readonly importsBefore: number;
  readonly allExports: number;
  readonly allImports: number;
}

/** The differences from the founding article. Figures depend on each other so that the proof still holds. */
export interface Scenario {
  readonly trade?: Trade;
  /** Shares of exports to made-up Russian regions in per cent, the largest first. */
  readonly regions?: readonly number[];
  /** Indicators without published values. */
  readonly without?: readonly string[];
  /** Topics without published statements. */
  readonly withoutTopics?: readonly string[];
  /** Other values by indicator and, if it has one, flow: `companies`, `trade_index import`. */
  readonly values?: Readonly<Record<string, number>>;
  /** Replaces every text that names something. */
  readonly names?: (name: string, column: string) => string;
}

const article: Trade = {
  exports: 675.6,
  imports: 1792.2,
  exportsBefore: 540.5,
  importsBefore: 592.7,
  allExports: 2152,
  allImports: 2343,
};

/** Scenarios that the article does not cover, by what is different in them. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  'every name has forty letters': { names: longName },
  'one region buys': { regions: [24.5] },
  'two regions buy as much': { regions: [24.5, 24.5] },
  'thirty regions buy': { regions: Array.from({ length: 30 }, (_, index) => 6 - index * 0.19) },
  'one region buys all': { regions: [100] },
  'a region buys next to nothing': { regions: [60, 39.9, 0] },
  'trade fell': { trade: { ...article, exports: 400, imports: 500 } },
  'the balance turned to a surplus': { trade: { ...article, exports: 1800, imports: 300 } },
  'nothing was exported': { trade: { ...article, exports: 0 }, without: ['region_share', 'trade_index'] },
  'nothing was traded': { trade: { ...article, exports: 0, imports: 0 } },
  'nothing was traded, and no company counted': {
    trade: { ...article, exports: 0, imports: 0 },
    without: ['trade_index', 'region_share'],
    values: { companies: 0, companies_fez: 0, documents_executive: 0, documents_council: 0, documents_local: 0 },
  },
  'exports and imports changed places': {
    trade: { ...article, exports: 600, imports: 1500, exportsBefore: 1500, importsBefore: 600 },
  },
  'next to nothing is exported': {
    trade: { ...article, exports: 0.4, imports: 1800, exportsBefore: 0.3, importsBefore: 1500 },
  },
  'exports fell to next to nothing': {
    trade: { ...article, exports: 0.6, imports: 450, exportsBefore: 500, importsBefore: 1500 },
  },
  'Russia is the only partner': { trade: { ...article, allExports: 675.6, allImports: 1792.2 } },
  'trade runs into billions': {
    trade: {
      exports: 675_600.1,
      imports: 1_792_200.2,
      exportsBefore: 540_480,
      importsBefore: 592_658.8,
      allExports: 2_151_592.7,
      allImports: 2_342_745.4,
    },
  },
  'no index was published': { without: ['trade_index'] },
  'no share was published': { without: ['trade_share', 'region_share', 'investment_share'] },
  'no investment was published': { without: ['investment', 'investment_share'] },
  'no company was counted': { without: ['companies', 'companies_fez'] },
  'no document was counted': { without: ['documents_executive', 'documents_council', 'documents_local'] },
  'no trade was published': { without: ['trade_value', 'trade_index', 'trade_share', 'region_share'] },
  'nothing but trade was published': {
    without: [
      'trade_index',
      'trade_share',
      'region_share',
      'investment',
      'investment_share',
      'companies',
      'companies_fez',
      'documents_executive',
      'documents_council',
      'documents_local',
    ],
    withoutTopics: [
      'export_good',
      'partner_region',
      'sector',
      'promising_sector',
      'enterprise',
      'position',
      'official',
    ],
  },
  'companies run into thousands': { values: { companies: 12_345, companies_fez: 3210 } },
  'documents run into thousands': {
    values: { documents_executive: 220, documents_council: 90, documents_local: 7800 },
  },
};

type Row = Record<string, string>;

const foundingSource = 'belta-2021-07-27';

/** The dataset of a scenario: the founding article's, changed, and checked like any package. */
export function datasetOf(scenario: Scenario): Dataset {
  const files = new Map(packageFiles);
  const write = (name: string, change: (rows: readonly Row[]) => readonly Row[]) =>
    files.set(name, csvOf(change(rowsOf(name)), rowsOf(name)));
  write('observations.csv', (rows) => observationsOf(rows, scenario));
  write('areas.csv', (rows) =>
    [...rows, ...(scenario.regions ?? []).map((_, index) => madeUpRegion(index))].map(renamed),
  );
  write('statements.csv', (rows) =>
    rows
      .filter(({ source, topic = '' }) => source === foundingSource && !scenario.withoutTopics?.includes(topic))
      .map(renamed),
  );
  return loadDataset(files, today);

  function renamed(row: Row): Row {
    const { names } = scenario;
    if (!names) return row;
    const texts = Object.entries(row).map(([column, text]) => {
      const isName = /^(name|label|text)_/.test(column) && text !== '';
      return [column, isName ? names(text, column) : text] as const;
    });
    return Object.fromEntries(texts);
  }
}

/** The name, extended to forty characters if it is shorter, in the language of its column. */
export function longName(name: string, column: string): string {
  const latin = 'Verkhnedolgoimenno-Zastepnorechenskaya';
  const more = column.endsWith('_en')
    ? latin
    : column.endsWith('_ru')
      ? 'Верхнедолгоименно-Застепнореченский'
      : 'Верхнядоўгаіменна-Застэпнарачэнская';
  return `${name} ${more}`.slice(0, Math.max(40, name.length)).trim();
}

function observationsOf(rows: readonly Row[], scenario: Scenario): readonly Row[] {
  const values = { ...(scenario.trade ? tradeValues(scenario.trade) : {}), ...scenario.values };
  const kept = rows
    .filter(({ source, indicator = '' }) => source === foundingSource && !scenario.without?.includes(indicator))
    .map((row): Row => {
      const value = values[`${row.indicator} ${row.flow}`] ?? values[row.indicator ?? ''];
      return value === undefined ? row : { ...row, value: value.toFixed(Number(row.decimals)) };
    });
  if (!scenario.regions) return kept;
  const model = rows.find(({ indicator }) => indicator === 'region_share');
  const shares = scenario.regions.map((share, index): Row => {
    return { ...model, counterpart_area: regionCode(index), value: share.toFixed(1) };
  });
  return [...kept.filter(({ indicator }) => indicator !== 'region_share'), ...shares];
}

function tradeValues(trade: Trade): Readonly<Record<string, number>> {
  const { exports, imports, exportsBefore, importsBefore, allExports, allImports } = trade;
  const turnover = exports + imports;
  return {
    'trade_value export': exports,
    'trade_value import': imports,
    'trade_value turnover': turnover,
    'trade_index export': (exports / exportsBefore) * 100,
    'trade_index import': (imports / importsBefore) * 100,
    'trade_index turnover': (turnover / (exportsBefore + importsBefore)) * 100,
    'trade_share export': (exports / allExports) * 100,
    'trade_share import': (imports / allImports) * 100,
    'trade_share turnover': (turnover / (allExports + allImports)) * 100,
  };
}

function regionCode(index: number): string {
  return `RU-X${String.fromCharCode(65 + Math.floor(index / 26))}${String.fromCharCode(65 + (index % 26))}`;
}

/** A region that does not exist, between Smolensk and the Volga. */
function madeUpRegion(index: number): Row {
  const model = rowsOf('areas.csv').find(({ area }) => area === 'RU-KRS');
  const letter = `${String.fromCharCode(65 + (index % 26))}${index >= 26 ? 'A' : ''}`;
  const texts = Object.fromEntries(
    Object.entries({ en: 'Made-up Region', ru: 'Мнимая область', be: 'Уяўная вобласць' }).flatMap(([l, name]) => [
      [`name_${l}`, `${name} ${letter}`],
      [`label_${l}`, `${name} ${letter}`],
    ]),
  );
  const [latitude, longitude] = [52 + (index % 6) * 1.3, 33 + Math.floor(index / 6) * 1.9];
  return { ...model, ...texts, area: regionCode(index), latitude: String(latitude), longitude: String(longitude) };
}

function rowsOf(name: string): readonly Row[] {
  return parse(packageFiles.get(name) as Buffer, { columns: true, bom: true });
}

function csvOf(rows: readonly Row[], model: readonly Row[]): Uint8Array {
  const columns = Object.keys(model[0] ?? {});
  const quoted = (text = '') => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [columns, ...rows.map((row) => columns.map((column) => quoted(row[column])))];
  return new TextEncoder().encode(`${lines.map((line) => line.join(',')).join('\n')}\n`);
}

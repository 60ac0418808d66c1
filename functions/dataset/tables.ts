import { languageFacts, languages } from './languages.ts';

/** One column of a table, in the terms of Frictionless Table Schema v2. */
export interface Field {
  readonly name: string;
  readonly type: 'string' | 'number' | 'integer';
  readonly description: string;
  /**
   * The code that stands for the total of this dimension. The column may be left out: then every row is of the total.
   * To other readers of the package the code is a missing value, so that it needs no row in the table of the key.
   */
  readonly total?: string;
  readonly constraints?: {
    readonly required?: true;
    readonly enum?: readonly string[];
    readonly pattern?: string;
    readonly minimum?: number;
    readonly maximum?: number;
  };
}

/** One CSV file of the Data Package: its columns in order, its key and the tables it points into. */
export interface Table {
  readonly name: string;
  readonly description: string;
  /** True for a table that a package may do without: then it has no rows. */
  readonly optional?: true;
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly { readonly field: string; readonly table: string; readonly to: string }[];
  readonly fields: readonly Field[];
}

const required = { required: true } as const;
const calendar = '\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?';
const period = '\\d{4}(-(Q[1-4]|S[12]|0[1-9]|1[0-2]))?';

const text = (name: string, description: string, constraints: Field['constraints'] = {}): Field => ({
  name,
  type: 'string',
  description,
  ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
});

const localised = (name: string, description: string, constraints: Field['constraints'] = {}): readonly Field[] =>
  languages.map((language) =>
    text(`${name}_${language}`, `${description}, in ${languageFacts[language].name}`, constraints),
  );

const sources: Table = {
  name: 'sources',
  description: 'Publications: every other row names the one that it comes from',
  primaryKey: ['id'],
  foreignKeys: [],
  fields: [
    text('id', 'Short name of the publication, used in the other tables', {
      ...required,
      pattern: '[a-z0-9]+(-[a-z0-9]+)*',
    }),
    ...localised('publisher', 'Who published it', required),
    ...localised('title', 'What it is, in our own words', required),
    text('url', 'Where it can be read', { ...required, pattern: 'https?://\\S+' }),
    text('published', 'Day of publication, or its month or year where no more is known', {
      ...required,
      pattern: calendar,
    }),
    text('published_basis', 'Whether the publication states that date or it was inferred', {
      ...required,
      enum: ['stated', 'inferred'],
    }),
  ],
};

/** Russia counts 89 regions of its own; no more can be partners or markets. */
const regionsOfRussia = 89;

/** The codes of `indicator`, with the rules for the rows of each. */
export const indicators = {
  trade_value: { flows: ['turnover', 'export', 'import'], units: ['USD', 'RUB', 'BYN'], minimum: 0 },
  trade_index: { flows: ['turnover', 'export', 'import'], units: ['IX'], minimum: 0 },
  trade_change: { flows: ['turnover', 'export', 'import'], units: ['PT'], minimum: -100 },
  trade_share: { flows: ['turnover', 'export', 'import'], units: ['PT'], minimum: 0, maximum: 100 },
  region_share: { flows: ['turnover', 'export', 'import'], units: ['PT'], minimum: 0, maximum: 100 },
  investment: { flows: ['_Z'], units: ['USD', 'RUB', 'BYN'], minimum: 0 },
  investment_share: { flows: ['_Z'], units: ['PT'], minimum: 0, maximum: 100 },
  companies: { flows: ['_Z'], units: ['PN'], minimum: 0 },
  organisations: { flows: ['_Z'], units: ['PN'], minimum: 0 },
  enterprises: { flows: ['_Z'], units: ['PN'], minimum: 0 },
  companies_fez: { flows: ['_Z'], units: ['PN'], minimum: 0 },
  documents_executive: { flows: ['_Z'], units: ['PN'], minimum: 0 },
  documents_council: { flows: ['_Z'], units: ['PN'], minimum: 0 },
  documents_local: { flows: ['_Z'], units: ['PN'], minimum: 0 },
  documents_oblast: { flows: ['_Z'], units: ['PN'], minimum: 0 },
  regions_documents: { flows: ['_Z'], units: ['PN'], minimum: 0, maximum: regionsOfRussia },
  exporters: { flows: ['_Z'], units: ['PN'], minimum: 0 },
  regions_supplied: { flows: ['_Z'], units: ['PN'], minimum: 0, maximum: regionsOfRussia },
  milkavita_share: { flows: ['export'], units: ['PT'], minimum: 0, maximum: 100 },
  komintern_share: { flows: ['export'], units: ['PT'], minimum: 0, maximum: 100 },
  tourists: { flows: ['_Z'], units: ['PN'], minimum: 0 },
} as const satisfies Record<string, IndicatorRule>;

/** The rules for the rows of one indicator: its flows, its units and the bounds of its values. */
export interface IndicatorRule {
  readonly flows: readonly Flow[];
  readonly units: readonly Unit[];
  readonly minimum: number;
  readonly maximum?: number;
}

/** What is measured. */
export type Indicator = keyof typeof indicators;

const flows = ['turnover', 'export', 'import', '_Z'] as const;
/** Direction of trade; `_Z` (SDMX: not applicable) for what is not trade. */
export type Flow = (typeof flows)[number];

const units = ['USD', 'RUB', 'BYN', 'PT', 'IX', 'PN'] as const;
/** Currency, or in SDMX's codes PT per cent, IX index, PN pure number. */
export type Unit = (typeof units)[number];

const qualifiers = ['exact', 'about', 'more_than', 'nearly'] as const;
/** How the publication qualifies the value. */
export type Qualifier = (typeof qualifiers)[number];

const statuses = ['A', 'E', 'U'] as const;
/** The reliability of a value, in SDMX's codes: normal, estimated by the publisher, of low reliability. */
export type ObservationStatus = (typeof statuses)[number];

/** The code of `product` for all goods together, as an absent column means it. */
export const allProducts = '_T';

const observations: Table = {
  name: 'observations',
  description: 'Published values, one a row, as they were printed',
  primaryKey: ['indicator', 'flow', 'ref_area', 'counterpart_area', 'product', 'time_period', 'unit', 'source'],
  foreignKeys: [
    { field: 'ref_area', table: 'areas', to: 'area' },
    { field: 'counterpart_area', table: 'areas', to: 'area' },
    { field: 'product', table: 'products', to: 'product' },
    { field: 'source', table: 'sources', to: 'id' },
  ],
  fields: [
    text('indicator', 'What is measured', { ...required, enum: Object.keys(indicators) }),
    text('flow', 'Direction of trade; _Z where there is none', { ...required, enum: flows }),
    text('ref_area', 'The area that reports', required),
    text('counterpart_area', 'The area on the other side', required),
    {
      ...text('product', `What is traded, as a code of products.csv; ${allProducts} for all goods together`),
      total: allProducts,
    },
    text('time_period', 'Year, quarter, half-year or month, or two joined by a slash, as published', {
      ...required,
      pattern: `${period}(/${period})?`,
    }),
    { name: 'value', type: 'number', description: 'The value as printed, with a decimal point', constraints: required },
    text('unit', 'Currency (ISO 4217), or PT per cent, IX index with the year before = 100, PN number', {
      ...required,
      enum: units,
    }),
    {
      name: 'unit_mult',
      type: 'integer',
      description: 'Power of ten of the unit: 6 for millions',
      constraints: { ...required, minimum: 0, maximum: 12 },
    },
    {
      name: 'decimals',
      type: 'integer',
      description: 'Decimals as printed, so that 125.0 stays 125.0 in a spreadsheet',
      constraints: { ...required, minimum: 0, maximum: 6 },
    },
    text('qualifier', 'How the publication qualifies the value', { ...required, enum: qualifiers }),
    text(
      'obs_status',
      'A for a normal value, E for an estimate of the publisher, U where a definition, place or date had to be inferred',
      { ...required, enum: statuses },
    ),
    text('source', 'The publication', required),
    text('locator', 'Where in the publication', required),
    text('note', 'What an editor should know about the row; not printed'),
  ],
};

const areas: Table = {
  name: 'areas',
  description: 'Countries, regions and cities, with their names and the position of their administrative centre',
  primaryKey: ['area'],
  foreignKeys: [{ field: 'source', table: 'sources', to: 'id' }],
  fields: [
    text('area', 'ISO 3166 code', { ...required, pattern: '[A-Z]{2}(-[A-Z0-9]{2,3})?' }),
    text('kind', 'What it is', { ...required, enum: ['country', 'region', 'city'] }),
    ...localised('name', 'Name in sentences and tables', required),
    ...localised('label', 'Short name beside a marker on a map', required),
    {
      name: 'latitude',
      type: 'number',
      description: 'Of the administrative centre, degrees north',
      constraints: { ...required, minimum: -90, maximum: 90 },
    },
    {
      name: 'longitude',
      type: 'number',
      description: 'Of the administrative centre, degrees east',
      constraints: { ...required, minimum: -180, maximum: 180 },
    },
    text('borders_belarus', 'Whether it borders Belarus', { ...required, enum: ['yes', 'no'] }),
    text('enclosed_by', 'The region around a city that is an area of its own'),
    text('source', 'Source of the position', required),
  ],
};

const products: Table = {
  name: 'products',
  description: 'Goods that trade is broken down by, with their names',
  optional: true,
  primaryKey: ['product'],
  foreignKeys: [],
  fields: [
    text('product', 'Code of the goods: HS and the heading', { ...required, pattern: 'HS\\d{4}' }),
    text('classification', 'The classification that the code is from', { ...required, enum: ['HS2022'] }),
    ...localised('name', 'Name in sentences and tables', required),
  ],
};

/** The codes of `topic`: what kind of fact a statement is. */
export const topics = [
  'export_good',
  'partner_region',
  'sector',
  'promising_sector',
  'enterprise',
  'official',
  'position',
] as const;
/** What kind of fact a statement is. */
export type Topic = (typeof topics)[number];

const statements: Table = {
  name: 'statements',
  description: 'Published facts without a number, in our own words',
  primaryKey: ['topic', 'item', 'source'],
  foreignKeys: [
    { field: 'area', table: 'areas', to: 'area' },
    { field: 'source', table: 'sources', to: 'id' },
  ],
  fields: [
    text('topic', 'What kind of fact it is', { ...required, enum: topics }),
    text('item', 'Short name of the fact', { ...required, pattern: '[a-z][a-z0-9_]*' }),
    text('area', 'The area it is about'),
    text('official', 'Who took the position: the item of an official'),
    ...localised('text', 'The fact; empty where the name of the area says it'),
    ...localised('detail', 'What stands under it in smaller type'),
    text('printed', 'A name as the publication spells it, where we correct it'),
    text('source', 'The publication', required),
    text('locator', 'Where in the publication', required),
  ],
};

/** The tables of the Data Package in the order in which they are read: a table points only to earlier ones. */
export const tables = [sources, areas, products, observations, statements] as const;

/** The tables of a package that says nothing of products: the form that packages had before there were any. */
export const tablesWithoutProducts: readonly Table[] = tables
  .filter(({ name }) => name !== 'products')
  .map((table) => ({
    ...table,
    primaryKey: table.primaryKey.filter((name) => name !== 'product'),
    foreignKeys: table.foreignKeys.filter(({ field }) => field !== 'product'),
    fields: table.fields.filter(({ name }) => name !== 'product'),
  }));

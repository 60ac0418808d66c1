import { endOf } from '../dataset/index.ts';
import type { Shown } from './chart-parts.ts';
import type { Cells, Chart, MarketMap, PartnerMap } from './charts.ts';
import { type DataTable, figureCell, numberCell, numbersColumn, textCell, textColumn } from './data-table.ts';
import { figureName, figureUnit, measureName } from './figure-name.ts';
import { pivot } from './pivot.ts';
import { matrixTable, proofTable } from './proof-table.ts';
import type { Words } from './words.ts';

/**
 * The data of a chart as a table, in the language of the words; null for a chart that only explains others, or that draws
 * nothing. A chart of regions or goods has a row for each of them, one over time a row for each period, one of few
 * periods a row for each figure.
 */
export function chartTable(chart: Chart, words: Words): DataTable | null {
  switch (chart.kind) {
    case 'time-key':
    case 'range':
    case 'agrees':
    case 'disagrees':
      return null;
    case 'proof':
    case 'bulletin-proof':
      return proofTable(chart, words);
    case 'check-matrix':
      return matrixTable(chart, words);
    case 'partner-map':
      return partnersTable(chart, words);
    case 'market-map':
      return marketsTable(chart, words);
    case 'ages':
      return agesTable(chart.bars, words);
    case 'coverage':
      return agesTable(chart.rows, words);
    case 'cells':
      return chart.shows.length > 0 ? figuresTable(chart.shows, words) : pairsTable(chart, words);
    case 'curves':
      return yearsTable(chart.shows, words);
    default:
      return figuresTable(chart.shows, words);
  }
}

/** The data of some figures: by what they are about, by period, or one by one. Null where there are none. */
export function figuresTable(shows: readonly Shown[], words: Words): DataTable | null {
  if (shows.length === 0) return null;
  if (shows.some(({ row }) => row !== undefined)) return rowsTable(shows, words);
  const periods = new Set(shows.map(({ figure }) => figure.period.code));
  const measures = new Set(shows.map((one) => `${nameOf(one, words)}\n${one.figure.unit}`));
  if (shows.length * 2 < periods.size * measures.size) return listTable(shows, words);
  return periods.size < measures.size ? measuresTable(shows, words) : periodsTable(shows, words);
}

/** A row for each region or good, with a column for each measure and period. */
function rowsTable(shows: readonly Shown[], words: Words): DataTable {
  const periods = new Set(shows.map(({ figure }) => figure.period.code));
  const headOf = ({ figure, apart }: Shown) => {
    if (apart !== undefined) return apart;
    const name = measureName(words, figure);
    if (periods.size === 1) return name;
    return words.message('label.of_month', { name, month: words.compactPeriod(figure.period) });
  };
  return tableOf(shows, words, {
    head: words.message('data.name'),
    row: (one) => one.row ?? nameOf(one, words),
    column: (one) => ({ head: headOf(one), unit: figureUnit(words, one.figure) }),
  });
}

/** How figures become a table: what stands over the rows, the row and column of each, and the figures by their rows. */
interface Arrangement {
  readonly head: string;
  readonly row: (one: Shown) => string;
  readonly column: (one: Shown) => { readonly head: string; readonly unit: string | null };
  readonly inOrder?: readonly Shown[];
}

function tableOf(shows: readonly Shown[], words: Words, { head, row, column, inOrder }: Arrangement): DataTable {
  const placed = shows.map((one) => ({ figure: one.figure, row: row(one), column: column(one) }));
  return pivot(words, head, placed, inOrder?.map(row));
}

/** A row for each period, the oldest first, with a column for each measure. */
function periodsTable(shows: readonly Shown[], words: Words): DataTable {
  return tableOf(shows, words, {
    head: words.message('label.period'),
    row: ({ figure }) => words.compactPeriod(figure.period),
    column: (one) => ({ head: nameOf(one, words), unit: figureUnit(words, one.figure) }),
    inOrder: byPeriod(shows),
  });
}

/** Figures by the end of their periods, the oldest first. */
function byPeriod(shows: readonly Shown[]): readonly Shown[] {
  return shows.toSorted((a, b) => endOf(a.figure) - endOf(b.figure));
}

/** Values since January: a row for each part of a year, with a column for each year. */
function yearsTable(shows: readonly Shown[], words: Words): DataTable {
  return tableOf(shows, words, {
    head: words.message('label.period'),
    row: ({ figure }) => words.allMonthsOf(figure.period),
    column: ({ figure }) => ({ head: String(figure.period.year), unit: figureUnit(words, figure) }),
    inOrder: shows.toSorted((a, b) => a.figure.period.months - b.figure.period.months),
  });
}

/** A row for each measure with its unit, and a column for each period. */
function measuresTable(shows: readonly Shown[], words: Words): DataTable {
  const separator = '\n';
  const { columns, rows } = tableOf(byPeriod(shows), words, {
    head: words.message('label.figure'),
    row: (one) => [nameOf(one, words), figureUnit(words, one.figure)].join(separator),
    column: ({ figure }) => ({ head: words.compactPeriod(figure.period), unit: null }),
    inOrder: shows,
  });
  return {
    columns: columns.toSpliced(1, 0, textColumn(words.message('label.unit'))),
    rows: rows.map(([name, ...cells]) => [...(name?.text ?? '').split(separator).map(textCell), ...cells]),
  };
}

/** A row for each figure, where few have their period or their measure in common. */
function listTable(shows: readonly Shown[], words: Words): DataTable {
  const texts = (['label.figure', 'label.period', 'label.unit'] as const).map((key) => textColumn(words.message(key)));
  return {
    columns: [...texts, numbersColumn(words.message('label.value'), null)],
    rows: shows.map((one) => [
      textCell(nameOf(one, words)),
      textCell(words.compactPeriod(one.figure.period)),
      textCell(figureUnit(words, one.figure)),
      figureCell(words, one.figure),
    ]),
  };
}

/** What a figure is, with what tells it from others of the same name. */
function nameOf({ figure, apart }: Shown, words: Words): string {
  const name = figureName(words, figure);
  return apart === undefined ? name : words.message('data.apart', { name, apart });
}

/** The markets with their shares, and the partner regions that are none. */
function marketsTable({ shows, markets, partners }: MarketMap, words: Words): DataTable {
  const [buyer, partner] = [words.message('map.export_market'), words.message('map.region')];
  const isPartner = new Map(markets.map((market) => [market.name, market.partner]));
  return {
    columns: [
      textColumn(words.message('data.name')),
      numbersColumn(words.message('label.share'), words.message('unit.short.percent')),
      textColumn(words.message('data.role')),
    ],
    rows: [
      ...shows.map(({ figure, row = '' }) => [
        textCell(row),
        figureCell(words, figure),
        textCell(isPartner.get(row) ? words.message('list.item', { a: buyer, b: partner }) : buyer),
      ]),
      ...partners.map(({ name }) => [textCell(name), figureCell(words, undefined), textCell(partner)]),
    ],
  };
}

/** The partner regions, and the markets that are none. */
function partnersTable({ partners, markets }: PartnerMap, words: Words): DataTable {
  const [buyer, partner] = [words.message('map.export_market'), words.message('map.region')];
  const both = words.message('list.item', { a: partner, b: buyer });
  return {
    columns: [textColumn(words.message('data.name')), textColumn(words.message('data.role'))],
    rows: [
      ...partners.map(({ name, market }) => [textCell(name), textCell(market ? both : partner)]),
      ...markets.map(({ name }) => [textCell(name), textCell(buyer)]),
    ],
  };
}

/** Ages in months. */
function agesTable(rows: readonly { readonly name: string; readonly months: number }[], words: Words): DataTable {
  return {
    columns: [
      textColumn(words.message('label.figure')),
      numbersColumn(words.message('data.age'), words.message('data.months')),
    ],
    rows: rows.map(({ name, months }) => [textCell(name), numberCell(words, months)]),
  };
}

/** Counts that are no figures, with what they count. */
function pairsTable({ cells }: Cells, words: Words): DataTable {
  return {
    columns: [textColumn(words.message('label.figure')), textColumn(words.message('label.value'))],
    rows: cells.map(({ label, value }) => [textCell(label), textCell(value)]),
  };
}

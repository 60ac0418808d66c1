import { editionOf } from '../briefings/index.ts';
import {
  type Dataset,
  type Edition,
  inEachLanguage,
  type Language,
  type Localised,
  languageFacts,
  type Observation,
  rowKey,
  tables,
  vintageOf,
} from '../dataset/index.ts';
import type { Services } from '../services/index.ts';
import { differingPages, type PagePrint, printPages } from './page-prints.ts';

type Cells = Readonly<Record<string, string>>;

/**
 * The pages of an edition that depend on rows: those that change when the rows are changed a little. Empty when
 * the edition does not know the rows. Nothing records which figures a page prints; one more layout of the last good data
 * finds out for every chart, sentence and note, without a line in the code that writes them.
 */
export async function affectedPages(
  table: string,
  rows: readonly Cells[],
  { dataset, loadRenderer }: Pick<Services, 'dataset' | 'loadRenderer'>,
  { edition, language }: { readonly edition: Edition; readonly language: Language },
  before: PagePrint,
): Promise<readonly number[]> {
  const numbers = rows.flatMap((cells) => rowLike(table, cells, dataset) ?? []);
  const changed = changedIn(table, new Set(numbers), dataset);
  if (numbers.length === 0 || changed === dataset) return [];
  const renderer = await loadRenderer();
  const data = editionOf(dataset, edition);
  const after = await printPages(renderer, { ...data, vintage: vintageOf(changed, edition) }, language);
  return differingPages(before, after);
}

/** The number of the row with the same key; undefined when there is none. */
export function rowLike(table: string, cells: Cells, { rows }: Dataset): number | undefined {
  const known = tables.find(({ name }) => name === table);
  const key = known && rowKey(known, { cells });
  return rows[table]?.find((row) => known && rowKey(known, row) === key)?.number;
}

function changedIn(table: string, rows: ReadonlySet<number>, dataset: Dataset): Dataset {
  const { observations, statements } = dataset;
  if (table === 'observations')
    return { ...dataset, observations: observations.map((item) => (rows.has(item.row) ? nudged(item) : item)) };
  if (table === 'statements') {
    const reworded = statements.map((item) => (rows.has(item.row) ? { ...item, text: lengthened(item.text) } : item));
    return { ...dataset, statements: reworded };
  }
  return dataset;
}

/** Three per cent more, rounded to the decimals of the value; less where a maximum forbids more. */
function nudged(observation: Observation): Observation {
  const { value, decimals, unit } = observation;
  const step = Math.max(10 ** -decimals, Number((value * 0.03).toFixed(decimals)));
  return { ...observation, value: unit === 'PT' && value + step > 100 ? value - step : value + step };
}

/** The same text with one more letter, of its own script, so that the same font sets it. */
function lengthened(text: Localised): Localised {
  return inEachLanguage((language) => text[language] + (languageFacts[language].script === 'Latin' ? 'x' : 'х'));
}

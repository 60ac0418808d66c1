import type { Figure } from '../../../figures/index.ts';
import type { Label, Tone } from '../../charts.ts';
import type { ShortList } from '../../sheet-charts.ts';
import { altList, type ViewContext } from '../view-context.ts';

/** Who signed documents, in few words. */
export const signerNames = {
  local: 'dev.line.documents_local',
  executive: 'dev.line.documents_executive',
  council: 'label.documents.council',
  oblast: 'dev.line.documents_oblast',
} as const;

/** As many rows a list of a sheet has. */
const mostRows = 5;

/** A row of a short list before its bar is measured. */
export interface ListRow {
  readonly name: string;
  readonly value: Label;
  readonly under: Label | null;
  /** What its bar shows; null where the details stand instead. */
  readonly amount: number | null;
  /** The details, the longest first: the first that has room is printed. */
  readonly details: readonly string[];
  /** The figures that it states. */
  readonly figures: readonly Figure[];
}

/** Sets a list as a chart of a sheet, and says whether it has any row. */
export function setList(
  context: ViewContext,
  chart: string,
  tone: Tone,
  heading: string,
  all: readonly ListRow[],
): boolean {
  const rows = all.slice(0, mostRows);
  const longest = Math.max(0, ...rows.map(({ amount }) => amount ?? 0));
  const list: ShortList = {
    kind: 'short-list',
    tone,
    rows: rows.map(({ amount, figures: _, ...row }) => ({
      ...row,
      bar: amount === null ? null : Math.max(0, amount) / (longest || 1),
    })),
    shows: rows.flatMap(({ name, figures }) => figures.map((figure) => ({ figure, row: name }))),
    alt: context.words.message('sheet.alt_list', { heading, list: altList(context, rows.map(altItem)) }),
  };
  context.charts.set(chart, list);
  return rows.length > 0;
}

function altItem({ name, value, under, details }: ListRow): readonly [string, string] {
  const more = [...(under ? [under.text] : []), ...details.slice(0, 1)];
  return [name, [value.text, ...more].join(', ')];
}

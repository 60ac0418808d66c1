import type { Figure } from '../figures/index.ts';
import { type Input, isRate } from './formula.ts';
import { cellOf, columnLetters } from './sheet.ts';

/** Where the value of each figure stands in a workbook. */
export class FigureCells {
  private readonly places = new Map<
    string,
    { readonly sheet: string; readonly column: number; readonly row: number }
  >();
  private readonly byKey: ReadonlyMap<string, Figure>;

  /** Knows figures by key, for formulas. */
  constructor(byKey: ReadonlyMap<string, Figure>) {
    this.byKey = byKey;
  }

  /** Sets the cell of a figure. */
  set(figure: Figure, sheet: string, column: number, row: number): void {
    this.places.set(identityOf(figure), { sheet, column, row });
  }

  /** Whether a figure, or another by which the same was published, has a cell. */
  has(figure: Figure): boolean {
    return this.places.has(identityOf(figure));
  }

  /** The cell of a figure as a formula on a sheet names it; null where it has none. */
  of(figure: Figure, from: string): string | null {
    const place = this.places.get(identityOf(figure));
    if (!place) return null;
    const { sheet, column, row } = place;
    return sheet === from ? `${columnLetters(column)}${row}` : cellOf(sheet, column, row);
  }

  /** The input of a formula on a sheet by the key of its figure. Throws for a figure that has no cell. */
  input(key: string, from: string): Input {
    const figure = this.byKey.get(key);
    const cell = figure && this.of(figure, from);
    if (!figure || !cell) throw new Error(`no cell has the figure ${key}, which a formula of the workbook names`);
    return { cell, isRate: isRate(figure) };
  }
}

/**
 * What makes two figures one: the same key, or the same published value, which stands in one cell even where the notes
 * name it twice, such as the exports of a year before and those of a series.
 */
export function identityOf({ key, status, subject, area, product, period, unit, value, sources }: Figure): string {
  if (status === 'calculated') return key;
  const what = subject.replace(/\.base$/, '');
  return [what, area?.code, product?.code, period.code, unit, value, sources[0]?.id].join(' ');
}

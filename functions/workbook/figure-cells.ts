import type { Figure } from '../figures/index.ts';
import { type Input, isRate } from './formula.ts';
import { columnLetters, sheetInFormula } from './sheet.ts';

/** Where the value of a figure stands. */
interface Place {
  readonly sheet: string;
  /** The cell as formulas of its sheet name it, and those of others. */
  readonly here: string;
  readonly elsewhere: string;
}

/** Where the value of each figure stands in a workbook. */
export class FigureCells {
  private readonly places = new Map<string, Place>();
  private readonly byKey: ReadonlyMap<string, Figure>;

  /** Knows figures by key, for formulas. */
  constructor(byKey: ReadonlyMap<string, Figure>) {
    this.byKey = byKey;
  }

  /** Gives figures the cells of a column, from a row down. A figure that has a cell already keeps it. */
  place(figures: readonly Figure[], { sheet, column, row }: { sheet: string; column: number; row: number }): void {
    const [letters, prefix] = [columnLetters(column), sheetInFormula(sheet)];
    for (const [index, figure] of figures.entries()) {
      const here = `${letters}${row + index}`;
      this.places.set(identityOf(figure), { sheet, here, elsewhere: prefix + here });
    }
  }

  /** The figures that have no cell yet, each once, even where the notes have it under two numbers. */
  withoutCell(figures: readonly Figure[]): readonly Figure[] {
    const first = new Map<string, Figure>();
    for (const figure of figures) {
      const identity = identityOf(figure);
      if (!first.has(identity) && !this.places.has(identity)) first.set(identity, figure);
    }
    return [...first.values()];
  }

  /** The cell of a figure as a formula on a sheet names it; null where it has none. */
  of(figure: Figure, from: string): string | null {
    const place = this.places.get(identityOf(figure));
    if (!place) return null;
    return place.sheet === from ? place.here : place.elsewhere;
  }

  /** The input of a formula on a sheet by the key of its figure. Throws for a figure that has no cell. */
  input(key: string, from: string): Input {
    const figure = this.byKey.get(key);
    const cell = figure && this.of(figure, from);
    if (!figure || !cell) throw new Error(`no cell has the figure ${key}, which a formula of the workbook names`);
    return { cell, isRate: isRate(figure) };
  }
}

const identities = new WeakMap<Figure, string>();

/**
 * What makes two figures one: the same key, or the same published value, which stands in one cell even where the notes
 * name it twice, such as the exports of a year before and those of a series.
 */
function identityOf(figure: Figure): string {
  if (figure.status === 'calculated') return figure.key;
  const known = identities.get(figure) ?? identityOfPublished(figure);
  identities.set(figure, known);
  return known;
}

function identityOfPublished({ subject, area, product, period, unit, value, sources }: Figure): string {
  const what = subject.replace(/\.base$/, '');
  return [what, area?.code, product?.code, period.code, unit, value, sources[0]?.id].join(' ');
}

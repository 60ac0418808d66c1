import { figureName, lineName, type Words } from '../document/index.ts';
import type { Figure, NotedLine } from '../figures/index.ts';

/** The words of the rows of figures. Texts that many rows share are written once. */
export class FigureTexts {
  readonly words: Words;
  private readonly lines: ReadonlyMap<string, NotedLine>;
  private readonly known = new Map<string, string>();

  constructor(words: Words, lines: ReadonlyMap<string, NotedLine>) {
    this.words = words;
    this.lines = lines;
  }

  /** What a figure is called: of a line over time, with what the line measures. */
  name(figure: Figure): string {
    const line = figure.group === 'series' ? this.lines.get(figure.note) : undefined;
    return line ? lineName(this.words, line, figure) : figureName(this.words, figure);
  }

  /** The region or the goods that a figure is about, or the group of them. */
  about({ area, product, key, group }: Figure): string {
    const { words } = this;
    if (product) return words.text(product.name);
    if (area) return words.text(area.name);
    const together = group === 'series' ? groups.find((known) => key.includes(`.${known}.`)) : undefined;
    return this.once(`about ${together}`, () => words.message(`book.group.${together ?? 'whole'}`));
  }

  /** The period of a figure. */
  period({ period }: Figure): string {
    return this.once(`period ${period.code}`, () => this.words.compactPeriod(period));
  }

  /** The publishers of what a figure rests on. */
  publishers({ sources }: Figure): string {
    return this.once(`sources ${sources.map(({ id }) => id).join(' ')}`, () => this.words.publishers(sources));
  }

  /** The date on which a figure was published. */
  date({ sources }: Figure): string {
    const [source] = sources;
    return source ? this.once(`date ${source.published}`, () => this.words.date(source.published)) : '';
  }

  /** A number in the notes as a formula in words has it: with its period where it is that of a whole line. */
  inFormula(figure: Figure | undefined): string {
    if (!figure) return '';
    return figure.group === 'series' ? `${figure.note} (${this.period(figure)})` : figure.note;
  }

  private once(key: string, write: () => string): string {
    const text = this.known.get(key) ?? write();
    this.known.set(key, text);
    return text;
  }
}

/** Parts of a total that a figure over time can be about together. */
const groups = ['rest', 'more', 'named', 'pair', 'bordering'] as const;

import type { Source } from '../dataset/index.ts';
import { figureName, figureUnit, lineName, type Words } from '../document/index.ts';
import type { Figure, NotedLine } from '../figures/index.ts';
import type { TextCell } from './sheet.ts';

/** The cells of text in the rows of figures. Those that many rows share are written once. */
export class FigureTexts {
  /** The period of a figure. */
  readonly period: (figure: Figure) => TextCell;
  /** The unit of a figure. */
  readonly unit: (figure: Figure) => TextCell;
  /** What a figure is called: of a line over time, with what the line measures. */
  readonly name: (figure: Figure) => TextCell;
  /** The region or the goods that a figure is about, or the group of them. */
  readonly about: (figure: Figure) => TextCell;
  /** Whether a figure was published or calculated. */
  readonly status: (figure: Figure) => TextCell;
  /** How a value was published: exactly, or about, more than, nearly. */
  readonly precision: (figure: Figure) => TextCell;
  private readonly words: Words;
  private readonly publishersBehind = new Map<string, TextCell>();
  private readonly publisher: (source: Source) => TextCell;
  private readonly day: (source: Source) => TextCell;

  constructor(words: Words, lines: readonly NotedLine[]) {
    this.words = words;
    const byNote = new Map(lines.map((line) => [line.note, line]));
    this.period = once(
      ({ period }) => period.code,
      ({ period }) => words.compactPeriod(period),
    );
    this.unit = once(
      ({ unit, signed, status }) => `${unit} ${signed} ${status}`,
      (figure) => figureUnit(words, figure),
    );
    this.name = once(
      // All figures of a line over time share their number in the notes and their name.
      ({ key, note, group }) => (group === 'series' ? note : key),
      (figure) => {
        const line = figure.group === 'series' ? byNote.get(figure.note) : undefined;
        return line ? lineName(words, line, figure) : figureName(words, figure);
      },
    );
    this.about = once(
      (figure) => figure.product ?? figure.area ?? togetherIn(figure),
      (figure) => {
        const named = figure.product ?? figure.area;
        return named ? words.text(named.name) : words.message(`book.group.${togetherIn(figure)}`);
      },
    );
    this.status = once(
      ({ status }) => status,
      ({ status }) => words.message(`book.status.${status}`),
    );
    this.precision = once(
      ({ qualifier }) => qualifier,
      ({ qualifier }) => words.message(qualifier === 'exact' ? 'label.exact' : `book.precision.${qualifier}`),
    );
    this.publisher = once(
      (source: Source) => source.publisher.en,
      (source) => words.publishers([source]),
    );
    this.day = once(
      (source: Source) => source.published,
      (source) => words.date(source.published),
    );
  }

  /** The publisher of a published figure. */
  publisherOf({ sources: [source] }: Figure): TextCell {
    return source ? this.publisher(source) : { text: '' };
  }

  /** The date on which a figure was published. */
  date({ sources: [source] }: Figure): TextCell {
    return source ? this.day(source) : { text: '' };
  }

  /** The publishers of the figures that a formula names; those of all its sources where they are not the same. */
  publishers(figure: Figure, inputs: readonly Figure[]): TextCell {
    const known = this.publishersBehind.get(figure.key);
    if (known) return known;
    const [first, ...others] = inputs.map((input) =>
      input.status === 'published' ? this.publisherOf(input) : this.publishersBehind.get(input.key),
    );
    const isOne = first !== undefined && others.every((other) => other === first);
    const cell = isOne ? first : { text: this.words.publishers(figure.sources) };
    this.publishersBehind.set(figure.key, cell);
    return cell;
  }

  /** A number in the notes as a formula in words has it: with its period where it is that of a whole line. */
  inFormula(figure: Figure | undefined): string {
    if (!figure) return '';
    return figure.group === 'series' ? `${figure.note} (${this.period(figure).text})` : figure.note;
  }
}

/** A function that gives the cell of a text, which it writes once for each key. */
function once<T>(keyOf: (of: T) => unknown, write: (of: T) => string): (of: T) => TextCell {
  const known = new Map<unknown, TextCell>();
  return (of) => {
    const key = keyOf(of);
    const cell = known.get(key) ?? { text: write(of) };
    known.set(key, cell);
    return cell;
  };
}

/** Parts of a total that a figure over time can be about together. */
const together = ['rest', 'more', 'named', 'pair', 'bordering'] as const;

/** Of which parts of a total together a figure without a region and goods is; `whole` of none. */
function togetherIn({ key, group }: Pick<Figure, 'key' | 'group'>): (typeof together)[number] | 'whole' {
  if (group !== 'series') return 'whole';
  return together.find((known) => key.includes(`.${known}.`)) ?? 'whole';
}

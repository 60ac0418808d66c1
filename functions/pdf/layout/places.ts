import type { Block, Place, RowColumns } from '../../document/index.ts';
import { gap, page } from '../page.ts';

/** The coordinates of a place, in points from the top of the page. */
export interface PlaceMeasures {
  /** The first rule of its block; it is lower where the block above reaches further down. */
  readonly top: number;
  /** The zero line of the charts in it that can be as high as they are told. */
  readonly chartFoot?: number;
  /** The last baseline of a summary in it, over which its messages are spread. */
  readonly listFoot?: number;
  /** The source lines in it; one is lower where its figure reaches further down. */
  readonly sourceLine?: number;
}

/** Every place has its coordinates; a new one will not compile without. */
const places: Readonly<Record<Place, PlaceMeasures>> = {
  'cover-body': { top: 386.75, chartFoot: 705.25, listFoot: 735 },
  'developments-grid': { top: page.firstRule },
  'trade-pair': { top: 400.5, chartFoot: 577 },
  'markets-goods': { top: 624 },
  'investment-pair': { top: 373.5, sourceLine: 737.5 },
  'cooperation-map': { top: 352.25 },
  'cooperation-lists': { top: 684 },
  'notes-register': { top: 312 },
  'proof-key': { top: 657.25 },
};

/** The coordinates of the place that a block asks for; null where it stands in the order of its section. */
export function placeOf(block: Block): PlaceMeasures | null {
  return 'place' in block && block.place !== null ? places[block.place] : null;
}

/** How the cells of a row share its width. */
interface ColumnWidths {
  /** The width of each cell in twelfths; further cells begin with the first again, in another line. */
  readonly twelfths: readonly number[];
  /** Whether a cell that is left alone takes the whole width. */
  readonly widens: boolean;
  /** How much wider the gutter is than that of the grid, in points. */
  readonly gutter: number;
  /** The gap from what is above, at least, in points. */
  readonly above: number;
  /** From the rule of one line to that of the next, in points, where each line is placed by itself. */
  readonly pitch: number | null;
}

const even = { widens: false, gutter: 0, above: gap.min, pitch: null } as const;

/** The split of five and seven columns has a wider gutter than the grid. */
const fiveAndSeven = { ...even, twelfths: [5, 7], gutter: 6.5 } as const;

/** The widths of every kind of row; a new one will not compile without. */
export const widthsOf: Readonly<Record<RowColumns, ColumnWidths>> = {
  halves: { ...even, twelfths: [6, 6], widens: true },
  thirds: { ...even, twelfths: [4, 4, 4] },
  'text-and-figure': fiveAndSeven,
  'narrow-and-wide': { ...fiveAndSeven, widens: true },
  'small-multiples': { ...even, twelfths: [6, 6], above: gap.tight, pitch: 146.9 },
};

import type { Block, Place, RowColumns } from '../../document/index.ts';
import { gap, page } from '../page.ts';

/** The coordinates of a place, in points from the top of the page. */
export interface PlaceMeasures {
  /** The first rule of its block. It moves down if the block above needs more room. */
  readonly top: number;
  /** The zero line of its charts with adjustable height. */
  readonly chartFoot?: number;
  /** The last baseline of its summary. The messages are spread down to it. */
  readonly listFoot?: number;
  /** The lowest ink of its block, where that may not go down to the foot of the page. */
  readonly foot?: number;
  /** The least distance from the block above, where that is not the usual one. */
  readonly above?: number;
  /** Its source lines. One moves down if its figure needs more room. */
  readonly sourceLine?: number;
}

/** The coordinates of every place. A place without coordinates does not compile. */
const places: Readonly<Record<Place, PlaceMeasures>> = {
  'cover-body': { top: 386.75, chartFoot: 705.25, listFoot: 735, foot: 755 },
  'developments-grid': { top: page.firstRule },
  'trade-pair': { top: 400.5, chartFoot: 577 },
  'markets-goods': { top: 624 },
  'investment-pair': { top: 373.5, sourceLine: 737.5 },
  'cooperation-map': { top: 352.25 },
  'cooperation-lists': { top: 664 },
  'cooperation-foot': { top: 757, above: 11.5 },
  'notes-register': { top: 312 },
  'proof-key': { top: 657.25 },
  'regions-pair': { top: page.firstRule, chartFoot: 530 },
  'region-columns': { top: 570 },
  'goods-table': { top: page.firstRule, chartFoot: 747 },
  // Below a table of few goods it stands so low that the page is half full.
  'goods-second': { top: 377, chartFoot: 747 },
  'months-chart': { top: page.firstRule, chartFoot: 588 },
  'months-table': { top: 645 },
  'first-months': { top: page.firstRule, chartFoot: 370 },
  'first-pair': { top: 426, chartFoot: 590 },
  'year-curves': { top: page.firstRule, chartFoot: 376 },
  'year-pair': { top: 430, chartFoot: 585 },
  'year-table': { top: 641 },
  'sheet-pair': { top: 306, above: 14, chartFoot: 490, listFoot: 508 },
  'sheet-thirds': { top: 540, above: 20 },
  'sheet-notes': { top: 708, above: 14 },
  'overview-body': { top: 396.5, above: 11, chartFoot: 688, listFoot: 738, foot: 746 },
};

/** The coordinates of the place that a block asks for; null if it follows the order of its section. */
export function placeOf(block: Block): PlaceMeasures | null {
  return 'place' in block && block.place !== null ? places[block.place] : null;
}

/** How the cells of a row share its width. */
interface ColumnWidths {
  /** The width of each cell in twelfths. Further cells begin again with the first width, in another line. */
  readonly twelfths: readonly number[];
  /** Whether a cell that is alone in its line takes the whole width. */
  readonly widens: boolean;
  /** How much wider the gutter is than that of the grid, in points. */
  readonly gutter: number;
  /** The minimum gap to what is above, in points. */
  readonly above: number;
  /** From the rule of one line to that of the next, in points, if each line is placed separately. */
  readonly pitch: number | null;
  /** Whether the bodies of figures side by side begin at one height, under the longest of their titles. */
  readonly aligned: boolean;
}

const even = { widens: false, gutter: 0, above: gap.min, pitch: null, aligned: false } as const;

/** The split of five and seven columns has a wider gutter than the grid. */
const fiveAndSeven = { ...even, twelfths: [5, 7], gutter: 6.5 } as const;

/** The widths of every kind of row. A kind without widths does not compile. */
export const widthsOf: Readonly<Record<RowColumns, ColumnWidths>> = {
  halves: { ...even, twelfths: [6, 6], widens: true },
  thirds: { ...even, twelfths: [4, 4, 4], aligned: true },
  'text-and-figure': fiveAndSeven,
  'narrow-and-wide': { ...fiveAndSeven, widens: true },
  'wide-and-narrow': { ...even, twelfths: [7, 5], gutter: 6.5, widens: true },
  'small-multiples': { ...even, twelfths: [6, 6], above: gap.tight, pitch: 146.9 },
};

import type { ShortList } from '../../document/index.ts';
import { filled, type Mark, rule } from '../marks.ts';
import { styles, widthOf } from '../text/styles.ts';
import { toneColours } from '../theme.ts';
import { type ChartFrame, type Drawn, labelMarks, type Palette, shortened, textMark } from './frame.ts';

/** From the line above to the first name, from row to row, and from a name to the line under it, in points. */
const at = { first: 15, pitch: 23.5, under: 11 } as const;

/** The height of a bar, and from its foot to the line under the name, in points. */
const bar = { height: 4.5, foot: 0.6 } as const;

/** The least distance between a text and the number at its right, in points. */
const apart = 6;

/** From a row to its hairline, in points. */
const toHair = 4;

/** Names with their values; under each a bar from one zero line, or a detail, and at its right a second number. */
export function shortList(chart: ShortList, frame: ChartFrame, palette: Palette): Drawn {
  const { hairline } = palette.theme.colours;
  const right = frame.x + frame.width;
  const underWidth = ({ under }: Row) => (under ? widthOf(palette, under.text, styles.sheetSoft) + apart : 0);
  const longest = frame.width - Math.max(0, ...chart.rows.map(underWidth));
  const marks = chart.rows.flatMap((row, index): readonly Mark[] => {
    const y = frame.y + at.first + index * at.pitch;
    const below = y + at.under;
    const isLast = index === chart.rows.length - 1;
    const values = apart + widthOf(palette, row.value.text, styles.sheetStrong);
    const nameWidth = widthOf(palette, row.name, styles.sheetName);
    // A long value without another number under it gives its room to the name.
    const isLow = row.under === null && nameWidth + values > frame.width;
    const wide = isLow ? frame.width : frame.width - values;
    const taken = isLow ? values : underWidth(row);
    return [
      textMark(palette, shortened(palette, row.name, styles.sheetName, wide), styles.sheetName, { x: frame.x, y }),
      ...labelMarks(palette, row.value, styles.sheetStrong, { x: right, y: isLow ? below : y, align: 'right' }),
      ...(row.bar === null
        ? detailMarks(row, { x: frame.x, y: below, room: frame.width - taken }, palette)
        : barMarks(chart, row.bar * longest, { x: frame.x, y: below }, palette)),
      ...(row.under ? labelMarks(palette, row.under, styles.sheetSoft, { x: right, y: below, align: 'right' }) : []),
      ...(row.bar === null && !isLast ? [rule(frame.x, right, below + toHair, hairline, 0.4)] : []),
    ];
  });
  const bottom = frame.y + at.first + (chart.rows.length - 1) * at.pitch + at.under;
  return { marks, bottom, next: bottom + at.first };
}

type Row = ShortList['rows'][number];

function barMarks(
  { tone }: ShortList,
  length: number,
  { x, y }: { readonly x: number; readonly y: number },
  palette: Palette,
): readonly Mark[] {
  const { solid } = toneColours(palette.theme, tone);
  return [filled(x, y - bar.foot - bar.height, Math.max(0.6, length), bar.height, solid)];
}

/** The longest detail that has room; the shortest is cut where not even that has. */
function detailMarks(
  { details }: Row,
  { x, y, room }: { readonly x: number; readonly y: number; readonly room: number },
  palette: Palette,
): readonly Mark[] {
  const style = styles.sheetSoft;
  const detail = details.find((text) => widthOf(palette, text, style) <= room) ?? details.at(-1);
  return detail === undefined ? [] : [textMark(palette, shortened(palette, detail, style, room), style, { x, y })];
}

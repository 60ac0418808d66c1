import type { ShareBars } from '../../document/index.ts';
import { span } from '../grid.ts';
import { filled, type Mark, outlined } from '../marks.ts';
import { restyle, widthOf } from '../text/styles.ts';
import { toneColours } from '../theme.ts';
import { type ChartFrame, type Drawn, isNarrow, labelMarks, type Palette, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

const bar = { height: 26, pitch: 35.75, first: 26 } as const;

/** How much further apart bars are that stand under their names. */
const underName = 17;

/** Bars of 100 per cent: Russia's part is solid, the rest of the world pale. */
export function shareBars(chart: ShareBars, frame: ChartFrame, palette: Palette): Drawn {
  const narrow = isNarrow(frame);
  const left = narrow ? frame.x : frame.x + span(2) + 13;
  const pitch = bar.pitch + (narrow ? underName : 0);
  const first = bar.first + (narrow ? underName : 0);
  const right = frame.x + frame.width;
  const heads: readonly Mark[] = [
    textMark(palette, chart.heads[0], styles.head, { x: left, y: frame.y + 19.5 }),
    textMark(palette, chart.heads[1], styles.headSoft, { x: right, y: frame.y + 19.5, align: 'right' }),
  ];
  const rows = chart.rows.flatMap((row, index) => {
    const top = frame.y + first + index * pitch;
    return [...nameMarks(row, frame, top, palette), ...rowMarks(row, { left, right, top }, palette)];
  });
  const bottom = frame.y + first + (chart.rows.length - 1) * pitch + bar.height;
  return { marks: [...heads, ...rows], bottom };
}

/** The name and the total left of a bar, or over it on a narrow frame. */
function nameMarks(row: ShareBars['rows'][number], frame: ChartFrame, top: number, palette: Palette): readonly Mark[] {
  const narrow = isNarrow(frame);
  const name = { x: frame.x, y: narrow ? top - 5.5 : top + 11.5 };
  const total = narrow
    ? ({ x: frame.x + frame.width, y: top - 5.5, align: 'right' } as const)
    : ({ x: frame.x, y: top + 22.5 } as const);
  return [
    textMark(palette, row.name, styles.name, name),
    ...(row.total ? labelMarks(palette, row.total, styles.softSmall, total) : []),
  ];
}

interface RowFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

function rowMarks(row: ShareBars['rows'][number], { left, right, top }: RowFrame, palette: Palette): readonly Mark[] {
  const { colours } = palette.theme;
  const tone = toneColours(palette.theme, row.tone);
  const split = left + ((right - left) * row.share) / 100;
  const solid = split - left;
  const pale = right - split;
  const y = top + 17.5;
  return [
    ...(solid > 0 ? [filled(left, top, solid, bar.height, tone.solid)] : []),
    ...(pale > 0 ? [outlined(split, top, pale, bar.height, colours.rest, colours.textTertiary)] : []),
    ...shareLabels(row, left, solid, top, tone.onSolid, palette),
    ...restLabels(row, right, pale, y, palette),
  ];
}

/** The share and the amount in the solid part. The amount is left out if both do not fit; the share becomes smaller. */
function shareLabels(
  row: ShareBars['rows'][number],
  left: number,
  solid: number,
  top: number,
  colour: string,
  palette: Palette,
): readonly Mark[] {
  const shareWidth = widthOf(palette, row.shareLabel, styles.callout);
  if (solid < shareWidth + 16) {
    if (solid < widthOf(palette, row.shareLabel, styles.valueLarge) + 8) return [];
    return [{ ...textMark(palette, row.shareLabel, styles.valueLarge, { x: left + 5, y: top + 16.5 }), colour }];
  }
  const share = { ...textMark(palette, row.shareLabel, styles.callout, { x: left + 8, y: top + 18 }), colour };
  const x = left + 8 + shareWidth + 6.5;
  if (!row.amount || x + widthOf(palette, row.amount, styles.valuePlain) + 6 > left + solid) return [share];
  return [share, { ...textMark(palette, row.amount, styles.valuePlain, { x, y: top + 17.5 }), colour }];
}

function restLabels(
  row: ShareBars['rows'][number],
  right: number,
  pale: number,
  y: number,
  palette: Palette,
): readonly Mark[] {
  const style = restyle(styles.valueSoft, {});
  const amountWidth = row.restAmount ? widthOf(palette, row.restAmount.text, style) : 0;
  const shareWidth = widthOf(palette, row.restShare.text, style);
  const both = amountWidth + shareWidth + 8.5 + 16;
  if (pale < shareWidth + 12) return [];
  if (!row.restAmount || pale < both)
    return labelMarks(palette, row.restShare, style, { x: right - 8, y, align: 'right' });
  return [
    ...labelMarks(palette, row.restShare, style, { x: right - 8 - amountWidth - 8.5, y, align: 'right' }),
    ...labelMarks(palette, row.restAmount, style, { x: right - 8, y, align: 'right' }),
  ];
}

import type { BandBlock, Inline } from '../../document/index.ts';
import { restyle, setLine, styles, widthOf } from '../../drawing/index.ts';
import { page } from '../page.ts';
import { artifact, content, element } from '../pieces.ts';
import type { Context, Placed } from './context.ts';
import { fitting, markPieces } from './cover.ts';
import { coverBackground } from './cover-background.ts';
import { setText } from './set-text.ts';

/** The foot of the band, and the first baseline under it. */
const at = { foot: 104, next: 130 } as const;

/** The size in points at which the fitting of the title ends. */
const smallestTitle = 12;

/** The band of a sheet: what it is beside the logo, the title in one line, and the line under it. */
export function layoutBand({ kind, title, line }: BandBlock, context: Context): Placed {
  const { marks, places, titleWidth } = coverBackground(context, at.foot, 'sheet');
  const one = (text: Inline) => text.map((run) => run.text).join('');
  const name = setLine(context, one(kind), styles.coverProduct, places.signText, places.sign);
  const heading = fittedTitle(one(title), titleWidth, context);
  const under = setText(context, fitting(line, places.contentsWidth, context), styles.coverLine, {
    x: page.left,
    y: places.contents,
    width: places.contentsWidth,
  });
  const pieces = [
    artifact(marks),
    element('P', [content([name])]),
    ...markPieces(context, places),
    element('H1', [content([setLine(context, one(title), heading, page.left, places.title)])]),
    element('P', under.pieces),
  ];
  return { pieces, bottom: at.foot, next: at.next };
}

/** The title at the largest half-point at which it fits in one line. */
function fittedTitle(text: string, width: number, context: Context) {
  let style = styles.sheetTitle as ReturnType<typeof restyle>;
  while (style.size > smallestTitle && widthOf(context, text, style) > width) {
    style = restyle(style, { size: style.size - 0.5 });
  }
  return style;
}

import type { FigureBlock } from '../../document/index.ts';
import { rule, setLine, setLineEndingAt, styles } from '../../drawing/index.ts';
import { artifact, content, element, type Piece } from '../pieces.ts';
import type { Context, Frame, Placed } from './context.ts';
import { setText, setTitle } from './set-text.ts';

/** Offsets in points of the head of a figure, from its rule. */
const head = { label: 13, title: 29.25, subtitle: 13 } as const;

/** The default gap from the last ink of a body to the source line, in points. */
const sourceGap = 16.25;

/** A numbered figure: rule, label, title, subtitle, body and source line. */
export function layoutFigure(figure: FigureBlock, frame: Frame, context: Context): Placed {
  const top = layoutFigureHead(figure, context.numbers.get(figure.id) ?? '', frame, context);
  const pieces: Piece[] = [...top.pieces];
  let placed: Placed = { pieces: [], bottom: Math.max(top.bottom, frame.bodyTop ?? 0) };
  for (const block of figure.body) {
    placed = context.layout(block, { ...frame, y: placed.next ?? placed.bottom }, context);
    pieces.push(...placed.pieces);
  }
  if (!figure.source) return { pieces, bottom: placed.bottom };
  const natural = placed.next ?? placed.bottom + sourceGap;
  const y = context.squeeze === null ? Math.max(natural, frame.place?.sourceLine ?? 0) : natural;
  const source = setText(context, figure.source, styles.source, { x: frame.x, y, width: frame.width });
  pieces.push(element('P', source.pieces));
  return { pieces, bottom: source.bottom };
}

/** The head of a figure. A table that continues on another page repeats it with another `label`. */
export function layoutFigureHead(figure: FigureBlock, label: string, frame: Frame, context: Context): Placed {
  if (figure.small) return layoutSmallHead(figure, label, frame, context);
  const { x, y, width } = frame;
  const line = rule(x, x + width, y, context.theme.colours.text, 1);
  const labelled = element('P', [content([setLine(context, label, styles.figureLabel, x, y + head.label)])]);
  const title = setTitle(context, figure.title, styles.figureTitle, { x, y: y + head.title, width });
  const heading = element(figure.level === 2 ? 'H2' : 'H3', title.pieces, { anchor: { name: figure.id, x, y } });
  const pieces: Piece[] = [artifact([line]), labelled, heading];
  if (!figure.subtitle) return { pieces, bottom: title.bottom };
  const subtitle = setText(context, figure.subtitle, styles.figureSubtitle, {
    x,
    y: title.bottom + head.subtitle,
    width,
  });
  return { pieces: [...pieces, element('P', subtitle.pieces)], bottom: subtitle.bottom };
}

/** The head of a table that continues without its title: a rule, and its label. */
export function layoutBriefHead(label: string, { x, y, width }: Frame, context: Context): Placed {
  const line = rule(x, x + width, y, context.theme.colours.text, 1);
  const labelled = element('P', [content([setLine(context, label, styles.figureLabel, x, y + head.label)])]);
  return { pieces: [artifact([line]), labelled], bottom: y + head.label };
}

/** Offsets in points of the head of a small figure, from its rule. */
const smallHead = { title: 15, subtitle: 25.5 } as const;

/** A head of two lines: the title, and under it the subtitle with the label at the right. */
function layoutSmallHead(figure: FigureBlock, label: string, { x, y, width }: Frame, context: Context): Placed {
  const line = rule(x, x + width, y, context.theme.colours.text, 1);
  const title = setTitle(context, figure.title, styles.smallTitle, { x, y: y + smallHead.title, width: width + 1 });
  const below = title.bottom + smallHead.subtitle - smallHead.title;
  const labelled = setLineEndingAt(context, label, styles.figureLabel, x + width, below);
  const room = { x, y: below, width: width - labelled.width - 8 };
  const subtitle = setText(context, figure.subtitle ?? [], styles.smallSubtitle, room);
  const pieces = [
    artifact([line]),
    element('P', [content([labelled])]),
    element('H3', title.pieces, { anchor: { name: figure.id, x, y } }),
    element('P', subtitle.pieces),
  ];
  return { pieces, bottom: Math.max(below, subtitle.bottom) };
}

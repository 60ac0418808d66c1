import type { Language } from '../../dataset/index.ts';
import type { CoverBlock, Inline, Run } from '../../document/index.ts';
import {
  breakLines,
  type Mark,
  restyle,
  setLine,
  setLineEndingAt,
  styles,
  type TextStyle,
} from '../../drawing/index.ts';
import { page } from '../page.ts';
import { artifact, content, element, type Piece } from '../pieces.ts';
import type { Context, Placed } from './context.ts';
import { type CoverPlaces, coverBackground } from './cover-background.ts';
import { setText } from './set-text.ts';

/** The baseline of the strip under the band. */
const stripAt = 242;

/** The foot of the cover band, and that of a monthly edition. */
export const coverFoot = 221;
const compactFoot = 182;

/** From the foot of the band to the key figures: at least under a strip, and by default. */
const toCards = { usual: 19.5, compact: 16.25, strip: 14.75 } as const;

/** The cover: background, logo with publisher and product, title, period and contents. */
export function layoutCover(cover: CoverBlock, context: Context): Placed {
  const { compact } = cover;
  const foot = compact ? compactFoot : coverFoot;
  const background = coverBackground(context, foot, compact ? 'compact' : 'usual');
  const { places, titleWidth } = background;
  const title = setTitle(cover.title, { y: places.title, width: titleWidth, compact }, context);
  const width = Math.max(titleWidth, places.contentsWidth);
  const text = (inline: Inline, style: TextStyle, y: number) =>
    element('P', setText(context, inline, style, { x: page.left, y, width }).pieces);
  const pieces: Piece[] = [
    artifact(background.marks),
    ...logoPieces(context, places),
    ...markPieces(context, places),
    element('H1', title.pieces),
    text(cover.headline, restyle(styles.coverHeadline, { colour: places.headlineColour }), places.headline),
    text(fitting(cover.contents, places.contentsWidth, context), styles.coverLine, places.contents),
  ];
  const next = foot + (compact ? toCards.compact : toCards.usual);
  if (!cover.strip) return { pieces, bottom: foot, next };
  const styleOf = (run: Run) => (run.strong ? styles.stripLead : styles.strip);
  const strip = setText(context, cover.strip, styleOf, { x: page.left, y: stripAt, width: page.right - page.left });
  return {
    pieces: [...pieces, element('P', strip.pieces)],
    bottom: strip.bottom,
    next: Math.max(next, strip.bottom + toCards.strip),
  };
}

/** A line as it is where it fits, else without what yields. */
export function fitting(line: Inline, width: number, context: Context): Inline {
  const lines = breakLines(context, line, () => styles.coverLine, width).length;
  return lines > 1 ? line.filter((run) => run.yields === undefined) : line;
}

/** That the figures are made up or not published, at the right of the logo. */
export function markPieces(context: Context, places: CoverPlaces): readonly Piece[] {
  const { mark } = context.document;
  if (!mark) return [];
  const style = restyle(styles.coverProduct, { colour: places.markColour });
  return [element('P', [content([setLineEndingAt(context, mark.long, style, places.markEnd, places.sign)])])];
}

function logoPieces(context: Context, places: ReturnType<typeof coverBackground>['places']): readonly Piece[] {
  const { publisher, product } = context.document.cover;
  const lines: readonly (readonly [string, TextStyle, number])[] = publisher
    ? [
        [publisher, restyle(styles.coverProduct, { size: 11 }), places.sign - 2],
        [product, styles.coverLine, places.sign + 11],
      ]
    : [[product, styles.coverProduct, places.sign]];
  return lines.map(([text, style, y]) => {
    const mark: Mark = setLine(context, text, style, places.signText, y);
    return element('P', [content([mark])]);
  });
}

/** The size in points with which the fitting of a title starts. */
const largestTitle: Readonly<Record<Language, number>> = { en: 31, ru: 28, be: 28 };

/** How much smaller a title starts on the lower band, and how much closer its lines are. */
const compactTitle = { size: { en: 2, ru: 1, be: 1 }, leading: 3.25 } as const;

/** The title breaks after its colon. Its size is the largest half-point at which the lines fit. */
function setTitle(
  title: Inline,
  { y, width, compact }: { readonly y: number; readonly width: number; readonly compact: boolean },
  context: Context,
) {
  const { language } = context.document;
  const text = title.map((run) => run.text).join('');
  const parts = text.split(/(?<=:) /).map((part): Inline => [{ text: part }]);
  let style: TextStyle = restyle(styles.coverTitle, {
    size: largestTitle[language] - (compact ? compactTitle.size[language] : 0),
  });
  const fits = () => parts.every((part) => breakLines(context, part, () => style, width).length === 1);
  while (!fits() && style.size > 20) style = restyle(style, { size: style.size - 0.5 });
  const pieces: Piece[] = [];
  let baseline = y;
  for (const [index, part] of parts.entries()) {
    const spaced: Inline = index < parts.length - 1 ? part.map((run) => ({ text: `${run.text}\u00a0` })) : part;
    const set = setText(context, spaced, style, { x: page.left, y: baseline, width: width + 20 });
    pieces.push(...set.pieces);
    baseline = set.bottom + styles.coverTitle.leading - (compact ? compactTitle.leading : 0);
  }
  return { pieces };
}

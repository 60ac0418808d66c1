import { dottedUnder, filled, outlined, rule, setLine, setLineEndingAt, styles, widthOf } from '../../drawing/index.ts';
import { page } from '../page.ts';
import { artifact, type Piece, repeated } from '../pieces.ts';
import type { Context } from './context.ts';
import { logoFill, logoMarks } from './cover-background.ts';

/** The y of the parts of header and footer. */
const places = { header: 42.25, headerRule: 52, footerRule: 793, footer: 806 } as const;

/** The gap between the mark of made-up or unpublished figures and the period, in points. */
const markGap = 13;

/** The least gap between texts of one line, in points. */
const smallestGap = 8;

/** The left edge of the key to published and calculated figures, where that has room before the number of the page. */
const keyLeft = 218.76;

/**
 * The header and footer of each of `of` pages. They are repeated, so they are not part of what is read. The cover has
 * no header.
 */
export function headersAndFooters(
  of: number,
  context: Context,
): readonly { readonly header: readonly Piece[]; readonly footer: readonly Piece[] }[] {
  const header = [repeated(headerMarks(context))];
  const footer = repeated(footerMarks(of, context));
  return Array.from({ length: of }, (_, index) => ({
    header: index === 0 ? [] : header,
    footer: [footer, artifact([numberMark(index + 1, of, context)], 'Pagination')],
  }));
}

function headerMarks(context: Context) {
  const { colours, logo } = context.theme;
  const { series, dated, period } = context.document.running;
  const height = logo.headerHeight;
  const fills = logo.shapes.map((shape) => logoFill(shape, colours));
  const name = setLine(context, series, styles.runningStrong, 67, places.header);
  const mark = context.document.mark?.short;
  const room =
    page.right - name.x - name.width - smallestGap - (mark ? widthOf(context, mark, styles.runningMark) + markGap : 0);
  const fits = widthOf(context, dated, styles.running) <= room;
  const right = setLineEndingAt(context, fits ? dated : period, styles.running, page.right, places.header);
  return [
    ...logoMarks(logo, page.left, logo.headerCentre - height / 2, height, fills),
    name,
    right,
    ...(mark ? [setLineEndingAt(context, mark, styles.runningMark, right.x - markGap, places.header)] : []),
    rule(page.left, page.right, places.headerRule, colours.rule, 0.5),
  ];
}

function footerMarks(of: number, context: Context) {
  const { colours } = context.theme;
  const { footer } = context.document;
  const y = places.footer;
  const keyWidth =
    3 * 12.5 + widthOf(context, footer.published, styles.footer) + widthOf(context, footer.calculated, styles.footer);
  const label = widthOf(context, context.document.labels.page(of, of), styles.footerPage);
  const left = Math.min(keyLeft, page.right - label - smallestGap - keyWidth);
  const published = setLine(context, footer.published, styles.footer, left + 12.5, y);
  const second = published.x + published.width + 12.5;
  const calculated = setLine(context, footer.calculated, styles.footer, second + 12.5, y);
  return [
    rule(page.left, page.right, places.footerRule, colours.rule, 0.5),
    setLine(context, fitted(footer.source, left - page.left - smallestGap, context), styles.footer, page.left, y),
    filled(left, y - 6, 9, 6, colours.turnover),
    published,
    outlined(second, y - 6, 9, 6, colours.turnoverTint, colours.turnover),
    calculated,
    dottedUnder(calculated),
  ];
}

function numberMark(number: number, of: number, context: Context) {
  const label = context.document.labels.page(number, of);
  return setLineEndingAt(context, label, styles.footerPage, page.right, places.footer);
}

/** The text, or as many of its words as fit and an ellipsis. */
function fitted(text: string, width: number, context: Context): string {
  if (widthOf(context, text, styles.footer) <= width) return text;
  const words = text.split(' ');
  while (words.length > 1 && widthOf(context, `${words.join(' ')} …`, styles.footer) > width) words.pop();
  return `${words.join(' ')} …`;
}

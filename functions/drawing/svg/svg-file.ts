import { escapeMarkup } from '../../document/index.ts';
import type { Mark, PathSegment, TextMark } from '../marks.ts';
import type { FaceName } from '../text/typeface.ts';

/** What a drawing says besides its marks. */
export interface SvgFacts {
  /** Its size in points. */
  readonly width: number;
  readonly height: number;
  /** The code of the language of its text. */
  readonly language: string;
  readonly title: string;
  /** What it shows, for readers who cannot see it. */
  readonly description: string;
}

/**
 * Typefaces that look like those of the brands, then such as every machine has. Each text keeps the width for which it was
 * laid out, so that none runs into another in a wider typeface.
 */
const families = {
  serif: "'Source Serif 4','PT Serif',Georgia,'Times New Roman',serif",
  sans: "'IBM Plex Sans','Source Sans 3',Arial,Helvetica,sans-serif",
} as const;

const fontOf: Readonly<Record<FaceName, string>> = {
  serifRegular: `font-family="${families.serif}" font-weight="400"`,
  serifStrong: `font-family="${families.serif}" font-weight="600"`,
  sansRegular: `font-family="${families.sans}" font-weight="400"`,
  sansMedium: `font-family="${families.sans}" font-weight="500"`,
  sansStrong: `font-family="${families.sans}" font-weight="600"`,
};

/** Marks as an SVG file of its own, on white, with text as text. The same marks give the same bytes. */
export function svgFile(marks: readonly Mark[], facts: SvgFacts): string {
  const [width, height] = [short(facts.width), short(facts.height)];
  const writer = new ShapeWriter();
  const shapes = marks.map((mark) => writer.shape(mark)).join('\n');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${facts.language}" role="img" aria-labelledby="title description"` +
      ` width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}" fill="none">`,
    `<title id="title">${escapeMarkup(facts.title)}</title>`,
    `<desc id="description">${escapeMarkup(facts.description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#FFFFFF"/>`,
    shapes,
    '</svg>',
    '',
  ].join('\n');
}

/** Writes marks as elements; windows that clip what is in them get ids in their order. */
class ShapeWriter {
  private windows = 0;

  /** The element of a mark. */
  shape(mark: Mark): string {
    switch (mark.mark) {
      case 'text':
        return textOf(mark);
      case 'line': {
        const { x1, y1, x2, y2, stroke, weight, dash, round } = mark;
        const ends = `x1="${short(x1)}" y1="${short(y1)}" x2="${short(x2)}" y2="${short(y2)}"`;
        const cap = round ? ' stroke-linecap="round"' : '';
        return `<line ${ends} ${strokeOf(stroke, weight)}${dashOf(dash)}${cap}/>`;
      }
      case 'rect': {
        const { x, y, width, height, fill, outline } = mark;
        const inset = outline ? outline.weight / 2 : 0;
        const box = `x="${short(x + inset)}" y="${short(y + inset)}" width="${short(width - 2 * inset)}" height="${short(height - 2 * inset)}"`;
        return `<rect ${box} fill="${fill}"${outline ? ` ${strokeOf(outline.stroke, outline.weight)}` : ''}/>`;
      }
      case 'circle': {
        const { x, y, radius, fill, outline } = mark;
        const line = outline ? ` ${strokeOf(outline.stroke, outline.weight)}${dashOf(outline.dash)}` : '';
        return `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}" fill="${fill}"${line}/>`;
      }
      case 'polygon': {
        const { rings, fill, stroke, open } = mark;
        const path = rings.map((ring) => `M${pointsOf(ring)}${open ? '' : 'Z'}`).join('');
        const filled = fill === undefined ? '' : ` fill="${fill}"`;
        return `<path d="${path}"${filled}${stroke ? ` ${strokeOf(stroke.colour, stroke.weight)}` : ''}/>`;
      }
      case 'path': {
        const { path, x, y, scale, fill } = mark;
        const body = path.map((segment) => segmentOf(segment, scale)).join('');
        return `<path d="${body}" transform="translate(${short(x)} ${short(y)})" fill="${fill}"/>`;
      }
      case 'clip':
        return this.window(mark, '', mark.marks);
      case 'drawing': {
        const { x, y, unit, width, height, marks } = mark;
        const area = { x, y, width: width * unit, height: height * unit };
        return this.window(area, ` transform="translate(${short(x)} ${short(y)}) scale(${unit})"`, marks);
      }
    }
  }

  private window(
    {
      x,
      y,
      width,
      height,
    }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
    transform: string,
    marks: readonly Mark[],
  ): string {
    this.windows += 1;
    const id = `window-${this.windows}`;
    const box = `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"/>`;
    const inner = marks.map((mark) => this.shape(mark)).join('\n');
    return `<clipPath id="${id}">${box}</clipPath><g clip-path="url(#${id})"><g${transform}>\n${inner}\n</g></g>`;
  }
}

function textOf({ x, y, text, face, size, colour, width, tracking }: TextMark): string {
  const fitted = width > 0 ? ` textLength="${short(width)}" lengthAdjust="spacingAndGlyphs"` : '';
  const spaced = tracking ? ` letter-spacing="${short(tracking)}"` : '';
  const place = `x="${short(x)}" y="${short(y)}" ${fontOf[face]} font-size="${short(size)}" fill="${colour}"`;
  return `<text xml:space="preserve" ${place}${spaced}${fitted}>${escapeMarkup(text)}</text>`;
}

function strokeOf(colour: string, weight: number): string {
  return `stroke="${colour}" stroke-width="${short(weight)}"`;
}

function dashOf(dash: readonly [number, number] | undefined): string {
  return dash ? ` stroke-dasharray="${dash.map(short).join(' ')}"` : '';
}

function pointsOf(ring: readonly number[]): string {
  return ring.map((value, index) => `${index === 2 ? 'L' : index > 0 ? ' ' : ''}${short(value)}`).join('');
}

function segmentOf([command, ...points]: PathSegment, scale: number): string {
  return command + points.map((value) => short(value * scale)).join(' ');
}

/** A number with at most two decimals. */
function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

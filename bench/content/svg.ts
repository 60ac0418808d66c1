import type { FaceName } from '../../functions/drawing/index.ts';
import type { TextMark } from '../../functions/drawing/marks.ts';
import type { Drawing } from './content.ts';
import type { PlainMark } from './plain-marks.ts';

/** The CSS family and weight of a face. */
export type FontOf = (face: FaceName) => { readonly family: string; readonly weight: number };

/** A drawing as SVG, with its text as text. */
export function svgOf({ width, height, alt, marks }: Drawing, fontOf: FontOf): string {
  const clips: string[] = [];
  const body = marks.map((mark) => svgMark(mark, fontOf, clips)).join('\n');
  const size = `width="${n(width)}pt" height="${n(height)}pt" viewBox="0 0 ${n(width)} ${n(height)}"`;
  const label = `role="img" aria-label="${escapeMarkup(alt)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${label}><defs>${clips.join('')}</defs>\n${body}\n</svg>`;
}

function svgMark(mark: PlainMark, fontOf: FontOf, clips: string[]): string {
  switch (mark.mark) {
    case 'text':
      return svgText(mark, fontOf);
    case 'line': {
      const { x1, y1, x2, y2, stroke, weight, dash, round } = mark;
      const look = `${dash ? ` stroke-dasharray="${dash.join(' ')}"` : ''}${round ? ' stroke-linecap="round"' : ''}`;
      return `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${stroke}" stroke-width="${weight}"${look}/>`;
    }
    case 'rect': {
      const inset = (mark.outline?.weight ?? 0) / 2;
      const box = `x="${n(mark.x + inset)}" y="${n(mark.y + inset)}" width="${n(Math.max(0, mark.width - 2 * inset))}" height="${n(Math.max(0, mark.height - 2 * inset))}"`;
      return `<rect ${box} fill="${mark.fill}"${outlineOf(mark.outline)}/>`;
    }
    case 'circle': {
      const dash = mark.outline?.dash ? ` stroke-dasharray="${mark.outline.dash.join(' ')}"` : '';
      return `<circle cx="${n(mark.x)}" cy="${n(mark.y)}" r="${n(mark.radius)}" fill="${mark.fill}"${outlineOf(mark.outline)}${dash}/>`;
    }
    case 'polygon': {
      const stroke = mark.stroke ? { stroke: mark.stroke.colour, weight: mark.stroke.weight } : undefined;
      return `<path d="${polygonPath(mark)}" fill="${mark.fill ?? 'none'}"${outlineOf(stroke)}/>`;
    }
    case 'path':
      return `<path d="${mark.path}" fill="${mark.fill}" transform="translate(${n(mark.x)} ${n(mark.y)}) scale(${mark.scale})"/>`;
    case 'clip': {
      const id = `clip${clips.length}`;
      clips.push(
        `<clipPath id="${id}"><rect x="${n(mark.x)}" y="${n(mark.y)}" width="${n(mark.width)}" height="${n(mark.height)}"/></clipPath>`,
      );
      return `<g clip-path="url(#${id})">${mark.marks.map((inner) => svgMark(inner, fontOf, clips)).join('')}</g>`;
    }
  }
}

function svgText({ x, y, text, face, size, colour, tracking }: TextMark, fontOf: FontOf): string {
  const { family, weight } = fontOf(face);
  const spaced = tracking ? ` letter-spacing="${tracking}"` : '';
  return `<text x="${n(x)}" y="${n(y)}" font-family="${family}" font-weight="${weight}" font-size="${n(size)}" fill="${colour}"${spaced}>${escapeMarkup(text)}</text>`;
}

/** The rings of a polygon as an SVG path, in points of the drawing. */
export function polygonPath({ rings, open }: Extract<PlainMark, { mark: 'polygon' }>): string {
  return rings
    .map((ring) => {
      const points = Array.from({ length: ring.length / 2 }, (_, index) => {
        return `${n(ring[2 * index] ?? 0)} ${n(ring[2 * index + 1] ?? 0)}`;
      });
      return `M${points.join('L')}${open ? '' : 'Z'}`;
    })
    .join('');
}

function outlineOf(outline: { readonly stroke: string; readonly weight: number } | undefined): string {
  return outline ? ` stroke="${outline.stroke}" stroke-width="${outline.weight}"` : '';
}

/** Escapes text for HTML and SVG, for element content and attributes. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A number rounded to a hundredth of a point, as on our own pages. */
function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

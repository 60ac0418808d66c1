import { Parser } from 'htmlparser2';
import svgpath from 'svgpath';
import type { Place } from '../dataset/index.ts';
import type { Logo, PathSegment } from '../drawing/index.ts';
import { BrandError } from '../renderer/index.ts';

/** Reads the size and shapes of a logo. Throws a {@link BrandError} unless the SVG has only paths, each with a fill. */
export function readLogo(file: string, svg: string): Pick<Logo, 'width' | 'height' | 'shapes'> {
  const shapes: { path: string; fill: string; row: number }[] = [];
  let box: readonly number[] = [];
  const lineAt = (offset: number) => svg.slice(0, offset).split('\n').length;
  const place = { file, row: null, column: null, value: '' };
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'svg') box = (attributes.viewBox ?? '').split(/[ ,]+/).map(Number);
        else if (name === 'path') {
          shapes.push({ path: attributes.d ?? '', fill: attributes.fill ?? '', row: lineAt(parser.startIndex) });
        } else {
          const at = { ...place, row: lineAt(parser.startIndex), value: `<${name}` };
          throw new BrandError([{ ...at, code: 'logo_element', values: { element: name } }]);
        }
      },
    },
    { xmlMode: true },
  );
  parser.end(svg);
  const [, , width = Number.NaN, height = Number.NaN] = box;
  if (!(width > 0 && height > 0)) {
    throw new BrandError([{ ...place, row: 1, value: box.join(' '), code: 'logo_view_box', values: {} }]);
  }
  const wrong = shapes.find(({ path, fill }) => path === '' || !/^#[0-9A-Fa-f]{6}$/.test(fill));
  if (shapes.length === 0 || wrong) {
    throw new BrandError([
      { ...place, row: wrong?.row ?? null, value: wrong?.fill ?? '', code: 'logo_path', values: {} },
    ]);
  }
  return {
    width,
    height,
    shapes: shapes.map(({ path, fill, row }) => ({ path: readPath(path, { ...place, row }), fill })),
  };
}

/** An SVG path as lines and Bézier curves, in thousandths of a unit of the logo. */
function readPath(d: string, place: Place): readonly PathSegment[] {
  const path = svgpath(d);
  // svgpath does not throw: it sets `err`, which its types do not declare.
  if ('err' in path && path.err) {
    throw new BrandError([
      { ...place, value: d, code: 'logo_path_unread', values: { path: d, reason: String(path.err) } },
    ]);
  }
  const segments: PathSegment[] = [];
  const read = path.abs().unshort().unarc();
  read.iterate(([command, ...values], _, x, y) => {
    const [name, ...points] = plainSegment(command, values, x, y);
    segments.push([name, ...points.map(inThousandths)]);
  });
  return segments;
}

/** A segment from the point (x, y), with lines for H and V and cubic Bézier curves for Q. */
function plainSegment(command: string, values: readonly number[], x: number, y: number): PathSegment {
  const [a = 0, b = 0, c = 0, d = 0] = values;
  if (command === 'M' || command === 'L' || command === 'C') return [command, ...values];
  if (command === 'H') return ['L', a, y];
  if (command === 'V') return ['L', x, a];
  if (command === 'Q') {
    const part = 2 / 3;
    return ['C', x + part * (a - x), y + part * (b - y), c + part * (a - c), d + part * (b - d), c, d];
  }
  return ['Z'];
}

function inThousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}

import { Parser } from 'htmlparser2';
import svgpath from 'svgpath';
import type { Place } from '../dataset/index.ts';
import type { Logo, PathSegment } from '../drawing/index.ts';
import { BrandError } from '../renderer/index.ts';

/** The size of a logo and its shapes: an SVG of plain paths with a fill each. Throws a {@link BrandError} otherwise. */
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
  // It does not throw but leaves an error, of which its types know nothing.
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

/** A segment that begins at a point, as a line or a Bézier curve of third degree where it is another. */
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

import { Parser } from 'htmlparser2';
import type { Logo } from '../drawing/index.ts';
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
  return { width, height, shapes: shapes.map(({ path, fill }) => ({ path, fill })) };
}

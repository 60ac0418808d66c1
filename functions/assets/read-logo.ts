import { Parser } from 'htmlparser2';
import type { Logo } from '../drawing/index.ts';
import { BrandError } from '../renderer/index.ts';

/** The size of a logo and its shapes: an SVG of plain paths with a fill each. */
export function readLogo(file: string, svg: string): Pick<Logo, 'width' | 'height' | 'shapes'> {
  const shapes: { path: string; fill: string }[] = [];
  let box: readonly number[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'svg') box = (attributes.viewBox ?? '').split(/[ ,]+/).map(Number);
        else if (name === 'path') shapes.push({ path: attributes.d ?? '', fill: attributes.fill ?? '' });
        else throw new BrandError(`${file}: <${name}> cannot be drawn; a logo is an <svg> of <path> elements`);
      },
    },
    { xmlMode: true },
  );
  parser.end(svg);
  const [, , width = Number.NaN, height = Number.NaN] = box;
  if (!(width > 0 && height > 0)) throw new BrandError(`${file}: the viewBox must be four numbers such as 0 0 18 12`);
  const wrong = shapes.find(({ path, fill }) => path === '' || !/^#[0-9A-Fa-f]{6}$/.test(fill));
  if (shapes.length === 0 || wrong) throw new BrandError(`${file}: every <path> needs d and a fill such as #0C5C6B`);
  return { width, height, shapes };
}

import { describe, expect, it } from 'vitest';
import { brandNames, loadBrand } from '../../functions/assets/from-files.ts';
import { filled, type Mark, outlined, rule } from '../../functions/drawing/index.ts';
import { SharedDrawings } from '../../functions/web/drawing-context.ts';
import { propertyOf } from '../../functions/web/palette.ts';
import { shapesOf, svgOf } from '../../functions/web/svg.ts';

const context = () => ({
  theme: loadBrand('default').theme,
  shared: new SharedDrawings(),
});

const draw = (...marks: readonly Mark[]) => shapesOf(marks, context());

const text = (words: string, x: number, colour = 'text'): Mark => {
  return { mark: 'text', x, y: 10, text: words, face: 'sansRegular', size: 8, colour, width: 20 };
};

describe('marks as SVG', () => {
  it('take their colours from the palette of the page, and its ground for the white of paper', () => {
    expect(draw(rule(0, 10, 5, 'exports', 0.5))).toContain('stroke=var(--ex)');
    expect(draw(outlined(0, 0, 9, 9, '#FFFFFF', 'textTertiary'))).toContain('fill=var(--gr) stroke=var(--tete)');
  });

  it('are one path where they look the same', () => {
    const bars = [0, 10, 20, 30].map((x) => filled(x, 5, 4, 20, 'exports'));
    expect(draw(...bars)).toBe(
      '<path stroke=var(--ex) stroke-width=40 d="M20 50v200m100 0v-200m100 0v200m100 0v-200"/>',
    );
  });

  it('are one path where they are bars of one colour, however broad', () => {
    const bars = [4, 5, 6].map((width, index) => filled(index * 10, 5, width, 20, 'exports'));
    expect(draw(...bars)).toBe('<path fill=var(--ex) d="M0 50h40v200H0zm100 0h50v200H100zm100 0h60v200H200z"/>');
  });

  it('have a property of its own for each colour', () => {
    for (const brand of brandNames()) {
      const properties = Object.keys(loadBrand(brand).theme.colours).map(propertyOf);
      expect(new Set([...properties, propertyOf('ground')]).size, brand).toBe(properties.length + 1);
    }
  });

  it('join marks that look the same only where nothing between them would be covered', () => {
    const [first, over, second] = [
      filled(0, 0, 10, 20, 'exports'),
      filled(5, 5, 30, 9, 'imports'),
      filled(30, 0, 10, 20, 'exports'),
    ];
    expect(draw(first, over, second).match(/var\(--\w+\)/g)).toEqual(['var(--ex)', 'var(--im)', 'var(--ex)']);
    expect(draw(first, filled(5, 5, 9, 9, 'imports'), second).match(/var\(--\w+\)/g)).toEqual([
      'var(--ex)',
      'var(--im)',
    ]);
  });

  it('keep an open line open, and begin the next where it does', () => {
    const line = (x: number): Mark => {
      return {
        mark: 'polygon',
        rings: [[x, 0, x + 5, 5, x + 9, 1]],
        open: true,
        stroke: { colour: 'text', weight: 1 },
      };
    };
    expect(draw(line(0), line(20))).toContain('d="M0 0l50 50 40-40M200 0l50 50 40-40"');
  });

  it('write text as text, whatever it says', () => {
    expect(draw(text('</text><script>', 0))).toContain('<text x=0 y=100>&lt;/text&gt;&lt;script&gt;</text>');
  });

  it('write a drawing that several charts show once', () => {
    const shared = context();
    const land: readonly Mark[] = [{ mark: 'polygon', rings: [[0, 0, 90, 0, 90, 90]], fill: 'mapRussia' }];
    const map = (width: number): Mark => ({ mark: 'drawing', x: 0, y: 0, unit: 0.1, width, height: 90, marks: land });
    expect(shapesOf([map(90), map(80)], shared).match(/href="#drawing-1"/g)).toHaveLength(2);
    expect(shared.shared.written().text.match(/<g id="drawing-1">/g)).toHaveLength(1);
  });

  it('are as large as their ink, so that nothing is cut off', () => {
    const svg = svgOf([filled(-4, 2, 120, 10, 'exports')], 100, 200, 'w200', context()).text;
    expect(svg).toContain('viewBox="-40 20 1200 100" width=200');
  });
});

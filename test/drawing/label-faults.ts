import { loadBrand } from '../../functions/assets/from-files.ts';
import { subsetFonts } from '../../functions/assets/subset-fonts.ts';
import type { Chart, Document, SmallMultiple } from '../../functions/document/index.ts';
import { chartMarks, openTypefaces, type TextMark } from '../../functions/drawing/index.ts';

const brand = loadBrand('default');
const context = {
  typefaces: openTypefaces(await subsetFonts(brand.fontFiles)),
  theme: brand.theme,
  outlines: { land: [], countries: [] } as never,
};

/** A column of a page with two. The value axis ends left of the room for the last label. */
const frame = { x: 48, y: 200, width: 243, foot: 400, squeeze: null };
const [axisWidth, base, top] = [217, 274.5, 222.5];

/** How far the value of a point may reach over a period beside it, in points, where it has no other place. */
const overhang = 20.1;

/** The values of a chart over time that lie over another period than their own, and those that have no label. */
export function labelFaults(chart: SmallMultiple) {
  const texts = chartMarks(chart, frame, context).marks.filter((mark): mark is TextMark => mark.mark === 'text');
  const { marks, axis } = chart;
  const values = marks.filter(({ shape }) => shape !== 'block').map(({ value }) => value);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values) || 1];
  const x = (month: number) => frame.x + (month / axis.months) * axisWidth;
  const y = (value: number) => base - ((value - low) / (high - low)) * (base - top);
  const astray = marks.flatMap((mark) => {
    // Equal values may stand anywhere for each other.
    const labels = texts.filter(({ text }) => text === mark.label);
    const others = marks.filter((other) => {
      const contains = other.start <= mark.start && mark.start + mark.months <= other.start + other.months;
      return other.shape === 'period' && !contains && other.label !== mark.label;
    });
    return labels.length !== 1
      ? []
      : labels.flatMap((label) =>
          others
            .filter(({ start, months, value }) => {
              const across = Math.min(label.x + label.width, x(start + months)) - Math.max(label.x, x(start));
              const [upper, lower] = [Math.min(y(value), y(0)), Math.max(y(value), y(0))];
              const down = Math.min(label.y, lower) - Math.max(label.y - label.size * 0.7, upper);
              return across > (mark.shape === 'period' ? 0.1 : overhang) && down > 0.1;
            })
            .map((other) => `${mark.label} lies over ${other.label}`),
        );
  });
  // A label that needs two lines is drawn as two texts.
  const drawn = new Set(texts.flatMap(({ text }) => text.split(/[ \u00a0]/)));
  const without = marks
    .map(({ label }) => label)
    .filter((label) => !label.split(/[ \u00a0]/).every((word) => drawn.has(word)));
  return { astray, without };
}

/** The charts over time of a document. */
export function multiplesIn(document: Document): readonly SmallMultiple[] {
  return within(document.sections);
}

function within(node: unknown): readonly SmallMultiple[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('kind' in node && (node as Chart).kind === 'multiple') return [node as SmallMultiple];
  return Object.values(node).flatMap(within);
}

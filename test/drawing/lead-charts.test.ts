import { describe, expect, it } from 'vitest';
import { loadBrand } from '../../functions/assets/from-files.ts';
import { subsetFonts } from '../../functions/assets/subset-fonts.ts';
import type { LeadLines, MonthCard } from '../../functions/document/index.ts';
import { scaleTop } from '../../functions/drawing/charts/scale-top.ts';
import { chartMarks, type Mark, monthCardMarks, openTypefaces, type TextMark } from '../../functions/drawing/index.ts';

const brand = loadBrand('default');
const context = {
  typefaces: openTypefaces(await subsetFonts(brand.fontFiles)),
  theme: brand.theme,
  outlines: { land: [], countries: [] } as never,
};

const texts = (marks: readonly Mark[]) => marks.filter((mark): mark is TextMark => mark.mark === 'text');

describe('the end of a scale', () => {
  it.each([
    [0, 1],
    [0.4, 0.4],
    [99.9, 100],
    [100, 100],
    [100.1, 150],
    [415, 500],
    [5909.6, 6000],
    [8001, 10000],
  ])('for %d is %d', (largest, top) => {
    expect(scaleTop(largest)).toBeCloseTo(top, 9);
  });
});

describe('lines of exports and imports', () => {
  const line = (tone: 'exports' | 'imports', from: number, to: number): LeadLines['lines'][number] => ({
    tone,
    thin: [],
    points: [0, 1, 2].map((at) => ({ at, value: from + ((to - from) * at) / 2 })),
    marked: { at: 0, label: { text: String(from), calculated: true } },
    end: { label: { text: to.toFixed(1), calculated: true }, name: tone },
  });
  const draw = (exports: readonly [number, number], imports: readonly [number, number], crossed = 'Crossed') => {
    const gap = { word: 'Deficit', label: { text: 'gap', calculated: true } };
    const chart: LeadLines = {
      kind: 'lead-lines',
      shows: [],
      months: 2,
      years: [{ name: '2025', start: 0, end: 12 }],
      lines: [line('imports', ...imports), line('exports', ...exports)],
      gap: { first: gap, last: gap },
      crossing: { at: 1, label: crossed },
      alt: 'Lines of exports and imports',
    };
    return chartMarks(chart, { x: 48, y: 440, width: 279, foot: 688, squeeze: null }, context);
  };

  it.each([
    ['far apart', [100, 120], [300, 330]],
    ['close', [300, 318], [300, 320]],
    ['at zero', [0, 0], [300, 320]],
    ['both tiny', [1, 1], [1, 1]],
  ] as const)('have names that do not lie on each other: %s', (_, exports, imports) => {
    const names = texts(draw(exports, imports).marks).filter(({ x }) => x > 240);
    for (const [index, one] of names.entries()) {
      for (const other of names.slice(index + 1)) expect(Math.abs(one.y - other.y)).toBeGreaterThan(7);
    }
  });

  it('shade the gap in the tone of the higher line, and in two pieces where they cross', () => {
    const fills = (marks: readonly Mark[]) =>
      marks.flatMap((mark) => (mark.mark === 'polygon' && mark.fill ? [mark.fill] : []));
    expect(fills(draw([100, 120], [300, 330]).marks)).toEqual([brand.theme.colours.importsTint]);
    expect(fills(draw([100, 400], [200, 210]).marks)).toEqual([
      brand.theme.colours.importsTint,
      brand.theme.colours.exportsTint,
    ]);
  });

  it('name the month in which they had crossed, below both', () => {
    const named = texts(draw([100, 400], [200, 210]).marks).find(({ text }) => text === 'Crossed');
    const [lowest] = texts(draw([100, 400], [200, 210]).marks).filter(({ text }) => text === '100');
    expect(named).toBeDefined();
    expect(named?.x).toBeGreaterThan(lowest?.x ?? 0);
  });

  it.each([
    [
      [29_457, 31_612],
      [30_935, 32_490],
    ],
    [
      [30_935, 32_490],
      [29_457, 31_612],
    ],
    [
      [300, 300],
      [299, 301],
    ],
  ] as const)(
    'that lie near each other leave their first values readable beside what is said of a crossing',
    (one, two) => {
      const saying = 'Here they crossed for the last time in all of these years';
      const written = texts(draw(one, two, saying).marks);
      const crossed = written.find(({ text }) => text === saying);
      const first = written.filter(({ text }) => [one[0], two[0]].map(String).includes(text));
      expect(first).toHaveLength(2);
      for (const { y } of first) expect(Math.abs((crossed?.y ?? y) - y)).toBeGreaterThan(12);
    },
  );

  it('have their first values beside the upright of the gap on a phone, or over and under it', () => {
    const points = (from: number) => Array.from({ length: 40 }, (_, at) => ({ at: at + 6, value: from + at * 20 }));
    const thin = (from: number) => Array.from({ length: 6 }, (_, at) => ({ at, value: from - 120 + at * 20 }));
    const of = (tone: 'exports' | 'imports', from: number): LeadLines['lines'][number] => ({
      ...line(tone, from, from),
      thin: thin(from),
      points: points(from),
      marked: { at: 6, label: { text: `${from},0 `, calculated: true } },
    });
    const gap = { word: 'Deficit', label: { text: 'gap', calculated: true } };
    const chart: LeadLines = {
      kind: 'lead-lines',
      shows: [],
      months: 60,
      years: [],
      lines: [of('imports', 4536), of('exports', 1711)],
      gap: { first: gap, last: gap },
      crossing: null,
      alt: 'Lines of exports and imports',
    };
    const { marks } = chartMarks(chart, { x: 48, y: 440, width: 288, foot: 688, squeeze: null }, context);
    const upright = marks.find((mark) => mark.mark === 'line' && mark.x1 === mark.x2 && mark.dash);
    if (upright?.mark !== 'line') throw new Error('the chart has no upright at its first values');
    const firsts = texts(marks).filter(({ text }) => text.endsWith(',0 '));
    expect(firsts).toHaveLength(2);
    const [top, bottom] = [Math.min(upright.y1, upright.y2), Math.max(upright.y1, upright.y2)];
    for (const { text, x, y, width, size } of firsts) {
      const isBeside = x + width < upright.x1 || x > upright.x1;
      const isClear = isBeside || y < top || y - size * 0.75 > bottom;
      expect(isClear, `${text} lies on the upright: see markedLabels in lead-lines.ts`).toBe(true);
    }
  });

  it.each([
    ['falls from a summer', [120, 140, 158, 152, 166, 160, 148, 136, 130, 128, 132, 140]],
    ['rises from a winter', [166, 150, 140, 128, 120, 118, 122, 130, 138, 146, 150, 156]],
    ['goes up and down', [130, 170, 120, 168, 124, 166, 122, 170, 126, 164, 130, 160]],
  ])('do not run through the value of the year before where a line %s', (_, values) => {
    const points = [...values, ...values].map((value, at) => ({ at, value }));
    for (const at of [6, 9, 11]) {
      const label = { text: '132.0', calculated: true };
      const chart: LeadLines = {
        kind: 'lead-lines',
        shows: [],
        months: points.length - 1,
        years: [],
        lines: [{ tone: 'exports', thin: [], points, marked: { at, label }, end: { label, name: 'Exports' } }],
        gap: null,
        crossing: null,
        alt: 'A line of exports',
      };
      const { marks } = chartMarks(chart, { x: 48, y: 440, width: 279, foot: 688, squeeze: null }, context);
      const value = texts(marks).find(({ text, x }) => text === '132.0' && x < 180);
      const line = marks.find((mark) => mark.mark === 'polygon' && mark.open);
      if (!value || line?.mark !== 'polygon') throw new Error('the chart has no value of the year before, or no line');
      const ring = line.rings[0] ?? [];
      const heights = Array.from({ length: ring.length / 2 - 1 }, (_, index) => {
        const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = ring.slice(2 * index);
        return [0, 0.25, 0.5, 0.75, 1].map((part) => [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part] as const);
      }).flat();
      const struck = heights.filter(
        ([x, y]) => x > value.x && x < value.x + value.width && y > value.y - value.size * 0.75 && y < value.y + 2,
      );
      expect(struck, `the value at month ${at} is struck through: see markedLabels in lead-lines.ts`).toEqual([]);
    }
  });

  it('are dotted where a month is missing, and end where more than half a year is', () => {
    const chart = (at: number): LeadLines => ({
      kind: 'lead-lines',
      shows: [],
      months: at,
      years: [],
      lines: [{ ...line('exports', 1, 2), points: [0, 1, at].map((month) => ({ at: month, value: 1 })) }],
      gap: null,
      crossing: null,
      alt: 'A line of exports',
    });
    const dots = (at: number) =>
      chartMarks(chart(at), { x: 48, y: 440, width: 279, foot: 688, squeeze: null }, context).marks.filter(
        (mark) => mark.mark === 'line' && mark.round && mark.weight === 2,
      );
    expect(dots(3)).toHaveLength(1);
    expect(dots(9)).toHaveLength(0);
  });
});

describe('a key figure with months', () => {
  const card: MonthCard = {
    kind: 'month-card',
    shows: [],
    tone: 'balance',
    label: 'Balance with Russia',
    value: { text: '−12,815.5', calculated: true },
    unit: 'USD million, Jan–Sep 2026',
    change: { before: 'разрыў большы на', strong: { text: '1 265,7', calculated: true }, after: null },
    month: {
      name: 'Жн.–вер.',
      value: { text: '−1 298,3', calculated: true },
      change: { text: '−35,5', calculated: true },
    },
    age: null,
    columns: [
      { at: 0, months: 1, value: -5, look: 'solid' },
      { at: 11, months: 2, value: -9, look: 'together' },
    ],
    alt: 'Columns of months',
  };
  const frame = { x: 48, y: 198, width: 115.07, height: 130 };

  it('stays inside its card, and keeps the amount of a change in a long wording', () => {
    const { ground: _, ...parts } = monthCardMarks(card, frame, context);
    const marks = Object.values(parts).flat();
    for (const { x, width } of texts(marks)) expect(x + width).toBeLessThan(frame.x + frame.width - 1);
    expect(texts(parts.change).map(({ text }) => text)).toContain('1 265,7');
  });

  it('hangs the columns of deficits from one line, the largest as high as its room', () => {
    const bars = monthCardMarks(card, frame, context).columns.flatMap((mark) => (mark.mark === 'rect' ? [mark] : []));
    expect(new Set(bars.map(({ y }) => y)).size).toBe(1);
    expect(Math.max(...bars.map(({ height }) => height))).toBeCloseTo(27, 6);
  });
});

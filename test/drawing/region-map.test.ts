import { expect, it } from 'vitest';
import { loadBrand } from '../../functions/assets/from-files.ts';
import { makeOutlines } from '../../functions/assets/make-outlines.ts';
import { subsetFonts } from '../../functions/assets/subset-fonts.ts';
import type { RegionMap } from '../../functions/document/index.ts';
import { chartMarks, openTypefaces, type TextMark } from '../../functions/drawing/index.ts';

const brand = loadBrand('default');
const palette = {
  typefaces: openTypefaces(await subsetFonts(brand.fontFiles)),
  theme: brand.theme,
  outlines: makeOutlines(),
};
const frame = { x: 267.95, y: 240, width: 279.33, foot: null, squeeze: null };

/** Ten regions, and their names in English and Russian. */
const places = [
  ['Moscow Oblast', 'Московская', 37.6173, 55.7558],
  ['Moscow', 'Москва', 37.6173, 55.7558],
  ['St Petersburg', 'Санкт-Петербург', 30.3351, 59.9343],
  ['Bryansk', 'Брянская', 34.3706, 53.2521],
  ['Smolensk', 'Смоленская', 32.0401, 54.7826],
  ['Samara', 'Самарская', 50.15, 53.2],
  ['Nizhny Novgorod', 'Нижегородская', 44.005, 56.3287],
  ['Sverdlovsk', 'Свердловская', 60.6122, 56.8519],
  ['Kursk', 'Курская', 36.1874, 51.7373],
  ['Orenburg', 'Оренбургская', 55.0988, 51.7727],
] as const;

/** Their shares in four editions. */
const shares = [
  [28.7, 14.3, 11.4, 8.9, 4.7, 4.0, 4.0, 3.0, 1.0, 1.0],
  [26.0, 13.4, 9.6, 8.1, 4.4, 3.5, 3.6, 2.9, 1.1, 1.0],
  [21.9, 11.7, 7.7, 6.8, 3.9, 2.7, 3.0, 2.8, 1.4, 1.0],
  [18.5, 11.1, 6.2, 5.7, 3.6, 2.2, 2.8, 2.6, 1.5, 0.9],
];

const mapOf = (language: 0 | 1, values: readonly number[]): RegionMap => ({
  kind: 'region-map',
  shows: [],
  alt: 'Regions',
  home: { name: language ? 'Гомель' : 'Gomel', longitude: 30.9754, latitude: 52.4345 },
  countries: language ? { russia: 'РОССИЯ', belarus: 'БЕЛАРУСЬ' } : { russia: 'RUSSIA', belarus: 'BELARUS' },
  outside: '',
  regions: places.map((place, index) => {
    const share = values[index] ?? 0;
    const [name, longitude, latitude] = [place[language], place[2], place[3]];
    return { name, longitude, latitude, share, inside: `${share.toFixed(0)}%`, beside: `${share}%`, named: true };
  }),
});

/** The circle at whose level a label stands and beside which, within 9 points, it would be read; else the nearest one. */
function readAs({ x, y, width, size }: TextMark, circles: readonly { x: number; y: number; radius: number }[]) {
  const middle = y - size * 0.36;
  const gaps = circles.map((circle) => {
    const across = Math.max(x - circle.x, circle.x - x - width, 0);
    return Math.abs(middle - circle.y) < 6 && across < circle.radius + 9
      ? across - circle.radius - 9
      : Math.hypot(across, middle - circle.y) - circle.radius;
  });
  return gaps.indexOf(Math.min(...gaps));
}

it.each(
  ([0, 1] as const).flatMap((language) => shares.map((values) => [language ? 'Russian' : 'English', values, language])),
)('every region is named in %s beside its own circle, with shares of %j', (_, values, language) => {
  const chart = mapOf(language as 0 | 1, values as readonly number[]);
  const { marks } = chartMarks(chart, frame, palette);
  const circles = marks
    .flatMap((mark) => (mark.mark === 'clip' ? mark.marks : []))
    .flatMap((mark) => (mark.mark === 'circle' ? [mark] : []));
  const byShare = chart.regions.toSorted((a, b) => b.share - a.share);
  const astray = chart.regions.flatMap(({ name }) => {
    const label = marks.find((mark): mark is TextMark => mark.mark === 'text' && mark.text === name);
    const read = label ? byShare[readAs(label, circles)]?.name : 'no circle';
    return read === name ? [] : [`${name} stands at ${read}`];
  });
  expect(astray, 'in region-map.ts, change where labels are tried or what they avoid').toEqual([]);
});

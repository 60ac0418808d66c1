import type { MarketMap } from '../../document/index.ts';
import { type ChartFrame, type Drawn, type Palette, textMark } from '../charts/frame.ts';
import { chartStyles } from '../charts/styles.ts';
import { diamond, filled, type Mark, type Rectangle } from '../marks.ts';
import { setLine } from '../text/set-line.ts';
import { restyle, widthOf } from '../text/styles.ts';
import { homeMark, scaledBackground } from './background.ts';
import { marketWindow } from './frames.ts';
import { freePlace, type LabelRequest, placeLabels, textBoxes } from './place-labels.ts';

const name = restyle(chartStyles.value, {});
const share = restyle(chartStyles.category, {});
const partner = restyle(chartStyles.axis, { colour: 'text' });
const country = restyle(chartStyles.axisStrong, { size: 7.5 });
const tracking = 1.4;

/** Positions for the country names in the window, the best first. */
const russiaAt = [
  [202.5, 81.4],
  [120, 40],
  [200, 210],
  [20, 30],
] as const;
const belarusAt = [
  [9.5, 181.3],
  [30, 200],
  [30, 165],
] as const;

/** The smallest radius, in points, of a circle that shows its value inside. */
const holdsValueFrom = 16;

/** A circle on a map. */
export interface Round {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

interface Circle extends Round {
  readonly market: MarketMap['markets'][number];
}

/**
 * Markets as circles with areas in proportion to their shares, partner regions as diamonds, Gomel as a square. A market
 * whose name does not fit is named in the ranking beside the map.
 */
export function marketMap(chart: MarketMap, frame: ChartFrame, palette: Palette): Drawn {
  const { colours } = palette.theme;
  const map = marketWindow();
  const scale = Math.min(1, frame.width / map.width);
  const window = { x: frame.x, y: frame.y + 15.5, width: map.width * scale, height: map.height * scale };
  const place = (longitude: number, latitude: number) => {
    const [x, y] = map.project(longitude, latitude);
    return { x: window.x + x * scale, y: window.y + y * scale };
  };
  const within = ({ x, y }: { x: number; y: number }) =>
    x > window.x && y > window.y && x < window.x + window.width && y < window.y + window.height;
  const circles = separateCircles(
    chart.markets.map((market) => ({
      ...place(market.longitude, market.latitude),
      radius: 5 * scale * Math.sqrt(market.share),
      market,
    })),
  ).filter(within);
  const partners = chart.partners
    .map((region) => ({ ...place(region.longitude, region.latitude), region }))
    .filter(within);
  const home = place(chart.home.longitude, chart.home.latitude);
  const markers: readonly Mark[] = [
    ...circles.flatMap((circle): readonly Mark[] => [
      {
        mark: 'circle',
        x: circle.x,
        y: circle.y,
        radius: circle.radius,
        fill: colours.exports,
        outline: { stroke: '#FFFFFF', weight: 1 },
      },
      ...insideMarks(circle, circles, palette),
    ]),
    ...partners.map(
      ({ x, y }): Mark => ({
        mark: 'polygon',
        rings: [diamond(x, y, 4.6)],
        fill: '#FFFFFF',
        stroke: { colour: colours.text, weight: 1.2 },
      }),
    ),
    ...homeMark(home.x, home.y, palette.theme),
  ];
  const requests: readonly LabelRequest[] = [
    { lines: [{ text: chart.home.name, style: name }], x: home.x, y: home.y, reach: 7 },
    ...circles.map((circle): LabelRequest => {
      const lines = [{ text: circle.market.name, style: name }];
      const both = circle.radius >= holdsValueFrom ? lines : [...lines, { text: circle.market.label, style: share }];
      return { lines: both, x: circle.x, y: circle.y, reach: circle.radius + 5 };
    }),
    ...partners.map(
      ({ x, y, region }): LabelRequest => ({ lines: [{ text: region.name, style: partner }], x, y, reach: 8 }),
    ),
  ];
  const obstacles: readonly Rectangle[] = [
    ...circles.flatMap(circleBoxes),
    ...partners.map(({ x, y }) => ({ x: x - 5, y: y - 5, width: 10, height: 10 })),
    { x: home.x - 4, y: home.y - 4, width: 8, height: 8 },
  ];
  const namesBeside = (taken: readonly Rectangle[]) => [
    ...countryName(chart.countries.russia, scaledPlaces(russiaAt, scale), window, taken, palette),
    ...countryName(chart.countries.belarus, scaledPlaces(belarusAt, scale), window, taken, palette),
  ];
  const { marks: labels } = placeLabels(
    requests,
    [...obstacles, ...textBoxes(namesBeside(obstacles))],
    window,
    palette,
  );
  const names = namesBeside([...obstacles, ...textBoxes(labels)]);
  const marks = [
    ...scaledBackground(palette.outlines.market, window, map, scale, palette.theme),
    ...names,
    ...markers,
    ...labels,
  ];
  const key = keyMarks(chart, frame, window.y + window.height + 13, palette);
  return { marks: [...marks, ...key.marks], bottom: key.bottom, next: key.bottom + 14 };
}

/** Two rectangles that cover a circle. They leave the corners of its square free for labels. */
export function circleBoxes({ x, y, radius: r }: Round): readonly Rectangle[] {
  const cut = r * Math.SQRT1_2;
  return [
    { x: x - r, y: y - cut, width: 2 * r, height: 2 * cut },
    { x: x - cut, y: y - r, width: 2 * cut, height: 2 * r },
  ];
}

/** Positions in a window at another scale. */
export function scaledPlaces(places: readonly (readonly [number, number])[], scale: number) {
  return places.map(([x, y]) => [x * scale, y * scale] as const);
}

/** A city and its region share one point: their circles are set side by side around it. */
export function separateCircles<C extends Round>(circles: readonly C[]): readonly C[] {
  return circles.map((circle) => {
    const twin = circles.find((other) => other !== circle && other.x === circle.x && other.y === circle.y);
    if (!twin) return circle;
    const half = (circle.radius + twin.radius + 0.6) / 2;
    const leftmost =
      circle.radius < twin.radius || (circle.radius === twin.radius && circles.indexOf(circle) < circles.indexOf(twin));
    return { ...circle, x: circle.x + (leftmost ? -half : half) };
  });
}

/** A diamond for a partner, else the value if the circle has room for it and no other circle covers it. */
function insideMarks(circle: Circle, circles: readonly Circle[], palette: Palette): readonly Mark[] {
  const { x, y, radius, market } = circle;
  const { colours } = palette.theme;
  const inner: Mark[] = [];
  if (market.partner)
    inner.push({ mark: 'polygon', rings: [diamond(x, y, Math.min(4.6, radius * 0.5))], fill: '#FFFFFF' });
  const isFree = circles.every(
    (other) => other === circle || Math.hypot(other.x - x, other.y - y) > other.radius + holdsValueFrom,
  );
  if (radius >= holdsValueFrom && !market.partner && isFree) {
    const text = textMark(palette, market.label, name, { x, y: y + 3, align: 'centre' });
    inner.push({ ...text, colour: colours.onExports });
  }
  return inner;
}

/** The name of a country in spaced capitals, at its first free position. */
export function countryName(
  text: string,
  places: readonly (readonly [number, number])[],
  window: Rectangle,
  taken: readonly Rectangle[],
  palette: Palette,
  spacing: number = tracking,
): readonly Mark[] {
  const width = widthOf(palette, text, country) + spacing * text.length;
  const moved = places.map(([x, y]) => [window.x + x, window.y + y] as const);
  const free = freePlace(moved, width, taken);
  if (!free) return [];
  return [{ ...setLine(palette, text, country, free[0], free[1]), tracking: spacing, width }];
}

/** The key to the markers, in one line under the map, or in two on a narrow frame. */
function keyMarks(chart: MarketMap, { x, width }: ChartFrame, y: number, palette: Palette): Drawn {
  const { colours } = palette.theme;
  const style = chartStyles.softSmall;
  const home = textMark(palette, chart.key.home, style, { x: x + 10, y });
  const disc = home.x + home.width + 17;
  const market = textMark(palette, chart.key.market, style, { x: disc + 9, y });
  const marks: Mark[] = [
    filled(x, y - 6, 6, 6, colours.text),
    home,
    { mark: 'circle', x: disc, y: y - 3, radius: 3.4, fill: colours.exports },
    market,
  ];
  if (!chart.key.partner) return { marks, bottom: y };
  const words = chart.key.partner.map((run) => run.text).join('');
  const beside = market.x + market.width + 17;
  const fits = beside + 8 + widthOf(palette, words, style) <= x + width || width >= marketWindow().width - 8;
  const at = fits ? beside : x + 4;
  const line = fits ? y : y + 12;
  marks.push({
    mark: 'polygon',
    rings: [diamond(at, line - 3, 4)],
    fill: '#FFFFFF',
    stroke: { colour: colours.text, weight: 1 },
  });
  let left = at + 8;
  for (const run of chart.key.partner) {
    const text = textMark(palette, run.text, style, { x: left, y: line });
    marks.push(run.pageOf ? { ...text, pageOf: run.pageOf } : text);
    left += text.width;
  }
  return { marks, bottom: line };
}

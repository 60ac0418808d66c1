import type { RegionMap } from '../../document/index.ts';
import { type ChartFrame, type Drawn, isNarrow, type Palette, shortened, textMark } from '../charts/frame.ts';
import { chartStyles } from '../charts/styles.ts';
import type { Mark, Rectangle } from '../marks.ts';
import { restyle, widthOf } from '../text/styles.ts';
import { homeMark, partBackground, scaledPart } from './background.ts';
import { partWindow, regionPart } from './frames.ts';
import { circleBoxes, countryName, type Round, scaledPlaces, separateCircles } from './market-map.ts';
import { type LabelRequest, placeLabels, textBoxes } from './place-labels.ts';

const name = restyle(chartStyles.axisStrong, { colour: 'text' });
const share = chartStyles.axis;
const home = restyle(chartStyles.head, {});

/** Positions for the country names in the window, the best first. */
const russiaAt = [
  [190, 62],
  [90, 40],
  [190, 210],
  [120, 230],
] as const;
const belarusAt = [
  [14, 190],
  [8, 176],
  [16, 222],
  [8, 230],
] as const;

/** The radius of a circle for one per cent, in points; its area is in proportion to the share. */
const radiusOfOne = 4.2;

/** The smallest radius of a circle that holds its share, and from which radius on the share is larger. */
const holds = { from: 12, medium: 14, large: 20 } as const;

/** Up to this many points beside a circle a name is read as its own. */
const reading = 9;

/**
 * Where the labels of two circles side by side are tried. Over the right one a name begins a quarter into it, so that both
 * names have room above and what lies below keeps its own.
 */
const twins = {
  left: () => ({ order: ['above', 'left', 'below'] }),
  right: (radius: number) => ({ order: ['above from', 'below', 'above'], half: radius / 2 }),
} as const;

interface Circle extends Round {
  readonly region: RegionMap['regions'][number];
}

/**
 * Regions as circles with areas in proportion to their shares, Gomel as a square. A region whose name has no room is
 * named in the ranking beside the map, one that lies outside below it.
 */
export function regionMap(chart: RegionMap, frame: ChartFrame, palette: Palette): Drawn {
  const map = partWindow(regionPart);
  const scale = Math.min(1, frame.width / map.width);
  const window = { x: frame.x, y: frame.y + 9, width: map.width * scale, height: map.height * scale };
  const at = (longitude: number, latitude: number) => {
    const [x, y] = map.project(longitude, latitude);
    return { x: window.x + x * scale, y: window.y + y * scale };
  };
  const all = separateCircles(
    chart.regions.map((region): Circle => {
      const radius = radiusOfOne * scale * Math.sqrt(Math.max(0, region.share));
      return { ...at(region.longitude, region.latitude), radius, region };
    }),
  );
  const within = ({ x, y }: Circle) =>
    x > window.x && y > window.y && x < window.x + window.width && y < window.y + window.height;
  const circles = all.filter(within).toSorted((a, b) => b.radius - a.radius);
  const outside = all.filter((circle) => !within(circle) && circle.region.named);
  const gomel = at(chart.home.longitude, chart.home.latitude);
  const obstacles: readonly Rectangle[] = [
    ...circles.flatMap(circleBoxes),
    { x: gomel.x - 4, y: gomel.y - 4, width: 8, height: 8 },
  ];
  const requests = [
    { lines: [{ text: chart.home.name, style: home }], ...gomel, reach: 7, order: ['left', 'below'] as const },
    ...circles.filter(({ region }) => region.named).map((circle) => requestOf(circle, circles, !isNarrow(frame))),
  ];
  const { marks: labels } = placeLabels(requests, obstacles, window, palette);
  const taken = [...obstacles, ...textBoxes(labels)];
  const { colours } = palette.theme;
  const markers = circles.flatMap((circle): readonly Mark[] => {
    const { x, y, radius } = circle;
    const outline = { stroke: '#FFFFFF', weight: 1 };
    return [{ mark: 'circle', x, y, radius, fill: colours.exports, outline }, ...insideMarks(circle, circles, palette)];
  });
  const bottom = window.y + window.height;
  const key = outsideMarks(chart.outside, outside, { ...window, y: bottom + 12 }, palette);
  return {
    marks: [
      ...partBackground(palette.outlines.partnersWest, window, scaledPart(regionPart, scale), palette.theme),
      ...countryName(chart.countries.russia, scaledPlaces(russiaAt, scale), window, taken, palette),
      ...countryName(chart.countries.belarus, scaledPlaces(belarusAt, scale), window, taken, palette, 0.5),
      { mark: 'clip', ...window, marks: markers },
      ...homeMark(gomel.x, gomel.y, palette.theme),
      ...labels,
      ...key,
    ],
    bottom: key.length > 0 ? bottom + 12 : bottom,
    next: bottom + (key.length > 0 ? 24 : 13),
  };
}

/** True where a circle holds its share and no smaller one lies on it. */
function isInside({ x, y, radius }: Circle, circles: readonly Circle[]): boolean {
  const others = circles.filter((other) => other.radius < radius);
  return radius >= holds.from && others.every((other) => Math.hypot(other.x - x, other.y - y) > other.radius + 9);
}

/** A label beside its circle, with its share where there is room for it and the circle does not hold it. */
function requestOf(circle: Circle, circles: readonly Circle[], hasRoom: boolean): LabelRequest {
  const { x, y, radius, region } = circle;
  const twin = circles.find(
    (other) =>
      other !== circle && other.region.longitude === region.longitude && other.region.latitude === region.latitude,
  );
  const places = twin ? twins[twin.x > x ? 'left' : 'right'](radius) : {};
  const first = { text: region.name, style: name };
  const lines = isInside(circle, circles) || !hasRoom ? [first] : [first, { text: region.beside, style: share }];
  const avoids = circles.filter((other) => other !== circle).map(besideCircle);
  return { lines, x, y, reach: radius + 4, avoids, ...places };
}

/** Where a label would be read as that of this circle: level with its middle, on both sides. */
function besideCircle({ x, y, radius }: Circle): Rectangle {
  const half = radius + reading;
  return { x: x - half, y: y - 3, width: 2 * half, height: 6 };
}

function insideMarks(circle: Circle, circles: readonly Circle[], palette: Palette): readonly Mark[] {
  if (!isInside(circle, circles)) return [];
  const { x, y, radius, region } = circle;
  const size = radius > holds.large ? 10 : radius > holds.medium ? 8.5 : 8;
  const style = restyle(chartStyles.value, { size });
  const text = textMark(palette, region.inside, style, { x, y: y + size * 0.36, align: 'centre' });
  return [{ ...text, colour: palette.theme.colours.onExports }];
}

/** The names of the regions that lie outside the map, in one line under it. */
function outsideMarks(
  words: string,
  outside: readonly Circle[],
  { x, y, width }: Pick<Rectangle, 'x' | 'y' | 'width'>,
  palette: Palette,
): readonly Mark[] {
  if (outside.length === 0) return [];
  const names = outside.map(({ region }) => `${region.name} ${region.beside}`).join(', ');
  const style = chartStyles.softSmall;
  const room = width - widthOf(palette, `${words} `, style);
  return [textMark(palette, `${words} ${shortened(palette, names, style, room)}`, style, { x, y })];
}

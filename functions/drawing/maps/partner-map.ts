import type { MapPlace, PartnerMap } from '../../document/index.ts';
import { type ChartFrame, type Drawn, isNarrow, type Palette, textMark } from '../charts/frame.ts';
import { chartStyles } from '../charts/styles.ts';
import { columnAt } from '../grid.ts';
import { diamond, type Mark, type Rectangle, rule } from '../marks.ts';
import { breakLines } from '../text/lines.ts';
import { restyle, type TextStyle } from '../text/styles.ts';
import { homeMark, partBackground, scaledBackground, scaledPart } from './background.ts';
import { linearWindow, type MapWindow, partnerMaps, partnerPart, partWindow } from './frames.ts';
import { countryName, scaledPlaces } from './market-map.ts';
import { type LabelRequest, type PlacedLabels, placeLabels, textBoxes } from './place-labels.ts';

const partnerStyle = restyle(chartStyles.axisStrong, { size: 8.25, colour: 'text' });
const marketStyle = restyle(chartStyles.axis, { colour: 'exports' });
const bothStyle = restyle(chartStyles.value, { colour: 'exports' });
const homeStyle = chartStyles.value;
/** The width of both windows side by side, in points. */
const wholeWidth = 499;

const keyStyle = restyle(chartStyles.head, { size: 8.25 });

/** Positions for the country names in the windows, the best first. */
const russiaAt = {
  west: [
    [172.1, 76.3],
    [172, 52],
    [200, 112],
  ],
  east: [
    [34, 30],
    [34, 60],
  ],
} as const;
const belarusAt = [
  [12.5, 179.6],
  [10, 168],
] as const;

/** Partner regions as diamonds and markets as discs, in a western window and an inset at the same scale. */
export function partnerMap(chart: PartnerMap, frame: ChartFrame, palette: Palette): Drawn {
  const { west, east, scale, key: beside } = windowsOf(frame);
  const western = windowMarks(chart, partWindow(partnerPart), { window: west, scale }, true, palette);
  const eastern = windowMarks(chart, linearWindow(partnerMaps.east), { window: east, scale }, false, palette);
  const hasInset = chart.caption !== null;
  const unplaced = [...western.unplaced, ...(hasInset ? eastern.unplaced : [])];
  const key = keyMarks(chart, unplaced, beside, hasInset ? east.y + east.height : east.y - 33, palette);
  const { partnersWest, partnersEast } = palette.outlines;
  const marks = [
    ...partBackground(partnersWest, west, scaledPart(partnerPart, scale), palette.theme),
    ...western.marks,
    ...(hasInset
      ? [
          ...scaledBackground(partnersEast, east, partnerMaps.east, scale, palette.theme),
          ...eastern.marks,
          ...(isNarrow(frame) ? [] : breakMarks(east, palette)),
        ]
      : []),
    ...key.marks,
  ];
  const bottom = Math.max(west.y + west.height, key.bottom);
  return { marks, bottom, next: bottom + 13 };
}

/** The windows and where the key stands: side by side, or below each other on a narrow frame. */
function windowsOf(frame: ChartFrame) {
  const top = frame.y + 9.75;
  const narrow = isNarrow(frame);
  const scale = Math.min(1, frame.width / (narrow ? partnerPart.width : wholeWidth));
  const sized = ({ width, height }: { readonly width: number; readonly height: number }) => {
    return { width: width * scale, height: height * scale };
  };
  const west = { x: frame.x, y: top, ...sized(partnerPart) };
  const aside = frame.x + (columnAt(7, frame.x) - frame.x) * scale;
  const east = narrow
    ? { x: frame.x, y: west.y + west.height + 11, ...sized(partnerMaps.east) }
    : { x: aside, y: top, ...sized(partnerMaps.east) };
  const key = { x: east.x, width: narrow ? frame.width : east.width };
  return { west, east, scale, key };
}

interface Marker {
  readonly x: number;
  readonly y: number;
  readonly kind: 'partner' | 'market' | 'both';
  readonly place: MapPlace;
}

function windowMarks(
  chart: PartnerMap,
  map: MapWindow,
  { window, scale }: { readonly window: Rectangle; readonly scale: number },
  isMain: boolean,
  palette: Palette,
): PlacedLabels {
  const markers = [
    ...chart.markets.map((place) => ({ kind: 'market' as const, place })),
    ...chart.partners.map((place) => ({ kind: place.market ? ('both' as const) : ('partner' as const), place })),
  ].flatMap(({ kind, place }): Marker | readonly [] => {
    const [x, y] = map.project(place.longitude, place.latitude).map((at) => at * scale) as [number, number];
    const visible = x > 0 && y > 0 && x < window.width && y < window.height;
    return visible ? { x: window.x + x, y: window.y + y, kind, place } : [];
  });
  const [homeX, homeY] = map.project(chart.home.longitude, chart.home.latitude).map((at) => at * scale) as [
    number,
    number,
  ];
  const home = { x: window.x + homeX, y: window.y + homeY };
  const requests: LabelRequest[] = markers.map((marker) => requestOf(marker));
  if (isMain)
    requests.unshift({ lines: [{ text: chart.home.name, style: homeStyle }], x: home.x, y: home.y, reach: 7 });
  const obstacles = markers.map(({ x, y, kind }) => {
    const half = kind === 'both' ? 8 : 5;
    return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
  });
  if (isMain) obstacles.push({ x: home.x - 4, y: home.y - 4, width: 8, height: 8 });
  const namesBeside = (taken: readonly Rectangle[]) =>
    isMain
      ? [
          ...countryName(chart.countries.russia, scaledPlaces(russiaAt.west, scale), window, taken, palette),
          ...countryName(chart.countries.belarus, scaledPlaces(belarusAt, scale), window, taken, palette, 0.3),
        ]
      : countryName(chart.countries.russia, scaledPlaces(russiaAt.east, scale), window, taken, palette);
  const { marks: labels, unplaced } = placeLabels(
    requests,
    [...obstacles, ...textBoxes(namesBeside(obstacles))],
    window,
    palette,
  );
  const names = namesBeside([...obstacles, ...textBoxes(labels)]);
  const marks = [
    ...names,
    ...markers.flatMap((marker) => markerMarks(marker, palette)),
    ...(isMain ? homeMark(home.x, home.y, palette.theme) : []),
    ...labels,
  ];
  return { marks, unplaced };
}

function requestOf({ x, y, kind, place }: Marker): LabelRequest {
  const style = { partner: partnerStyle, market: marketStyle, both: bothStyle }[kind];
  const lines = place.name.split('|').map((text) => ({ text, style }));
  return { lines, x, y, reach: kind === 'both' ? 10 : 8.5 };
}

function markerMarks(
  { x, y, kind }: Pick<Marker, 'x' | 'y' | 'kind'>,
  { theme: { colours } }: Palette,
): readonly Mark[] {
  const white = '#FFFFFF';
  switch (kind) {
    case 'partner':
      return [
        { mark: 'polygon', rings: [diamond(x, y, 4.6)], fill: white, stroke: { colour: colours.text, weight: 1.2 } },
      ];
    case 'market':
      return [{ mark: 'circle', x, y, radius: 4, fill: colours.exports, outline: { stroke: white, weight: 0.9 } }];
    case 'both':
      return [
        { mark: 'circle', x, y, radius: 7, fill: colours.exports, outline: { stroke: white, weight: 1 } },
        { mark: 'polygon', rings: [diamond(x, y, 4)], fill: white },
      ];
  }
}

/** Two slanted strokes that show the break between the windows. */
function breakMarks(east: Rectangle, { theme: { colours } }: Palette): readonly Mark[] {
  const y = east.y + east.height / 2 - 6;
  const stroke = (x: number): Mark => ({
    mark: 'line',
    x1: x,
    y1: y + 12,
    x2: x + 4,
    y2: y,
    stroke: colours.textSecondary,
    weight: 0.75,
  });
  return [stroke(east.x - 10.7), stroke(east.x - 6.3)];
}

/** Below `y`: the caption of the inset, the key to the markers, and the names that did not fit on the map. */
function keyMarks(
  chart: PartnerMap,
  unplaced: readonly string[],
  { x, width }: { readonly x: number; readonly width: number },
  y: number,
  palette: Palette,
): { marks: readonly Mark[]; bottom: number } {
  const { colours } = palette.theme;
  const caption = chart.caption
    ? breakLines(palette, [{ text: chart.caption }], () => chartStyles.softSmall, width)
    : [];
  const captionMarks = caption.map((line, index) =>
    textMark(palette, line.segments.map(({ text }) => text).join(''), chartStyles.softSmall, {
      x,
      y: y + 11 + index * 9.75,
    }),
  );
  const top = y + Math.max(33, 11 + (caption.length - 1) * 9.75 + 12.25);
  let baseline = top;
  const lines = (text: string, style: TextStyle, indent: number, first: number, leading: number) =>
    breakLines(palette, [{ text }], () => style, width - indent).map((line, part) => {
      baseline = first + part * leading;
      return textMark(palette, line.segments.map((segment) => segment.text).join(''), style, {
        x: x + indent,
        y: baseline,
      });
    });
  const rows = chart.key.flatMap(({ mark, name, note }) => {
    const at = baseline + (baseline === top ? 14 : 17);
    return [
      ...markerMarks({ x: x + 7, y: at, kind: mark }, palette),
      ...lines(name, keyStyle, 20, at + 0.2, 9.75),
      ...lines(note, chartStyles.softSmall, 20, baseline + 9.8, 9),
    ];
  });
  const missing = unplaced.map((name) => name.replaceAll('|', ' ')).join(', ');
  const rest = missing === '' ? [] : lines(`${chart.unnamed} ${missing}`, chartStyles.softSmall, 0, baseline + 17, 9);
  return { marks: [...captionMarks, rule(x, x + width, top, colours.rule, 0.5), ...rows, ...rest], bottom: baseline };
}

import { type GeoProjection, geoConicEqualArea } from 'd3-geo';

/** A window on the map: its size in points, and a projection to points from its top left corner. */
export interface MapWindow {
  readonly width: number;
  readonly height: number;
  readonly project: (longitude: number, latitude: number) => readonly [x: number, y: number];
}

/** The size of the market map (western Russia and Belarus), which fills the wide column of a split row. */
const marketSize = { width: 279.33, height: 284 } as const;

/** The projection of the market map. It is conic equal-area so that circles can be compared with land areas. */
function marketProjection(): GeoProjection {
  return geoConicEqualArea()
    .parallels([51, 60])
    .rotate([-35.2, 0])
    .center([0, 55.75])
    .scale(1430)
    .translate([marketSize.width / 2 - 3, marketSize.height / 2 + 2]);
}

/** The window of the market map. */
export function marketWindow(): MapWindow {
  const projection = marketProjection();
  return {
    ...marketSize,
    project: (longitude, latitude) => {
      const [x = Number.NaN, y = Number.NaN] = projection([longitude, latitude]) ?? [];
      return [x, y];
    },
  };
}

/** Points per degree of latitude on the partner map, and per degree of longitude at its middle latitude, 58° N. */
const pointsPerDegree = 11.552;
const narrowing = Math.cos((58 * Math.PI) / 180);

/** The size of a linear map, and the longitude and latitude of its top left corner. */
interface LinearMap {
  readonly width: number;
  readonly height: number;
  readonly west: number;
  readonly north: number;
}

/** The land of the partner map in two windows at the same scale. Both end north of 48.5° N. */
export const partnerMaps = {
  west: { width: 285.83, height: 243.75, west: 22.2, north: 70.4 },
  east: { width: 200.45, height: 113.75, west: 111.8, north: 58.55 },
} as const satisfies Readonly<Record<string, LinearMap>>;

/** A window with a linear projection: x is proportional to longitude, y to latitude. */
export function linearWindow({ width, height, west, north }: LinearMap): MapWindow {
  return {
    width,
    height,
    project: (longitude, latitude) => [
      pointsPerDegree * narrowing * (longitude - west),
      pointsPerDegree * (north - latitude),
    ],
  };
}

/** The western window of the partner map: its land without what lies beyond the regions in the far north and south. */
export const partnerPart = {
  width: 285.83,
  height: 224,
  scale: 1,
  left: 0,
  top: 8,
  whole: partnerMaps.west,
} as const;

/** How much larger the map of regions is than the partner map of which it shows a part. */
const regionScale = 1.173;

/** The size of the map of regions, and where its corner lies on the enlarged western partner map, in points. */
export const regionPart = {
  width: 279.33,
  height: 248,
  scale: regionScale,
  left: 7.1,
  top: partnerMaps.west.height * regionScale - 248,
  whole: partnerMaps.west,
} as const;

/** The window that shows a part of a linear map. */
export function partWindow({
  width,
  height,
  scale,
  left,
  top,
  whole,
}: typeof partnerPart | typeof regionPart): MapWindow {
  const { project } = linearWindow(whole);
  return {
    width,
    height,
    project: (longitude, latitude) => {
      const [x, y] = project(longitude, latitude);
      return [x * scale - left, y * scale - top];
    },
  };
}

import { readFileSync } from 'node:fs';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import {
  type Land,
  landUnit,
  linearWindow,
  type MapWindow,
  marketWindow,
  type Outlines,
  partnerMaps,
} from '../drawing/index.ts';

/** The ISO 3166 numeric codes in Natural Earth's outlines. */
const countries: Readonly<Record<string, Land['country']>> = { '643': 'russia', '112': 'belarus' };

/** How far the outlines reach beyond a window, in points, so that its edge is never drawn as a border. */
const margin = 2;

/** How far a simplified outline may be from the true one, in points: a third of the white border that covers it. */
const tolerance = 0.3;

/** Islands and lakes smaller than this, in square points, are left out: they would print as dust. */
const smallestArea = 0.6;

type Country = Feature<Polygon | MultiPolygon>;

type Point = readonly [x: number, y: number];

/**
 * Cuts the outlines of countries (Natural Earth 1 : 50 million, by way of `world-atlas`) to the windows of our maps,
 * in whole units. Runs when the renderer is made, not in a render.
 */
export function makeOutlines(): Outlines {
  const source = import.meta.resolve('world-atlas/countries-50m.json');
  const topology = JSON.parse(readFileSync(new URL(source), 'utf8')) as Topology;
  const object = topology.objects.countries;
  if (!object) throw new Error('world-atlas has no object "countries"');
  const { features } = feature(topology, object) as unknown as FeatureCollection<Polygon | MultiPolygon>;
  return {
    market: cut(features, marketWindow()),
    partnersWest: cut(features, linearWindow(partnerMaps.west)),
    partnersEast: cut(features, linearWindow(partnerMaps.east)),
  };
}

function cut(features: readonly Country[], window: MapWindow): readonly Land[] {
  return features.flatMap((country) => {
    const rings = ringsOf(country).flatMap((ring) => cutRing(unwrapped(ring), window));
    return rings.length > 0 ? [{ country: countries[String(country.id)] ?? 'other', rings }] : [];
  });
}

function ringsOf({ geometry }: Country): readonly (readonly Position[])[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/** A ring that crosses the antimeridian continues east of 180°, so that it does not wrap around the map. */
function unwrapped(ring: readonly Position[]): readonly Position[] {
  const crosses = ring.some(([longitude = 0]) => longitude > 90) && ring.some(([longitude = 0]) => longitude < -90);
  return crosses ? ring.map(([x = 0, y = 0]) => [x < 0 ? x + 360 : x, y]) : ring;
}

/** True for northern land east of the Atlantic, the only land in our windows. */
function isNear(ring: readonly Position[]): boolean {
  return ring.every(([longitude = 0]) => longitude > -30) && ring.some(([, latitude = 0]) => latitude > 40);
}

function cutRing(ring: readonly Position[], { width, height, project }: MapWindow): readonly (readonly number[])[] {
  if (!isNear(ring)) return [];
  const points = ring.map(([longitude = 0, latitude = 0]): Point => project(longitude, latitude));
  const inside = clip(points, [-margin, -margin], [width + margin, height + margin]);
  const flat = withoutRepeats(
    simplified(inside).flatMap(([x, y]) => [Math.round(x / landUnit), Math.round(y / landUnit)]),
  );
  return flat.length >= 6 && Math.abs(areaOf(flat)) * landUnit ** 2 >= smallestArea ? [flat] : [];
}

/** The part of a ring inside a rectangle, one edge after the other (Sutherland and Hodgman, 1974). */
function clip(ring: readonly Point[], min: Point, max: Point): readonly Point[] {
  let points = ring;
  for (const axis of [0, 1] as const) {
    points = clipAt(points, axis, (value) => value - min[axis]);
    points = clipAt(points, axis, (value) => max[axis] - value);
  }
  return points;
}

/** Keeps the points behind an edge, with a depth of zero or more, and cuts the lines that cross it. */
function clipAt(points: readonly Point[], axis: 0 | 1, depth: (value: number) => number): readonly Point[] {
  return points.flatMap((point, index) => {
    const before = points.at(index - 1) ?? point;
    const [from, to] = [depth(before[axis]), depth(point[axis])];
    const kept = to >= 0 ? [point] : [];
    if (from >= 0 === to >= 0) return kept;
    const share = from / (from - to);
    const crossing: Point = [before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])];
    return [crossing, ...kept];
  });
}

/**
 * A ring with fewer points. No point left out is farther from it than the tolerance (Douglas and Peucker, 1973). Both
 * ends of the ring stay: it is cut at its first point.
 */
function simplified(ring: readonly Point[]): readonly Point[] {
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last || ring.length < 3) return ring;
  const far = ring.map((point) => distance(point, first, last));
  const at = far.indexOf(Math.max(...far));
  if ((far[at] ?? 0) <= tolerance) return [first, last];
  return [...simplified(ring.slice(0, at + 1)).slice(0, -1), ...simplified(ring.slice(at))];
}

/** The distance of a point from the line segment between two others, which can be the same point. */
function distance([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length === 0) return Math.hypot(x - x1, y - y1);
  const along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length ** 2;
  const nearest = Math.min(1, Math.max(0, along));
  return Math.hypot(x - x1 - nearest * (x2 - x1), y - y1 - nearest * (y2 - y1));
}

function withoutRepeats(flat: readonly number[]): readonly number[] {
  return flat.filter((_, index) => {
    const pair = index - (index % 2);
    return pair === 0 || flat[pair] !== flat[pair - 2] || flat[pair + 1] !== flat[pair - 1];
  });
}

/** The signed area of a ring by the shoelace formula. */
function areaOf(ring: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < ring.length; i += 2) {
    const [x1 = 0, y1 = 0] = [ring[i], ring[i + 1]];
    const [x2 = 0, y2 = 0] = [ring[(i + 2) % ring.length], ring[(i + 3) % ring.length]];
    sum += x1 * y2 - x2 * y1;
  }
  return sum / 2;
}

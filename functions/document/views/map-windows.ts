import type { Area } from '../../dataset/index.ts';

/** A place by its position, in degrees. */
type Position = Pick<Area, 'latitude' | 'longitude'>;

/** What a map shows, in degrees: the drawing layer cuts it a little wider, which test/pdf/map-windows.test.ts compares. */
interface Window {
  readonly west: number;
  readonly east: number;
  readonly north: number;
  readonly south: number;
}

const isIn = ({ latitude, longitude }: Position, { west, east, north, south }: Window) =>
  longitude > west && longitude < east && latitude > south && latitude < north;

const marketRange: Window = { west: 20, east: 50, north: 61, south: 50.4 };

/** From the middle of the market map to its edges at the equator, in degrees; meridians meet towards the north. */
const marketReach = { middle: 35.3, degrees: 5.13 } as const;

/** Whether the map of western Russia and Belarus shows a place. */
export function isOnMarketMap(place: Position): boolean {
  const reach = marketReach.degrees / Math.cos((place.latitude * Math.PI) / 180);
  return isIn(place, marketRange) && Math.abs(place.longitude - marketReach.middle) < reach;
}

const partnerWest: Window = { west: 22.4, east: 68.7, north: 69.5, south: 50.5 };
const partnerEast: Window = { west: 112, east: 144.3, north: 58.4, south: 48.9 };

/** Whether the inset of the map of Russia shows a place. */
export function isInInset(place: Position): boolean {
  return isIn(place, partnerEast);
}

/** Whether the map of Russia shows a place, in its main part or in its inset. */
export function isOnPartnerMap(place: Position): boolean {
  return isIn(place, partnerWest) || isInInset(place);
}

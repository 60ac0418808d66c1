/** The unit of outlines in points; their coordinates are whole multiples of it. */
export const landUnit = 0.1;

/** The land of one country in a window: closed rings of alternating x and y, in units from its top left corner. */
export interface Land {
  readonly country: 'russia' | 'belarus' | 'other';
  readonly rings: readonly (readonly number[])[];
}

/** The outlines of every map, clipped to its window when the bundle is built. */
export interface Outlines {
  readonly market: readonly Land[];
  readonly partnersWest: readonly Land[];
  readonly partnersEast: readonly Land[];
}

/** The unit of outlines in points: their places are whole. */
export const landUnit = 0.1;

/** The land of one country inside a window: closed rings of x and y in turn, in units from its top left corner. */
export interface Land {
  readonly country: 'russia' | 'belarus' | 'other';
  readonly rings: readonly (readonly number[])[];
}

/** The outlines of every map, cut to its window when the bundle is made. */
export interface Outlines {
  readonly market: readonly Land[];
  readonly partnersWest: readonly Land[];
  readonly partnersEast: readonly Land[];
}

import type { TableRows } from './dataset.ts';
import type { Row } from './row.ts';
import type { Violation } from './violation.ts';

/** Checks rows about areas, partners and officials against each other, within and between tables. */
export function checkRelations({ areas = [], observations = [], statements = [] }: TableRows): readonly Violation[] {
  const kinds = new Map(areas.map(({ cells }) => [cells.area ?? '', cells.kind ?? '']));
  return [
    ...checkEnclosing(areas),
    ...areas.flatMap(checkPosition),
    ...checkPlaces(areas),
    ...areas.flatMap(checkBorder),
    ...(observations.length === 0 ? [noRows()] : []),
    ...observations.flatMap((row) => checkSides(row, kinds)),
    ...checkPartners(statements, kinds),
    ...checkOfficials(statements),
  ];
}

function noRows(): Violation {
  return { file: 'observations.csv', row: null, column: null, value: '', code: 'no_rows', values: {} };
}

/** A city that is an area of its own names another area that is listed. */
function checkEnclosing(areas: readonly Row[]): readonly Violation[] {
  const known = new Set(areas.map(({ cells }) => cells.area));
  return areas.flatMap(({ number: row, cells: { area, enclosed_by: value = '' } }) => {
    if (value === '' || (known.has(value) && value !== area)) return [];
    const values = { table: 'areas.csv', key: 'area' };
    return [{ file: 'areas.csv', row, column: 'enclosed_by', value, code: 'not_listed' as const, values }];
  });
}

/** Around each country: degrees north and east. Of Russia, what lies beyond 180° has no administrative centre. */
const bounds: Readonly<
  Record<string, { readonly north: readonly [number, number]; readonly east: readonly [number, number] }>
> = {
  BY: { north: [51.2, 56.2], east: [23.1, 32.8] },
  RU: { north: [41.1, 82], east: [19.6, 180] },
};

/** An administrative centre lies in its country. */
function checkPosition({ number: row, cells }: Row): readonly Violation[] {
  const { area = '', latitude = '', longitude = '' } = cells;
  const around = bounds[countryOf(area)];
  if (!around) return [];
  const isOutside = ([least, most]: readonly [number, number], value: string) =>
    Number(value) < least || Number(value) > most;
  const column = isOutside(around.north, latitude)
    ? 'latitude'
    : isOutside(around.east, longitude)
      ? 'longitude'
      : null;
  if (column === null) return [];
  const value = cells[column] ?? '';
  const values = { country: countryOf(area) };
  return [{ file: 'areas.csv', row, column, value, code: 'outside_country', values }];
}

/** How near two positions are in one place, in degrees: some two kilometres. No two centres of regions are so near. */
const near = 0.02;

/**
 * A place is one area. Only the centre of a country is that of a region too, and a city that is an area of its own may be
 * the centre of the region around it, which it names.
 */
function checkPlaces(areas: readonly Row[]): readonly Violation[] {
  const known = new Map<string, Row[]>();
  return areas.flatMap((row): readonly Violation[] => {
    const { area, kind, latitude: value = '', enclosed_by: around } = row.cells;
    if (kind === 'country') return [];
    const [north, east] = positionOf(row).map((degrees) => Math.floor(degrees / near)) as [number, number];
    const cells = [-1, 0, 1].flatMap((up) => [-1, 0, 1].map((right) => `${north + up} ${east + right}`));
    const other = cells
      .flatMap((cell) => known.get(cell) ?? [])
      .filter(({ cells: its }) => its.area !== around && its.enclosed_by !== area)
      .find((one) => positionOf(one).every((degrees, at) => Math.abs(degrees - (positionOf(row)[at] ?? 0)) < near));
    const own = known.get(`${north} ${east}`);
    if (own) own.push(row);
    else known.set(`${north} ${east}`, [row]);
    if (!other) return [];
    const values = { other: other.number, area: other.cells.area ?? '' };
    return [{ file: 'areas.csv', row: row.number, column: 'latitude', value, code: 'same_place', values }];
  });
}

function positionOf({ cells: { latitude, longitude } }: Row): readonly [north: number, east: number] {
  return [Number(latitude), Number(longitude)];
}

/** The regions of Russia that border Belarus. */
const bordering: ReadonlySet<string> = new Set(['RU', 'RU-PSK', 'RU-SMO', 'RU-BRY']);

/** Only some regions of Russia border Belarus. */
function checkBorder({ number: row, cells: { area = '', borders_belarus: value = '' } }: Row): readonly Violation[] {
  const expected = bordering.has(area) ? 'yes' : 'no';
  if (countryOf(area) !== 'RU' || value === expected) return [];
  return [{ file: 'areas.csv', row, column: 'borders_belarus', value, code: 'border', values: { expected } }];
}

/** The two sides of an observation lie in two countries; a share of a region is of a region. */
function checkSides({ number: row, cells }: Row, kinds: ReadonlyMap<string, string>): readonly Violation[] {
  const { ref_area: one = '', counterpart_area: value = '', indicator } = cells;
  const at = { file: 'observations.csv', row, column: 'counterpart_area', value };
  if (countryOf(one) === countryOf(value)) return [{ ...at, code: 'own_country', values: { area: one } }];
  return indicator === 'region_share' && kinds.get(value) === 'country'
    ? [{ ...at, code: 'no_region', values: {} }]
    : [];
}

function countryOf(area: string): string {
  return area.split('-')[0] ?? '';
}

/** A partner names its area, which is a region, and an area has one name as a partner in every publication. */
function checkPartners(statements: readonly Row[], kinds: ReadonlyMap<string, string>): readonly Violation[] {
  const partners = statements.filter(({ cells }) => cells.topic === 'partner_region');
  const itemOf = new Map<string, Row>();
  const areaOf = new Map<string, Row>();
  return partners.flatMap(({ number: row, cells }): readonly Violation[] => {
    const { area = '', item = '' } = cells;
    const at = { file: 'statements.csv', row, column: 'area', value: area };
    if (area === '') return [{ ...at, code: 'partner_without_area', values: {} }];
    if (kinds.get(area) === 'country') return [{ ...at, code: 'no_region', values: {} }];
    if (countryOf(area) === 'BY') return [{ ...at, code: 'own_country', values: { area: 'BY-HO' } }];
    const [sameArea, sameItem] = [itemOf.get(area), areaOf.get(item)];
    if (!sameArea) itemOf.set(area, { number: row, cells });
    if (!sameItem) areaOf.set(item, { number: row, cells });
    const other = [sameArea, sameItem].find((row) => row && (row.cells.area !== area || row.cells.item !== item));
    if (!other) return [];
    return [{ ...at, column: 'item', value: item, code: 'two_items', values: { other: other.number } }];
  });
}

/** The person who took a position is listed among the officials. */
function checkOfficials(statements: readonly Row[]): readonly Violation[] {
  const officials = new Set(
    statements.filter(({ cells }) => cells.topic === 'official').map(({ cells }) => cells.item),
  );
  return statements.flatMap(({ number: row, cells: { official: value = '' } }) => {
    if (value === '' || officials.has(value)) return [];
    const values = { table: 'statements.csv', key: 'item' };
    return [{ file: 'statements.csv', row, column: 'official', value, code: 'not_listed' as const, values }];
  });
}

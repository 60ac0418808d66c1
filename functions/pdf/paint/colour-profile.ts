import { deflateSync } from 'node:zlib';

/** A vector of three, or a matrix of three rows. */
type Vector = readonly [number, number, number];
type Matrix = readonly [Vector, Vector, Vector];

/** sRGB (IEC 61966-2-1): the chromaticities of its primaries and of its white. */
const primaries = { red: [0.64, 0.33], green: [0.3, 0.6], blue: [0.15, 0.06], white: [0.3127, 0.329] } as const;

/** The white in which profiles are connected (ICC.1:2004-10, 6.3.4.3). */
const d50: Vector = [0.9642, 1, 0.8249];

/** From XYZ to the responses of the eye by which one white is adapted to another (Bradford). */
const bradford: Matrix = [
  [0.8951, 0.2664, -0.1614],
  [-0.7502, 1.7135, 0.0367],
  [0.0389, -0.0685, 1.0296],
];

/** The curve of sRGB: ((ax + b) to the power g) from d on, and cx below. */
const curve = { g: 2.4, a: 1 / 1.055, b: 0.055 / 1.055, c: 1 / 12.92, d: 0.04045 } as const;

const headerLength = 128;

let packed: Uint8Array | undefined;

/** The ICC profile of sRGB, packed once in the life of the process. */
export function packedProfile(): Uint8Array {
  packed ??= deflateSync(srgbProfile());
  return packed;
}

/**
 * The ICC profile of sRGB as the standard defines it, which PDF/A demands: half a kilobyte of formulas in the place of
 * three of tables (ICC.1:2004-10, version 4.2).
 */
export function srgbProfile(): Uint8Array {
  const adaptation = adapt(xyz(primaries.white), d50);
  const { red, green, blue } = columns();
  const curveTag = tag('para', [u16(3), u16(0), ...Object.values(curve).map(fixed)]);
  const tags: readonly (readonly [name: string, data: Buffer])[] = [
    ['desc', text('sRGB IEC61966-2.1')],
    ['cprt', text('No copyright')],
    ['wtpt', tag('XYZ ', d50.map(fixed))],
    ['chad', tag('sf32', adaptation.flat().map(fixed))],
    ['rXYZ', tag('XYZ ', times(adaptation, red).map(fixed))],
    ['gXYZ', tag('XYZ ', times(adaptation, green).map(fixed))],
    ['bXYZ', tag('XYZ ', times(adaptation, blue).map(fixed))],
    ['rTRC', curveTag],
    ['gTRC', curveTag],
    ['bTRC', curveTag],
  ];
  const places = new Map<Buffer, number>();
  let length = headerLength + 4 + 12 * tags.length;
  for (const [, data] of tags) {
    if (places.has(data)) continue;
    places.set(data, length);
    length += data.length;
  }
  const directory = tags.flatMap(([name, data]) => [ascii(name), u32(places.get(data) ?? 0), u32(data.length)]);
  return Buffer.concat([header(length), u32(tags.length), ...directory, ...places.keys()]);
}

/** The primaries in XYZ, as bright as makes them white together. */
function columns() {
  const [red, green, blue] = [xyz(primaries.red), xyz(primaries.green), xyz(primaries.blue)];
  const [r, g, b] = times(inverse(transposed([red, green, blue])), xyz(primaries.white));
  return { red: scaled(red, r), green: scaled(green, g), blue: scaled(blue, b) };
}

function xyz([x, y]: readonly [number, number]): Vector {
  return [x / y, 1, (1 - x - y) / y];
}

/** The matrix that makes colours under one white look the same under another. */
function adapt(from: Vector, to: Vector): Matrix {
  const [a, b] = [times(bradford, from), times(bradford, to)];
  const gains: Matrix = [
    [b[0] / a[0], 0, 0],
    [0, b[1] / a[1], 0],
    [0, 0, b[2] / a[2]],
  ];
  return product(inverse(bradford), product(gains, bradford));
}

function times([a, b, c]: Matrix, v: Vector): Vector {
  return [dot(a, v), dot(b, v), dot(c, v)];
}

function product(left: Matrix, right: Matrix): Matrix {
  const [a, b, c] = transposed(right);
  return transposed([times(left, a), times(left, b), times(left, c)]);
}

function transposed([a, b, c]: Matrix): Matrix {
  return [
    [a[0], b[0], c[0]],
    [a[1], b[1], c[1]],
    [a[2], b[2], c[2]],
  ];
}

/** The inverse by cross products: its columns, over the determinant. */
function inverse([a, b, c]: Matrix): Matrix {
  const part = 1 / dot(a, cross(b, c));
  return transposed([scaled(cross(b, c), part), scaled(cross(c, a), part), scaled(cross(a, b), part)]);
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function scaled([x, y, z]: Vector, factor: number): Vector {
  return [x * factor, y * factor, z * factor];
}

/** A display of RGB in XYZ; the date is that of the standard. */
function header(length: number): Buffer {
  const bytes = Buffer.alloc(headerLength);
  bytes.writeUInt32BE(length, 0);
  bytes.writeUInt32BE(0x04200000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  for (const [index, part] of [1999, 10, 18].entries()) bytes.writeUInt16BE(part, 24 + 2 * index);
  bytes.write('acsp', 36, 'latin1');
  for (const [index, value] of d50.entries()) bytes.set(fixed(value), 68 + 4 * index);
  return bytes;
}

function tag(type: string, parts: readonly Buffer[]): Buffer {
  return Buffer.concat([ascii(type), u32(0), ...parts]);
}

/** A text in one language, padded to a multiple of four bytes. */
function text(english: string): Buffer {
  const bytes = Buffer.from(english, 'utf16le').swap16();
  const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4);
  return tag('mluc', [u32(1), u32(12), ascii('enUS'), u32(bytes.length), u32(28), bytes, padding]);
}

function ascii(characters: string): Buffer {
  return Buffer.from(characters, 'latin1');
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** A number with 16 bits before its point and 16 after. */
function fixed(value: number): Buffer {
  return u32(Math.round(value * 65536) >>> 0);
}

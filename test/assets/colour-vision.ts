/** The simulated kinds of colour vision (Machado, Oliveira and Fernandes 2009, severity 1.0). */
export const visions = ['protanopia', 'deuteranopia', 'tritanopia'] as const;

type Vector = readonly [number, number, number];
type Matrix = readonly [Vector, Vector, Vector];

const matrices: Readonly<Record<(typeof visions)[number], Matrix>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** From linear sRGB to CIE XYZ with the white point D65 (IEC 61966-2-1). */
const toXyz: Matrix = [
  [0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505],
  [0.2126, 0.7152, 0.0722],
  [0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089],
];

/** A hexadecimal colour as seen with a kind of colour vision, in linear sRGB. */
export function seenBy(vision: (typeof visions)[number], hex: string): Vector {
  return times(matrices[vision], linear(hex)).map((value) => Math.min(1, Math.max(0, value))) as unknown as Vector;
}

/** The distance of two colours given in linear sRGB, as ΔE 1976 in CIE L*a*b*. */
export function colourDistance(a: Vector, b: Vector): number {
  const [one, other] = [lab(a), lab(b)];
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

function linear(hex: string): Vector {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return [r, g, b];
}

function lab(colour: Vector): Vector {
  const [x, y, z] = times(toXyz, colour).map((t) => (t > 216 / 24389 ? Math.cbrt(t) : (t * 24389) / 3132 + 16 / 116));
  return [116 * (y ?? 0) - 16, 500 * ((x ?? 0) - (y ?? 0)), 200 * ((y ?? 0) - (z ?? 0))];
}

function times(matrix: Matrix, [a, b, c]: Vector): readonly number[] {
  return matrix.map(([x, y, z]) => x * a + y * b + z * c);
}

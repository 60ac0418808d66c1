import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readColourProfile } from '../../functions/assets/from-files.ts';

/** The sRGB profile that Hewlett-Packard published with the standard, from the PDFKit package. */
const published = readFileSync(new URL('./data/sRGB_IEC61966_2_1.icc', import.meta.resolve('pdfkit')));

/** The data of a tag without its type. */
function tagOf(profile: Buffer, name: string): Buffer {
  for (let index = 0; index < profile.readUInt32BE(128); index += 1) {
    const at = 132 + 12 * index;
    if (profile.toString('latin1', at, at + 4) !== name) continue;
    const start = profile.readUInt32BE(at + 4);
    return profile.subarray(start + 8, start + profile.readUInt32BE(at + 8));
  }
  throw new Error(`the profile has no tag ${name}`);
}

const numbers = (data: Buffer) =>
  Array.from({ length: data.length / 4 }, (_, index) => data.readInt32BE(4 * index) / 65536);

describe('the colour profile', () => {
  const profile = Buffer.from(readColourProfile());

  it('says how long it is, and what it is for', () => {
    expect(profile.readUInt32BE(0)).toBe(profile.length);
    expect(profile.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
    expect(profile.length).toBeLessThan(600);
  });

  it.each(['rXYZ', 'gXYZ', 'bXYZ'])('has the %s of the published one', (name) => {
    const [ours, theirs] = [numbers(tagOf(profile, name)), numbers(tagOf(published, name))];
    for (const [index, value] of ours.entries()) expect(value).toBeCloseTo(theirs[index] ?? 0, 3);
  });

  it('makes white of its three primaries', () => {
    const [red, green, blue] = ['rXYZ', 'gXYZ', 'bXYZ'].map((name) => numbers(tagOf(profile, name)));
    const white = [0, 1, 2].map((index) => (red?.[index] ?? 0) + (green?.[index] ?? 0) + (blue?.[index] ?? 0));
    for (const [index, value] of [0.9642, 1, 0.8249].entries()) expect(white[index]).toBeCloseTo(value, 4);
  });

  it('has the curve of the published one, which is a table of 1,024 values', () => {
    const [g = 0, a = 0, b = 0, c = 0, d = 0] = numbers(tagOf(profile, 'rTRC').subarray(4));
    const curve = (x: number) => (x >= d ? (a * x + b) ** g : c * x);
    const table = tagOf(published, 'rTRC').subarray(4);
    for (let index = 0; index < 1024; index += 1) {
      expect(curve(index / 1023)).toBeCloseTo(table.readUInt16BE(2 * index) / 65535, 3);
    }
  });
});

import { readFile } from 'node:fs/promises';
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import subsetFont from 'subset-font';
import { describe, expect, it } from 'vitest';
import { type Brand, readBrand } from '../../functions/assets/brand.ts';
import { checkFaces } from '../../functions/assets/check-faces.ts';
import { contrastRatio } from '../../functions/assets/contrast.ts';
import { brandNames, loadBrand, readText } from '../../functions/assets/from-files.ts';
import { subsetFonts } from '../../functions/assets/subset-fonts.ts';
import { languages } from '../../functions/dataset/index.ts';
import { type FaceParts, FontFile, openTypefaces, readKerning } from '../../functions/drawing/index.ts';
import { openPdf, pageTexts } from '../read-pdf.ts';
import { printInBrand } from '../renders.ts';
import { colourDistance, seenBy, visions } from './colour-vision.ts';

const json = (name: string) => readText(`templates/brand/${name}/brand.json`);
const read = (name: string, change: (text: string) => string): Brand =>
  readBrand(name, change(json(name)), (file) => readText(`templates/brand/${name}/${file}`));

describe.each(brandNames())('the brand %s', (name) => {
  const { colours } = loadBrand(name).theme;

  it.each(visions)('keeps exports and imports apart for readers with %s', (vision) => {
    expect(colourDistance(seenBy(vision, colours.exports), seenBy(vision, colours.imports))).toBeGreaterThanOrEqual(40);
  });

  it('keeps exports and imports apart on a printer without colour', () => {
    expect(contrastRatio(colours.exports, colours.imports)).toBeGreaterThan(1.7);
  });

  it('has faces that print all three languages, with figures of one width', async () => {
    const typefaces = openTypefaces(await subsetFonts(loadBrand(name).fontFiles));
    expect(() => checkFaces(name, typefaces)).not.toThrow();
  });

  it.each(languages)('prints its own names in %s', async (language) => {
    const { names } = loadBrand(name);
    const [cover = '', inner = ''] = await pageTexts((await printInBrand(name, '2021-07', language)).bytes);
    expect(cover).toContain(names.product[language]);
    expect(inner).toContain(names.name[language]);
    expect(inner).toContain(names.publisher[language] || names.product[language]);
  });

  it('prints only in its own colours and typefaces', async () => {
    const pdf = await openPdf((await printInBrand(name, '2021-07', 'en')).bytes, true);
    const palette = new Set([...Object.values(colours), '#FFFFFF'].map((colour) => colour.toLowerCase()));
    const used = new Set<string>();
    const fonts = new Set<string>();
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { fnArray, argsArray } = await page.getOperatorList();
      for (const [index, operator] of fnArray.entries()) {
        const [first] = argsArray[index] ?? [];
        if (operator === OPS.setFillRGBColor || operator === OPS.setStrokeRGBColor) used.add(String(first));
        if (operator === OPS.setFont) fonts.add(page.commonObjs.get(first).name.replace(/^[A-Z]{6}\+/, ''));
      }
    }
    await pdf.loadingTask.destroy();
    expect([...used].filter((colour) => !palette.has(colour))).toEqual([]);
    const typefaces = openTypefaces(await subsetFonts(loadBrand(name).fontFiles));
    const own = new Set(Object.values(typefaces).map(({ font }) => font.name));
    expect([...fonts].filter((font) => !own.has(font))).toEqual([]);
    expect(used.size).toBeGreaterThan(15);
    expect(fonts.size).toBeGreaterThanOrEqual(4);
  });
});

describe('a brand that cannot be read well is refused', () => {
  it('names the pair of colours and its contrast', () => {
    const pale = (text: string) => text.replace('"textTertiary": "#5F6E77"', '"textTertiary": "#9AA5AB"');
    expect(() => read('default', pale)).toThrow(
      'templates/brand/default/brand.json line 31: textTertiary #9AA5AB on white #FFFFFF has a contrast of 2.52; a text needs 4.5 (WCAG AA)',
    );
  });

  it('names every field that is missing, unknown or wrong', () => {
    const broken = (text: string) => text.replace('"cover": "band"', '"cover": "round"').replace('"text"', '"txt"');
    expect(() => read('default', broken)).toThrow(
      /brand\.json line \d+: cover: expected one of band, panel\n.*colours\.text: is missing; add it\n.*colours\.txt: a brand has no such field/s,
    );
  });

  it('asks to remove a field that brands had before, and to add one that is missing', () => {
    const old = (text: string) => text.replace('"cover": "band"', '"contact": { "en": "" }');
    expect(() => read('default', old)).toThrow('brand.json line 13: contact: a brand has no such field; remove it');
    expect(() => read('default', old)).toThrow(': cover: is missing; add it');
  });

  it('gives a colour under its former name the name that it has now', () => {
    const former = (text: string) => text.replace('"exportsMuted"', '"expM"');
    expect(() => read('default', former)).toThrow('colours.expM: the colour is called "exportsMuted" now; rename it');
  });

  it('names the letters that a face lacks, and what needs them', async () => {
    const { fontFiles } = loadBrand('default');
    const faces = await subsetFonts(fontFiles);
    const latin = await latinOnly(fontFiles.sansMedium);
    const typefaces = openTypefaces({ ...faces, sansMedium: latin });
    expect(() => checkFaces('default', typefaces)).toThrow(/IBMPlexSans-Medium has no А Б В .* which Russian needs/);
    expect(() => checkFaces('default', typefaces)).toThrow(/which Belarusian needs; choose another typeface/);
  });

  it('says when figures differ in width', async () => {
    const typefaces = openTypefaces(await subsetFonts(loadBrand('default').fontFiles));
    const { serifStrong } = typefaces;
    const uneven = Object.assign(Object.create(serifStrong), { width: (text: string) => (text === '1' ? 400 : 500) });
    expect(() => checkFaces('default', { ...typefaces, serifStrong: uneven })).toThrow(
      'the figures of SourceSerif4-SemiBold differ in width, so that numbers would not line up',
    );
  });
});

async function latinOnly(file: string): Promise<FaceParts> {
  const bytes = await readFile(new URL(import.meta.resolve(file)));
  const latin = '0123456789 abcdefghijklmnopqrstuvwxyz';
  const subset = await subsetFont(bytes, latin, { targetFormat: 'truetype' });
  return { bytes: subset, kerning: readKerning(new FontFile('sansMedium', subset)) };
}

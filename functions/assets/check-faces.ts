import { faceNames, type Typeface, type Typefaces } from '../drawing/index.ts';
import { BrandError } from '../renderer/index.ts';
import { alphabets } from './repertoire.ts';

const digits = '0123456789';

/**
 * Checks that the faces of a brand can print all that we write, and that their figures are tabular, so that numbers
 * stand in columns. Throws a {@link BrandError} that names every face with what it lacks.
 */
export function checkFaces(brandName: string, typefaces: Typefaces): void {
  const problems = faceNames.flatMap((name) => faceProblems(typefaces[name]));
  if (problems.length === 0) return;
  const file = `templates/brand/${brandName}/brand.json`;
  throw new BrandError(problems.map((problem) => `${file}: fonts: ${problem}; choose another typeface`).join('\n'));
}

function faceProblems(face: Typeface): readonly string[] {
  const name = face.font.name;
  const lacking = [...alphabets].flatMap(([alphabet, letters]) => {
    const missing = [...letters].filter((letter) => !face.has(letter));
    return missing.length === 0 ? [] : [`${name} has no ${missing.join(' ')}, which ${alphabet} needs`];
  });
  const widths = new Set([...digits].filter((digit) => face.has(digit)).map((digit) => face.width(digit, 1000)));
  const uneven = widths.size > 1 ? [`the figures of ${name} differ in width, so that numbers would not line up`] : [];
  return [...lacking, ...uneven];
}

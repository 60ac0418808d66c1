import { alphabets } from '../dataset/index.ts';
import { faceNames, type Typeface, type Typefaces } from '../drawing/index.ts';
import { BrandError, type BrandProblem } from '../renderer/index.ts';

const digits = '0123456789';

/**
 * Checks that the faces of a brand have all characters that we need, and tabular digits, so that numbers align in
 * columns. Throws a {@link BrandError} with every face and what it lacks.
 */
export function checkFaces(brandName: string, typefaces: Typefaces): void {
  const file = `templates/brand/${brandName}/brand.json`;
  const problems = faceNames.flatMap((name) => faceProblems(file, typefaces[name]));
  if (problems.length > 0) throw new BrandError(problems);
}

function faceProblems(file: string, face: Typeface): readonly BrandProblem[] {
  const { name } = face.font;
  const place = { file, row: null, column: 'fonts', value: name };
  const missingLetters = [...alphabets].flatMap(([alphabet, letters]): readonly BrandProblem[] => {
    const missing = [...letters].filter((letter) => !face.has(letter));
    if (missing.length === 0) return [];
    return [{ ...place, code: 'font_letters', values: { face: name, letters: missing.join(' '), alphabet } }];
  });
  const widths = new Set([...digits].filter((digit) => face.has(digit)).map((digit) => face.width(digit, 1000)));
  if (widths.size <= 1) return missingLetters;
  return [...missingLetters, { ...place, code: 'font_figures', values: { face: name } }];
}

import { describe, expect, it } from 'vitest';
import { figureTerm, finding } from '../../functions/figures/finding.ts';
import { shareWords } from '../../functions/figures/share-words.ts';
import { figureOf, founding } from '../briefings.ts';
import { told } from '../words.ts';

const share = figureOf(founding, 'imports.share');
const tenths = Array.from({ length: 1001 }, (_, index) => index / 10);

describe('the words for a share', () => {
  it.each([true, false])('are there for every share from 0 to 100 per cent; approximate: %s', (approximate) => {
    for (const value of tenths) {
      const figure = { ...share, value, interval: { lo: value - 0.05, hi: value + 0.05 }, approximate };
      const words = told(finding(`fraction.${shareWords(figure)}`, { s: figureTerm(figure, 'percent') }));
      for (const text of Object.values(words)) expect(text, `${value} %`).toMatch(/\p{L}|\d/u);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { figure, hundred, minus, over, sum, times } from '../../functions/figures/expression.ts';
import { formulaOf } from '../../functions/workbook/formula.ts';

/** Amounts stand in column A, per cent and indices in column B. */
const cells: Readonly<Record<string, { readonly cell: string; readonly isRate: boolean }>> = {
  exports: { cell: 'A1', isRate: false },
  imports: { cell: 'A2', isRate: false },
  share: { cell: 'B1', isRate: true },
  other: { cell: 'B2', isRate: true },
};
const input = (key: string) => cells[key] ?? { cell: '', isRate: false };
const written = (expression: Parameters<typeof formulaOf>[0], unit: 'USD' | 'percent') =>
  formulaOf(expression, { unit }, input);
const [exports, imports, share, other] = ['exports', 'imports', 'share', 'other'].map(figure) as [
  ReturnType<typeof figure>,
  ReturnType<typeof figure>,
  ReturnType<typeof figure>,
  ReturnType<typeof figure>,
];

describe('the formula of', () => {
  it('a balance takes one cell from another', () => {
    expect(written(minus(exports, imports), 'USD')).toBe('A1-A2');
  });

  it('a remainder of a sum keeps its parentheses', () => {
    expect(written(minus(exports, sum([imports, exports])), 'USD')).toBe('A1-(A2+A1)');
    expect(written(minus(minus(exports, imports), imports), 'USD')).toBe('A1-A2-A2');
  });

  it('what is left of 100 per cent stays in per cent', () => {
    expect(written(minus(hundred, share), 'percent')).toBe('100-B1');
    expect(written(minus(hundred, sum([share, other])), 'percent')).toBe('100-(B1+B2)');
  });

  it('an amount that a share implies divides the share by 100', () => {
    expect(written(times(share, exports), 'USD')).toBe('B1/100*A1');
    expect(written(over(exports, share), 'USD')).toBe('A1/(B1/100)');
    expect(written(minus(over(exports, share), exports), 'USD')).toBe('A1/(B1/100)-A1');
  });

  it('a share or an index multiplies a quotient by 100', () => {
    expect(written(over(exports, imports), 'percent')).toBe('100*A1/A2');
    expect(written(over(exports, sum([exports, imports])), 'percent')).toBe('100*A1/(A1+A2)');
    expect(written(minus(over(exports, imports), hundred), 'percent')).toBe('100*(A1/A2-1)');
  });
});

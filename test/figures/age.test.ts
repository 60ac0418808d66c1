import { describe, expect, it } from 'vitest';
import { ageLimits, ageOf, isOlder } from '../../functions/figures/index.ts';
import { editionNamed, periodNamed } from '../briefings.ts';

describe('the age of a figure', () => {
  it.each([
    ['2026-11', '2021-01/2021-05', 66],
    ['2026-11', '2024', 23],
    ['2026-11', '2024-07', 28],
    ['2022-03', '2021-Q1', 12],
    ['2021-07', '2021', 0],
  ])('in the edition %s, of %s, is %i whole months from the end of its period', (edition, period, months) => {
    expect(ageOf(editionNamed(edition), periodNamed(period))).toBe(months);
  });

  it('passes a limit in the month after it', () => {
    const period = periodNamed('2021-05');
    expect(ageLimits.leads).toBe(24);
    expect(isOlder(editionNamed('2023-05'), period, 'leads')).toBe(false);
    expect(isOlder(editionNamed('2023-06'), period, 'leads')).toBe(true);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../functions/dataset/index.ts';
import { evaluate } from '../../../functions/figures/expression.ts';
import { allFigures } from '../../../functions/figures/index.ts';
import { briefingOf } from '../../briefings.ts';
import { monthlyPackage } from '../../monthly-package.ts';
import { today } from '../../package-files.ts';

describe('over drawn packages', () => {
  const month = fc
    .integer({ min: 0, max: 29 })
    .map((at) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`);
  const drawn = fc.record({
    from: fc.constantFrom('2024-01', '2024-05', '2023-12'),
    months: fc.integer({ min: 2, max: 26 }),
    missing: fc.array(month, { maxLength: 6 }),
    seed: fc.integer({ min: 1, max: 1e6 }),
  });

  it('stretches never overlap, never leave out a published value, and add up to it', () => {
    fc.assert(
      fc.property(drawn, (bulletins) => {
        const { overTime } = briefingOf('2026-11', loadDataset(monthlyPackage(bulletins), today));
        for (const flow of [overTime?.exports, overTime?.imports, overTime?.balance, overTime?.turnover]) {
          const months = flow?.months ?? [];
          for (const [index, { period }] of months.entries()) {
            const next = months[index + 1]?.period;
            if (next)
              expect(period.year * 12 + period.month + period.months).toBeLessThanOrEqual(next.year * 12 + next.month);
          }
          for (const { period, value } of flow?.sinceJanuary ?? []) {
            const inside = months.filter(
              (figure) =>
                figure.period.year === period.year && figure.period.month + figure.period.months <= period.months + 1,
            );
            expect(inside.reduce((sum, figure) => sum + figure.value, 0)).toBeCloseTo(value, 8);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('every value lies in its interval, and the formula gives it', () => {
    fc.assert(
      fc.property(drawn, (bulletins) => {
        const { overTime } = briefingOf(
          '2026-11',
          loadDataset(monthlyPackage({ ...bulletins, products: 2, regions: 2 }), today),
        );
        const figures = overTime ? allFigures(overTime) : [];
        const byKey = new Map(figures.map((figure) => [figure.key, figure]));
        const fractionOf = (key: string): number => {
          const figure = byKey.get(key);
          if (!figure) throw new Error(`a formula names ${key}, which there is not`);
          const scale = figure.unit === 'percent' || figure.unit === 'index' ? 0.01 : 1;
          return figure.expression ? evaluate(figure.expression, fractionOf) : scale * figure.value;
        };
        for (const { key, value, interval, expression } of figures) {
          expect(interval.lo - 1e-9).toBeLessThanOrEqual(value);
          expect(interval.hi + 1e-9).toBeGreaterThanOrEqual(value);
          const scale = /percent|index/.test(byKey.get(key)?.unit ?? '') ? 100 : 1;
          if (expression)
            expect([key, scale * evaluate(expression, fractionOf)]).toEqual([key, expect.closeTo(value, 8)]);
        }
      }),
      { numRuns: 15 },
    );
  });
});

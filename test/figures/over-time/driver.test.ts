import { describe, expect, it } from 'vitest';
import { periodFrom } from '../../../functions/dataset/index.ts';
import { type Comparison, type Figure, flowDriverFinding, type OverTime } from '../../../functions/figures/index.ts';
import { flowDriverOf } from '../../../functions/figures/over-time/driver.ts';
import { figureOf, founding } from '../../briefings.ts';
import { told } from '../../words.ts';

const some = figureOf(founding, 'exports');
const period = periodFrom(2026 * 12, 9);

function figure(value: number, half: number): Figure {
  return { ...some, key: `change of ${value}`, value, interval: { lo: value - half, hi: value + half }, period };
}

/** A flow since January that changed by so much, with a margin. */
function changed(difference: number, half = 0.1): Comparison {
  const value = figure(1000 + difference, half);
  const base = figure(1000, half);
  return { value, base, index: null, difference: figure(difference, half), basis: 'value', revised: null };
}

/** Turnover and both flows, as far as they are compared. */
function flows(turnover: Comparison, exports: Comparison | null, imports: Comparison | null) {
  return { turnover: { yearToDate: turnover }, exports: { yearToDate: exports }, imports: { yearToDate: imports } };
}

const driver = (exports: number, imports: number, half = 0.1) =>
  flowDriverOf(flows(changed(exports + imports, half), changed(exports, half), changed(imports, half)), () => 'D1');

/** What is said in each language of changes of exports and imports. */
function said(exports: number, imports: number, half = 0.1) {
  const overTime = { turnover: null, driver: driver(exports, imports, half) } as unknown as OverTime;
  return told(flowDriverFinding(overTime));
}

describe('what drove turnover since January', () => {
  it('is the flow that brought the more, with its share in whole per cent where rounding leaves no doubt', () => {
    expect(said(226.9, 492.6)).toEqual({
      en: 'imports accounted for 68% of the increase in turnover',
      ru: 'На импорт приходится 68 % прироста оборота',
      be: 'На імпарт прыпадае 68 % прыросту абароту',
    });
    expect(said(-30, -10).en).toBe('exports accounted for 75% of the fall in turnover');
  });

  it('is told as a fraction where the interval holds several whole per cents, and with «about» where no fraction fits', () => {
    expect(said(30, 55.5, 0.4).en).toBe('imports accounted for almost two-thirds of the increase in turnover');
    expect(said(20, 80, 1).en).toBe('imports accounted for about 80% of the increase in turnover');
  });

  it('is both where each brought from 45 to 55 per cent, whatever rounding hides', () => {
    expect(driver(45.2, 54.8)?.flow).toBe('both');
    expect(driver(44.8, 55.2)?.flow).toBe('imports');
    expect(driver(49, 51, 4)?.flow).toBe('imports');
  });

  it('is one alone where the other went against it or stood still', () => {
    expect(driver(10, -3)).toMatchObject({ flow: 'exports', alone: true, direction: 'up' });
    expect(driver(3, -10)).toMatchObject({ flow: 'imports', alone: true, direction: 'down' });
    expect(said(10, -3).en).toBe('The whole increase came from exports; imports did not grow');
  });

  it('is not told where rounding leaves open which way turnover, or the smaller flow, went', () => {
    expect(driver(0.1, 0.05)).toBeNull();
    expect(driver(10, -9.9)).toBeNull();
    expect(driver(0.05, 10)).toBeNull();
    expect(flowDriverOf(flows(changed(1), changed(1), null), () => 'D1')).toBeNull();
  });

  it('is not told of turnover in other months, nor where the flows add up to another change than that of turnover', () => {
    const [sold, bought] = [changed(10), changed(20)];
    const driverOf = (turnover: Comparison) => flowDriverOf(flows(turnover, sold, bought), () => 'D1');
    const longer = { ...figure(1030, 0.1), period: periodFrom(2026 * 12, 10) };
    expect(driverOf(changed(30))?.flow).toBe('imports');
    expect(driverOf({ ...changed(30), value: longer })).toBeNull();
    expect(driverOf({ ...changed(30), difference: null })?.flow).toBe('imports');
    expect(driverOf(changed(45))).toBeNull();
  });
});

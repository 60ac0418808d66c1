import { describe, expect, it } from 'vitest';
import { type Observation, parsePeriod } from '../../functions/dataset/index.ts';
import { briefingWith, founding } from '../briefings.ts';

/** Adds copies of observations that differ in their areas. */
function alsoReported(changes: Partial<Observation>, indicators: readonly string[]) {
  return (observations: readonly Observation[]): readonly Observation[] => [
    ...observations,
    ...observations
      .filter(({ indicator }) => indicators.includes(indicator))
      .map((observation) => ({ ...observation, value: observation.value * 3, ...changes })),
  ];
}

const later = parsePeriod('2021-01/2021-06') ?? undefined;
const values = (briefing: typeof founding) =>
  Object.fromEntries(briefing.figures.map(({ key, value, period }) => [key, `${value} ${period.code}`]));

describe('what is not about the oblast and Russia gives no figure of the briefing, however new it is', () => {
  it.each([
    ['trade of Brest Oblast with Russia', { refArea: 'BY-BR' }, ['trade_value', 'trade_index', 'trade_share']],
    ['trade of Gomel Oblast with Poland', { counterpart: 'PL' }, ['trade_value', 'trade_index', 'region_share']],
    ['regional shares of Brest Oblast', { refArea: 'BY-BR' }, ['region_share']],
    ['companies, documents and investment of Brest Oblast', { refArea: 'BY-BR' }, ['companies', 'investment']],
  ])('%s', (_, areas, indicators) => {
    const changes = { ...areas, ...(later ? { period: later } : {}) };
    expect(values(briefingWith(alsoReported(changes, indicators)))).toEqual(values(founding));
  });

  it.each([['investment'], ['companies'], ['documents_council']])(
    '%s from Bryansk Oblast alone is not that from Russia',
    (indicator) => {
      const changes = { counterpart: 'RU-BRY', ...(later ? { period: later } : {}) };
      const briefing = briefingWith(alsoReported(changes, [indicator]));
      const own = Object.entries(values(briefing)).filter(([key]) => !key.startsWith('history.'));
      expect(Object.fromEntries(own)).toEqual(values(founding));
    },
  );
});

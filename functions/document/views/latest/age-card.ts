import { type Figure, isMoney, type KnownSeries } from '../../../figures/index.ts';
import type { AgeCard } from '../../dated-charts.ts';
import { capitalise, type Words } from '../../words.ts';
import { showing } from '../view-context.ts';
import type { LatestContext } from './latest-context.ts';

/** From here on amounts are written in billions, in millions. */
const billion = 1000;

/** A key figure with its qualifier, its period, the value before it and its age; `oldest` is the length of its bar. */
export function ageCard({ words }: LatestContext, known: KnownSeries, oldest: number): AgeCard {
  const { latest, earlier, age } = known;
  const label = seriesName(words, known);
  const unit = unitOf(words, known);
  const value = valueText(words, latest);
  return {
    kind: 'age-card',
    tone: latest.area ? 'turnover' : 'exports',
    label,
    qualifier: latest.qualifier === 'exact' ? null : words.message(`qualifier.${latest.qualifier}`, { x: '' }).trim(),
    value: { text: value, calculated: false },
    unit,
    change:
      earlier && earlier.unit === latest.unit
        ? {
            strong: { text: words.qualified(earlier, valueText(words, earlier)), calculated: false },
            rest: words.message('latest.before', { period: words.compactPeriod(earlier.period) }),
          }
        : null,
    age: ageText(words, age),
    bar: age / Math.max(1, oldest),
    shows: showing([latest, earlier?.unit === latest.unit ? earlier : null]),
    alt: words.message('alt.age_bar', { n: String(age), total: String(oldest), total_number: oldest }),
  };
}

/** An age on a card. */
export function ageText(words: Words, months: number): string {
  if (months === 0) return capitalise(words.message('age.under'));
  return words.message('age.card', { n: String(months), n_number: months });
}

/** The name of a subject in the chart of what is known and on its card. */
export function seriesName(words: Words, { id, area }: KnownSeries): string {
  return id === 'trade_with'
    ? words.message('coverage.row.trade_with', { a: area ? words.text(area.label) : '' })
    : words.message(`coverage.row.${id}`);
}

/** The number of a figure without its unit; of large amounts in billions. */
export function valueText(words: Words, figure: Figure): string {
  const { unit, value, decimals, signed } = figure;
  if (unit === 'index') return words.growth(figure);
  if (unit === 'percent') return words.percent(value, decimals, signed);
  if (isMoney(unit) && value >= billion) return words.number(value / billion, 1);
  return words.number(value, decimals);
}

/** The unit with the period; of counts what they count, where the name of the subject leaves that open. */
export function unitOf(words: Words, { id, latest }: KnownSeries): string {
  const period = words.compactPeriod(latest.period);
  const { unit } = latest;
  if (isMoney(unit)) {
    return words.message(`latest.unit.${latest.value >= billion ? 'billion' : 'million'}.${unit}`, { period });
  }
  if (id === 'companies') return words.message('latest.unit.capital', { period });
  const signer = (['documents_local', 'documents_oblast', 'documents_executive'] as const).find(
    (kind) => latest.subject === `history.${kind}` || latest.subject === kind.replace('_', '.'),
  );
  if (signer)
    return words.message('latest.unit.named', { name: words.message(`dev.line.${signer}`, { area: '' }), period });
  return period;
}

import {
  byAge,
  byCode,
  type Flow,
  type Indicator,
  lastMonth,
  latestOf,
  monthIndex,
  type Observation,
  ofSeries,
  type Period,
  samePeriod,
  type Vintage,
  yearEarlier,
} from '../dataset/index.ts';
import { figure, hundred, minus, over, sum, times } from './expression.ts';
import type { FigureBuilder } from './figure-builder.ts';

/** The flows of trade with Russia by the names that figures use. */
const flows = { turnover: 'turnover', exports: 'export', imports: 'import' } as const satisfies Record<string, Flow>;
const flowNames = ['turnover', 'exports', 'imports'] as const;

/**
 * Adds trade with Russia: values, growth indices, the year before that they imply, changes and their driver. Gives the
 * period of the figures; null without values.
 */
export function tradeFigures(builder: FigureBuilder, vintage: Vintage): Period | null {
  builder.begin('trade');
  const values = ofSeries(
    vintage.observations,
    ({ indicator, counterpart, unit }) => indicator === 'trade_value' && counterpart === 'RU' && unit === 'USD',
  );
  const period = newestBreakdown(values);
  if (!period) return null;
  const base = yearEarlier(period);
  const find = finder(vintage);

  for (const name of flowNames) {
    builder.publish({ subject: name }, find('trade_value', period, flows[name]));
    builder.publish({ subject: `${name}.index` }, find('trade_index', period, flows[name]));
  }
  const balance = minus(figure('exports'), figure('imports'));
  builder.calculate({ subject: 'balance', expression: balance, unit: 'USD', period, signed: true });
  for (const name of flowNames) {
    const hasIndex = builder.get(`${name}.index`) !== undefined;
    if (hasIndex) {
      const expression = over(figure(name), figure(`${name}.index`));
      builder.calculate({ subject: `${name}.base`, expression, unit: 'USD', period: base });
    }
    // An index of zero or without a value gives no base, but the base may have been published itself.
    if (!builder.get(`${name}.base`)) {
      builder.publish({ subject: `${name}.base` }, find('trade_value', base, flows[name]));
    }
    if (!hasIndex) {
      const expression = over(figure(name), figure(`${name}.base`));
      builder.calculate({ subject: `${name}.index`, expression, unit: 'index', period, decimals: 1 });
    }
  }
  const earlier = minus(figure('exports.base'), figure('imports.base'));
  builder.calculate({ subject: 'balance.base', expression: earlier, unit: 'USD', period: base, signed: true });
  for (const name of [...flowNames, 'balance'] as const) {
    const expression = minus(figure(name), figure(`${name}.base`));
    builder.calculate({ subject: `${name}.change`, expression, unit: 'USD', period, signed: true });
  }
  calculateDriver(builder, period);
  const larger = (builder.get('imports')?.value ?? 0) > (builder.get('exports')?.value ?? 0) ? 'imports' : 'exports';
  const part = over(figure(larger), figure('turnover'));
  builder.calculate({ subject: `${larger}.part`, expression: part, unit: 'percent', period });
  return period;
}

/** The newest of the periods with the most known parts, such as exports and imports; null without values. */
function newestBreakdown(values: readonly Observation[]): Period | null {
  const spans = Map.groupBy(values, ({ period }) => `${monthIndex(period)} ${period.months}`);
  const candidates = [...spans.values()].map((group) => ({ flows: group.length, period: group[0]?.period }));
  const most = Math.max(0, ...candidates.map((candidate) => candidate.flows));
  const full = candidates.filter((candidate) => candidate.flows === most);
  return (
    full
      .flatMap(({ period }) => period ?? [])
      .toSorted(byAge)
      .at(-1) ?? null
  );
}

/** Adds the share of the main flow in the change of turnover, where both moved with turnover and neither by more. */
function calculateDriver(builder: FigureBuilder, period: Period): void {
  const [turnover, exports, imports] = flowNames.map((name) => builder.get(`${name}.change`)?.value);
  if (!turnover || exports === undefined || imports === undefined) return;
  const isPart = (change: number) => change / turnover >= 0 && change / turnover <= 1;
  if (!isPart(exports) || !isPart(imports)) return;
  const driver = imports / turnover >= 0.5 ? 'imports' : 'exports';
  const expression = over(figure(`${driver}.change`), figure('turnover.change'));
  const subject = `${driver}.contribution.${turnover > 0 ? 'up' : 'down'}` as const;
  builder.calculate({ key: `${driver}.contribution`, subject, expression, unit: 'percent', period, decimals: 0 });
}

/** Adds Russia's share of the oblast's trade, and the totals and the rest of the world that it implies. */
export function weightFigures(builder: FigureBuilder, vintage: Vintage, period: Period): void {
  builder.begin('weight');
  const find = finder(vintage);
  for (const name of flowNames) builder.publish({ subject: `${name}.share` }, find('trade_share', period, flows[name]));
  for (const name of flowNames) {
    const expression = over(figure(name), figure(`${name}.share`));
    builder.calculate({ subject: `${name}.all`, expression, unit: 'USD', period });
  }
  for (const name of flowNames) {
    const expression = minus(figure(`${name}.all`), figure(name));
    builder.calculate({ subject: `${name}.rest`, expression, unit: 'USD', period });
  }
  const known = flowNames.filter((name) => builder.get(`${name}.share`));
  for (const [index, name] of known.entries()) {
    const expression = minus(hundred, figure(`${name}.share`));
    const entry = { key: `${name}.rest.share`, subject: 'rest.share', continues: index > 0 } as const;
    builder.calculate({ ...entry, expression, unit: 'percent', period });
  }
  const all = minus(figure('exports.all'), figure('imports.all'));
  builder.calculate({ subject: 'balance.all', expression: all, unit: 'USD', period, signed: true });
  const rest = minus(figure('balance.all'), figure('balance'));
  builder.calculate({ subject: 'balance.rest', expression: rest, unit: 'USD', period, signed: true });
}

/** Adds exports to Russia by region: shares, the values that they imply, and the part without a region. */
export function regionFigures(builder: FigureBuilder, vintage: Vintage): void {
  builder.begin('regions');
  const shares = ofSeries(
    vintage.observations,
    ({ indicator, flow, refArea }) => indicator === 'region_share' && flow === 'export' && refArea === 'BY-HO',
  );
  const period = latestOf(shares)?.period;
  if (!period) return;
  const named = shares
    .filter((share) => samePeriod(share.period, period))
    .toSorted((a, b) => b.value - a.value || byCode(a.counterpart, b.counterpart));
  const entries = named.map((share) => ({
    share,
    area: vintage.areas.get(share.counterpart) ?? null,
    key: `region.share.${share.counterpart}`,
  }));
  for (const { share, area, key } of entries) builder.publish({ key, subject: 'region.share', area }, share);

  const exports = builder.get('exports');
  const ofSamePeriod = exports !== undefined && samePeriod(exports.period, period);
  for (const { area, key, share } of ofSamePeriod ? entries : []) {
    const expression = times(figure(key), figure('exports'));
    const entry = { key: `region.exports.${share.counterpart}`, subject: 'region.exports', area } as const;
    builder.calculate({ ...entry, expression, unit: 'USD', period });
  }
  const total = sum(entries.map(({ key }) => figure(key)));
  builder.calculate({ subject: 'regions.named', expression: total, unit: 'percent', period });
  if ((builder.get('regions.named')?.value ?? 100) < 100) {
    const expression = minus(hundred, figure('regions.named'));
    builder.calculate({ subject: 'regions.rest', expression, unit: 'percent', period });
    const rest = times(figure('regions.rest'), figure('exports'));
    if (ofSamePeriod) builder.calculate({ subject: 'regions.rest.exports', expression: rest, unit: 'USD', period });
  }
  const [first, second, third] = entries;
  const areLargest = second && third && second.share.value > third.share.value;
  if (first && second && areLargest) {
    const expression = sum([figure(first.key), figure(second.key)]);
    builder.calculate({ subject: 'regions.pair', expression, unit: 'percent', period });
  }
}

/** Adds Russian investment, its share of all foreign investment, and the companies with Russian capital. */
export function investmentFigures(builder: FigureBuilder, vintage: Vintage): void {
  builder.begin('investment');
  const find = finder(vintage);
  const amounts = ofSeries(
    vintage.observations,
    ({ indicator, unit, counterpart }) => indicator === 'investment' && unit === 'USD' && counterpart === 'RU',
  ).toSorted((a, b) => byAge(b.period, a.period));
  const withShare = amounts.find(({ period }) => find('investment_share', period));
  const current = withShare ?? amounts[0];
  if (current) {
    const { period } = current;
    builder.publish({ subject: 'investment' }, current);
    builder.publish({ subject: 'investment.share' }, find('investment_share', period));
    const base = find('investment', yearEarlier(period));
    builder.publish({ key: 'investment.base', subject: 'investment' }, base);
    const others = amounts.filter((other) => other.period.months !== period.months && !overlap(other.period, period));
    if (!base) builder.publish({ key: 'investment.other', subject: 'investment' }, others[0]);
  }
  const companies = newest(vintage, 'companies');
  builder.publish({ subject: 'companies' }, companies);
  builder.publish({ subject: 'companies.fez' }, companies && find('companies_fez', companies.period));
  if (current) {
    const { period } = current;
    const index = over(figure('investment'), figure('investment.base'));
    builder.calculate({ subject: 'investment.index', expression: index, unit: 'index', period, decimals: 1 });
    const all = over(figure('investment'), figure('investment.share'));
    builder.calculate({ subject: 'investment.all', expression: all, unit: 'USD', period });
    const rest = minus(figure('investment.all'), figure('investment'));
    builder.calculate({ subject: 'investment.rest', expression: rest, unit: 'USD', period });
    const share = minus(hundred, figure('investment.share'));
    builder.calculate({ subject: 'investment.rest.share', expression: share, unit: 'percent', period });
  }
  if (companies) {
    const expression = over(figure('companies.fez'), figure('companies'));
    builder.calculate({
      subject: 'companies.fez.part',
      expression,
      unit: 'percent',
      period: companies.period,
      decimals: 1,
    });
  }
}

/** Whether two periods have a month in common. */
function overlap(a: Period, b: Period): boolean {
  return monthIndex(a) <= lastMonth(b) && monthIndex(b) <= lastMonth(a);
}

/** Adds bilateral documents by signer. */
export function documentFigures(builder: FigureBuilder, vintage: Vintage): void {
  builder.begin('documents');
  // Figures are numbered in this order, which differs from that of the texts.
  const signers = ['executive', 'council', 'local'] as const;
  const counted = ofSeries(
    vintage.observations,
    ({ indicator, counterpart }) => counterpart === 'RU' && signers.some((name) => indicator === `documents_${name}`),
  );
  const counts = newestBreakdown(counted);
  for (const signer of signers) {
    const count = counted.find(
      ({ indicator, period }) => indicator === `documents_${signer}` && counts && samePeriod(period, counts),
    );
    builder.publish({ subject: `documents.${signer}` }, count);
  }
  const signed = signers.flatMap((signer) => {
    const count = builder.get(`documents.${signer}`);
    return count ? [{ signer, count }] : [];
  });
  const [first] = signed;
  if (!first || signed.length < signers.length) return;
  const { period } = first.count;
  if (!signed.every(({ count }) => samePeriod(count.period, period))) return;
  const total = sum(signers.map((signer) => figure(`documents.${signer}`)));
  builder.calculate({ subject: 'documents', expression: total, unit: 'count', period });
  const { signer } = signed.reduce((most, next) => (next.count.value > most.count.value ? next : most), first);
  const part = over(figure(`documents.${signer}`), figure('documents'));
  builder.calculate({ subject: `documents.${signer}.part`, expression: part, unit: 'percent', period, decimals: 1 });
}

/** Gives a function that finds the value of an indicator with Russia, in dollars where it is money. */
function finder({ observations }: Vintage) {
  return (indicator: Indicator, period: Period, flow: Flow = '_Z') =>
    ofSeries(
      observations,
      (series) =>
        series.indicator === indicator &&
        series.flow === flow &&
        series.counterpart === 'RU' &&
        !['RUB', 'BYN'].includes(series.unit),
    ).find((candidate) => samePeriod(candidate.period, period));
}

function newest({ observations }: Vintage, indicator: Indicator): Observation | undefined {
  return latestOf(ofSeries(observations, (series) => series.indicator === indicator && series.counterpart === 'RU'));
}

import {
  type Check,
  type IndexCheck,
  type Interval,
  type LimitCheck,
  type Observation,
  rangeOf,
  yearEarlier,
} from '../../../dataset/index.ts';
import type { BulletinProof, RangeBar } from '../../record-charts.ts';
import { altList } from '../view-context.ts';
import { kindName } from './check-names.ts';
import type { MonthlyContext } from './monthly-context.ts';

type PairCheck = Extract<Check, { parts: Interval }>;
type Pair = BulletinProof['pairs'][number];

/** The checks of the newest bulletin, with what they compare; null where there is none. */
export function bulletinDetail(context: MonthlyContext) {
  const { words, charts, overTime } = context;
  const { pairs, index, limits } = overTime.checks.newest;
  const last = overTime.bulletins.at(-1);
  const [turnover, ...others] = (['turnover', 'bases', 'totals'] as const).map((kind) =>
    pairs.filter(({ check }) => check === kind).map((check) => pairOf(context, check)),
  );
  const [bases = [], totals = []] = others;
  const rows = [...(turnover ?? []), ...bases, ...(index ? [indexPair(context, index)] : []), ...totals];
  const shown = limits.map((limit) => limitOf(context, limit));
  if (!last || rows.length + shown.length === 0) return null;
  const agrees = words.message('proof.agrees');
  const spoken = [
    ...rows.map(({ claim, shared }) => [claim, `${agrees}, ${shared.label}`] as const),
    ...shown.map(({ claim, label }) => [claim, label] as const),
  ];
  charts.set('bulletin', {
    kind: 'bulletin-proof',
    pairs: rows,
    limits: shown,
    verdict: agrees,
    alt: words.message('alt.detail', { list: altList(context, spoken) }),
  });
  const [example] = pairs;
  return {
    period: words.period(last.period),
    example: example ? exampleOf(context, example.exports) : null,
    sources: bulletinSource(context),
  };
}

function exampleOf({ words }: MonthlyContext, value: Observation) {
  const { lo, hi } = rangeOf(value);
  const text = (number: number, more: number) => words.number(inMillions(number, value), decimalsOf(value) + more);
  return { value: text(value.value, 0), lo: text(lo, 1), hi: text(hi, 1) };
}

/** The publisher of the bulletins, for a source line. */
export function bulletinSource({ words, briefing, overTime }: MonthlyContext) {
  const own = briefing.sources.filter(({ publisher }) => publisher.en === overTime.publisher).slice(0, 1);
  return { text: words.publishers(own), count: own.length };
}

/** The power of ten in which a briefing states money. */
const millions = 6;

function inMillions(amount: number, { multiplier }: Observation): number {
  return amount * 10 ** (multiplier - millions);
}

function decimalsOf({ decimals, multiplier }: Observation): number {
  return Math.max(0, decimals - (multiplier - millions));
}

function pairOf(context: MonthlyContext, check: PairCheck): Pair {
  const { words } = context;
  const { exports, imports, turnover } = check;
  const printed = decimalsOf(turnover);
  const decimals = check.check === 'turnover' ? printed + 1 : printed;
  const scaled = ({ lo, hi }: Interval) => ({ lo: inMillions(lo, turnover), hi: inMillions(hi, turnover) });
  const bars = [
    bar(context, words.message('proof.parts'), scaled(check.parts), decimals, true),
    bar(context, words.message('proof.whole'), scaled(check.whole), decimals, check.check !== 'turnover'),
  ] as const;
  const text = (amount: number) => words.number(amount, printed);
  const [a, b, d] = [exports, imports, turnover].map((value) => inMillions(value.value, value));
  const slots = { a: text(a ?? 0), b: text(b ?? 0), c: text((a ?? 0) + (b ?? 0)), d: text(d ?? 0) };
  const before = words.period(yearEarlier(check.period));
  const how = {
    turnover: () =>
      slots.c === slots.d
        ? words.message('detail.turnover.how', { a: slots.a, b: slots.b, c: slots.c })
        : words.message('detail.turnover.within', slots),
    bases: () => words.message('detail.bases.how', { period: before }),
    totals: () => words.message('detail.totals.how'),
  };
  return {
    claim: kindName(context, check.check),
    explanation: how[check.check](),
    bars,
    shared: sharedOf(context, scaled(check.shared ?? check.whole), decimals),
  };
}

const flowNames = { turnover: 'label.turnover', export: 'label.exports', import: 'label.imports' } as const;

function indexPair(context: MonthlyContext, { value, index, before, implied, published, shared }: IndexCheck): Pair {
  const { words } = context;
  const decimals = decimalsOf(before) + 1;
  const flow = words.message(value.flow === '_Z' ? 'label.turnover' : flowNames[value.flow]);
  const period = words.period(before.period);
  return {
    claim: words.message('detail.index'),
    explanation: words.message('detail.index.how', {
      flow,
      index: words.percent(index.value, index.decimals),
      period,
      value: words.number(inMillions(before.value, before), decimalsOf(before)),
    }),
    bars: [
      bar(context, words.message('detail.implied', { flow }), implied, decimals, true),
      bar(context, words.message('detail.then', { year: String(before.period.year) }), published, decimals, false),
    ],
    shared: sharedOf(context, shared, decimals),
  };
}

function bar(
  { words }: MonthlyContext,
  name: string,
  { lo, hi }: Interval,
  decimals: number,
  calculated: boolean,
): RangeBar {
  return { name, lo, hi, loLabel: words.number(lo, decimals), hiLabel: words.number(hi, decimals), calculated };
}

function sharedOf({ words }: MonthlyContext, { lo, hi }: Interval, decimals: number) {
  return { lo, hi, label: `${words.number(lo, decimals)}–${words.number(hi, decimals)}` };
}

function limitOf(
  { words }: MonthlyContext,
  { kind, sum, decimals, whole }: LimitCheck,
): BulletinProof['limits'][number] {
  const limit = inMillions(whole.value, whole);
  return {
    claim: words.message(`detail.limit.${kind}`, { n: words.number(sum, decimals) }),
    value: sum,
    limit,
    label: words.message('proof.limit', { n: words.number(limit, decimalsOf(whole)) }),
  };
}

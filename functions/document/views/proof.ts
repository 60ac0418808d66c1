import { type Check, endOf, type Interval, type Observation, rangeOf } from '../../dataset/index.ts';
import type { ProofRow } from '../charts.ts';
import type { RangeBar } from '../record-charts.ts';
import type { Words } from '../words.ts';
import { altList, type ViewContext } from './view-context.ts';

/** As many checks have room on the page. The others are in `figures.json` alone. */
const mostInDetail = 6;

/** The page of the arithmetic proof; null when the figures allow no check. */
export function proofView(context: ViewContext) {
  const { briefing, words, charts } = context;
  const { proof } = briefing;
  if (proof.length === 0) return null;
  const shown = proof.length > mostInDetail ? newestFirst(proof).slice(0, mostInDetail) : proof;
  const rows = shown.map((check) => rowOf(context, check));
  charts.set('proof', {
    kind: 'proof',
    rows,
    alt: words.message('alt.proof', {
      list: altList(
        context,
        rows.map(({ claim, verdict, detail }) => [claim, [verdict, ...detail].join(' ')]),
      ),
    }),
  });
  const example = exampleOf(proof);
  if (example) addKeys(context, example);
  const dated = words.sources(shown.flatMap(observationsOf).map(({ source }) => source));
  return {
    count: proof.length,
    others: proof.length - shown.length,
    sources: { text: dated, count: dated.split('; ').length },
    example: example ? labelsOf(words, example) : null,
  };
}

function newestFirst(proof: readonly Check[]): readonly Check[] {
  return proof.toSorted((a, b) => endOf(b) - endOf(a));
}

function observationsOf(check: Check): readonly Observation[] {
  if (check.check === 'shares') return check.shares;
  return check.check === 'part' ? [check.part, check.whole] : [check.exports, check.imports, check.turnover];
}

/** A published amount as an example of rounding: the exports of the first check that has them; null without one. */
function exampleOf(proof: readonly Check[]): Observation | null {
  for (const check of proof) if ('exports' in check) return check.exports;
  return null;
}

function labelsOf(words: Words, example: Observation) {
  const { lo, hi } = rangeOf(example);
  const decimals = example.decimals + 1;
  return {
    value: words.number(example.value, example.decimals),
    lo: words.number(lo, decimals),
    hi: words.number(hi, decimals),
  };
}

function addKeys({ words, charts }: ViewContext, example: Observation): void {
  const { value, lo, hi } = labelsOf(words, example);
  charts.set('range', { kind: 'range', labels: [lo, value, hi], alt: words.message('alt.range', { lo, hi, value }) });
  charts.set('agrees', { kind: 'agrees', labels: [], alt: words.message('alt.agrees') });
  charts.set('disagrees', {
    kind: 'disagrees',
    labels: [words.message('proof.gap')],
    alt: words.message('alt.disagrees'),
  });
}

function rowOf(context: ViewContext, check: Check): ProofRow {
  const { words } = context;
  const common = {
    claim: words.message(`proof.${check.check}`),
    verdict: words.message('proof.agrees'),
  };
  switch (check.check) {
    case 'shares':
      return { ...common, ...sharesRow(words, check) };
    case 'part':
      return { ...common, ...partRow(words, check) };
    default:
      return { ...common, claim: claimOf(context, check), ...pairRow(words, check) };
  }
}

type Rest = Omit<ProofRow, 'claim' | 'verdict'>;

type PairCheck = Extract<Check, { parts: Interval }>;

/** What is checked; with the name of the region where the trade is with a single region. */
function claimOf({ briefing, words }: ViewContext, { check, exports }: PairCheck): string {
  const claim = words.message(`proof.${check}`);
  const partner = [exports.counterpart, exports.refArea].find((code) => code.startsWith('RU-'));
  const area = briefing.figures.find((figure) => partner !== undefined && figure.area?.code === partner)?.area;
  if (!area) return claim;
  const lowered = claim.charAt(0).toLowerCase() + claim.slice(1);
  return words.message('proof.of_area', { area: words.text(area.name), claim: lowered });
}

function pairRow(words: Words, check: Extract<Check, { parts: Interval }>): Rest {
  const { exports, imports, turnover } = check;
  // A briefing states money in millions, whatever multiplier was published.
  const printed = Math.max(0, turnover.decimals - (turnover.multiplier - millions));
  const decimals = check.check === 'turnover' ? printed + 1 : printed;
  const scaled = ({ lo, hi }: Interval) => ({ lo: inMillions(lo, turnover), hi: inMillions(hi, turnover) });
  const [parts, whole, shared] = [scaled(check.parts), scaled(check.whole), scaled(check.shared ?? check.whole)];
  const bar = (name: 'proof.parts' | 'proof.whole', { lo, hi }: Interval, calculated: boolean): RangeBar => ({
    name: words.message(name),
    lo,
    hi,
    loLabel: words.number(lo, decimals),
    hiLabel: words.number(hi, decimals),
    calculated,
  });
  const amounts = [exports, imports, turnover].map((observation) => inMillions(observation.value, observation));
  const [a, b, d] = amounts.map((amount) => words.number(amount, printed));
  const c = words.number((amounts[0] ?? 0) + (amounts[1] ?? 0), printed);
  const period = words.period(
    check.check === 'bases' ? { ...check.period, year: check.period.year - 1 } : check.period,
  );
  const unit = check.check === 'turnover' ? 'proof.unit' : (`proof.unit.${check.check}` as const);
  return {
    explanation: words.message(`proof.${check.check}.how`, { a: a ?? '', b: b ?? '', c, d: d ?? '' }),
    unit: words.message(unit, { unit: unitOf(words, turnover), period }),
    detail: words
      .message('proof.both', { lo: words.number(shared.lo, decimals), hi: words.number(shared.hi, decimals) })
      .split('|'),
    evidence: {
      kind: 'ranges',
      bars: [bar('proof.parts', parts, true), bar('proof.whole', whole, check.check !== 'turnover')],
      shared,
    },
  };
}

/** The power of ten in which a briefing states money. */
const millions = 6;

function inMillions(amount: number, { multiplier }: Observation): number {
  return amount * 10 ** (multiplier - millions);
}

function unitOf(words: Words, { unit }: Observation): string {
  return unit === 'RUB' || unit === 'BYN' ? words.message(`unit.short.${unit}`) : words.message('unit.usd_m');
}

function sharesRow(words: Words, check: Extract<Check, { check: 'shares' }>): Rest {
  const decimals = Math.max(...check.shares.map((share) => share.decimals));
  const total = check.shares.reduce((sum, { value }) => sum + value, 0);
  const [n, lo, hi] = [
    words.number(total, decimals),
    words.number(check.sum.lo, decimals + 1),
    words.number(check.sum.hi, decimals + 1),
  ];
  return {
    explanation: words.message('proof.shares.how', { n: check.shares.length }),
    unit: words.message('proof.unit.shares'),
    detail: [words.message('proof.room', { n: words.number(Math.max(0, 100 - total), decimals) })],
    evidence: {
      kind: 'limit',
      name: words.message('proof.regions'),
      value: total,
      limit: 100,
      label: words.message('proof.sum', { n: n ?? '', lo: lo ?? '', hi: hi ?? '' }),
      limitLabel: words.message('proof.limit', { n: words.number(100, 0) }),
      calculated: true,
    },
  };
}

function partRow(words: Words, check: Extract<Check, { check: 'part' }>): Rest {
  const [part, whole] = [words.number(check.part.value, 0), words.number(check.whole.value, 0)];
  return {
    explanation: words.message('proof.part.how'),
    unit: words.message('proof.unit.part', { period: words.period(check.period) }),
    detail: [words.message('proof.of', { part, whole })],
    evidence: {
      kind: 'limit',
      name: words.message('proof.zone'),
      value: check.part.value,
      limit: check.whole.value,
      label: part,
      limitLabel: words.message('proof.all', { n: whole }),
      calculated: false,
    },
  };
}

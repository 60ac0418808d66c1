import { type Check, type Interval, type Observation, rangeOf } from '../../dataset/index.ts';
import type { ProofRow, RangeBar } from '../charts.ts';
import type { Words } from '../words.ts';
import { altList, type ViewContext } from './view-context.ts';

/** The page of the arithmetic proof; null when the figures allow no check. */
export function proofView(context: ViewContext) {
  const { briefing, words, charts } = context;
  const { proof } = briefing;
  if (proof.length === 0) return null;
  const rows = proof.map((check) => rowOf(context, check));
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
  const dated = words.sources(proof.flatMap(observationsOf).map(({ source }) => source));
  return {
    count: proof.length,
    sources: { text: dated, count: dated.split('; ').length },
    example: example ? labelsOf(words, example) : null,
  };
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

function pairRow(words: Words, check: PairCheck): Rest {
  const { exports, imports, turnover, shared } = check;
  const decimals = check.check === 'turnover' ? turnover.decimals + 1 : turnover.decimals;
  const bar = (name: 'proof.parts' | 'proof.whole', { lo, hi }: Interval, calculated: boolean): RangeBar => ({
    name: words.message(name),
    lo,
    hi,
    loLabel: words.number(lo, decimals),
    hiLabel: words.number(hi, decimals),
    calculated,
  });
  const [a, b, d] = [exports, imports, turnover].map(({ value }) => words.number(value, turnover.decimals));
  const c = words.number(exports.value + imports.value, turnover.decimals);
  const period = words.period(
    check.check === 'bases' ? { ...check.period, year: check.period.year - 1 } : check.period,
  );
  const unit = check.check === 'turnover' ? 'proof.unit' : (`proof.unit.${check.check}` as const);
  const overlap = shared ?? check.whole;
  return {
    explanation: words.message(`proof.${check.check}.how`, { a: a ?? '', b: b ?? '', c, d: d ?? '' }),
    unit: words.message(unit, { unit: words.message('unit.usd_m'), period }),
    detail: words
      .message('proof.both', { lo: words.number(overlap.lo, decimals), hi: words.number(overlap.hi, decimals) })
      .split('|'),
    evidence: {
      kind: 'ranges',
      bars: [bar('proof.parts', check.parts, true), bar('proof.whole', check.whole, check.check !== 'turnover')],
      shared: overlap,
    },
  };
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

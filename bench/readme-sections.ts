import { costTable, sizesTable } from './cost/tables.ts';
import { describeMachine } from './machine.ts';
import { digits, kilobytes, megabytes, part, spread, table, times } from './markdown.ts';
import type { ColdFacts } from './measurements/cold.ts';
import type { CostFacts } from './measurements/cost.ts';
import type { EnduranceFacts } from './measurements/endurance.ts';
import type { GrowthFacts } from './measurements/growth.ts';
import type { PeersFacts } from './measurements/peers.ts';
import { type WaitsFacts, waitsTable } from './measurements/waits.ts';
import type { WarmFacts } from './measurements/warm.ts';
import { noiseBound } from './noise.ts';
import { ours } from './peers/index.ts';
import type { Result, Results } from './results.ts';

/** The README section on speed and size, ratios first. Missing measurements are left out. */
export function speedSection(results: Results): string {
  const peers = resultOf<PeersFacts>(results, 'peers');
  const waits = resultOf<WaitsFacts>(results, 'waits');
  const rows = [
    ...coldRows(resultOf<ColdFacts>(results, 'cold')?.facts),
    ...enduranceRows(resultOf<EnduranceFacts>(results, 'endurance')?.facts),
    ...growthRows(resultOf<GrowthFacts>(results, 'growth')?.facts),
    ...warmRows(resultOf<WarmFacts>(results, 'warm')?.facts),
  ];
  return [
    ...(peers ? [peersTable(peers.facts)] : []),
    ...(rows.length > 0 ? [table(['', ''], rows)] : []),
    ...(waits ? [waitsTable(waits.facts)] : []),
    ...provenance(Object.values(results)),
  ].join('\n\n');
}

/** The README section on cost: what briefings cost, and the cheapest memory size. */
export function costSection(results: Results): string {
  const cost = resultOf<CostFacts>(results, 'cost');
  if (!cost) return '';
  return [costTable(cost.facts), sizesTable(cost.facts)].join('\n\n');
}

function peersTable({ measured }: PeersFacts): string {
  const yes = (holds: boolean | null) => (holds ? 'yes' : holds === null ? 'not checked' : 'no');
  const rows = Object.entries(measured).map(
    ([name, { title, version, ratio, milliseconds, bytes, elements, archival, accessible }]) => [
      name.startsWith(ours) ? title : `${title} ${version}`,
      part(ratio.median),
      spread(milliseconds),
      kilobytes(bytes),
      elements > 0 ? 'yes' : 'no',
      yes(archival),
      yes(accessible),
    ],
  );
  return table(['the same briefing, warm', 'ours ÷ it', 'ms', 'file', 'tagged', 'PDF/A-3a', 'PDF/UA-1'], rows);
}

function coldRows(facts: ColdFacts | undefined): readonly (readonly string[])[] {
  if (!facts) return [];
  const { firsts, sizes } = facts;
  return [
    ['first briefing of a new process ÷ a bare `node`', times(firsts.briefing.ratio.median)],
    ...(firsts.briefing.cpuRatio ? [['the same in processor time', times(firsts.briefing.cpuRatio)]] : []),
    ...(firsts.briefing.programRatio
      ? [['the same ÷ a program that is always the same', times(firsts.briefing.programRatio)]]
      : []),
    ['first link of a new process ÷ a bare `node`', times(firsts.link.ratio.median)],
    ['resident memory after the first briefing', megabytes(firsts.briefing.residentBytes.median)],
    ['zip of the api function', kilobytes(sizes.api.zipBytes)],
  ];
}

function enduranceRows(facts: EnduranceFacts | undefined): readonly (readonly string[])[] {
  if (!facts) return [];
  const { renders, resident, growth, atOnce } = facts;
  return [
    [`resident memory after ${renders.toLocaleString('en')} briefings`, megabytes(resident.at(-1) ?? 0)],
    ['memory in the last third of them ÷ the middle third', times(growth)],
    [`${atOnce.count} briefings at once ÷ one after the other, in time`, times(atOnce.ratio)],
  ];
}

function growthRows(facts: GrowthFacts | undefined): readonly (readonly string[])[] {
  if (!facts) return [];
  return [
    ['200 pages ÷ 20 pages', times(facts.tenfold.median)],
    ...facts.monthly.flatMap(({ size, ratio, eachRatio }) => [
      [`an edition after ${size} years of bulletins ÷ the founding one, in three languages`, times(eachRatio.median)],
      ['the same, the first of its languages, which works out the figures of all', times(ratio.median)],
    ]),
  ];
}

function warmRows(facts: WarmFacts | undefined): readonly (readonly string[])[] {
  if (!facts) return [];
  return [
    ['from request to stored briefing and its link, warm', `${spread(facts.request)} ms`],
    ['from request to a link, warm', `${spread(facts.link)} ms`],
  ];
}

/** When and on which machine it was measured, and whether the machine was steady enough. */
function provenance(results: readonly Result[]): readonly string[] {
  const [first] = results;
  if (!first) return ['Nothing has been measured yet.'];
  const days = [...new Set(results.map(({ measured }) => measured))].toSorted();
  const machines = [...new Set(results.map(({ machine }) => describeMachine(machine)))];
  const loss = Math.max(...results.map(({ noise }) => noise.loss));
  const steady =
    loss <= noiseBound
      ? ''
      : ` The machine was too noisy to judge by this: up to ${digits(loss * 100)} % was lost to other work.`;
  return [`Medians (and quartiles) of ${days.join(' and ')}, on ${machines.join('; ')}.${steady}`];
}

function resultOf<Facts>(results: Results, name: string): Result<Facts> | undefined {
  return results[name] as Result<Facts> | undefined;
}

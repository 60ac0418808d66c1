import type { Profiler } from 'node:inspector';

/** The parts of a render that a profile distinguishes. */
export const printPhases = ['figures', 'template', 'layout', 'paint', 'deflate', 'garbage', 'other'] as const;
/** A part of a render. */
export type PrintPhase = (typeof printPhases)[number];

/** The part that each folder of the project belongs to. */
const folders: readonly (readonly [RegExp, PrintPhase])[] = [
  [/\/functions\/(figures|dataset)\//, 'figures'],
  [/\/functions\/document\//, 'template'],
  [/\/functions\/pdf\/(layout|charts|maps|text)\//, 'layout'],
  [/\/functions\/pdf\/paint\//, 'paint'],
];

/** A function and its own share of the time. */
export interface Hot {
  readonly name: string;
  readonly share: number;
}

/** The shares of the parts in a profile, and the functions with the most own time. */
export interface Shares {
  readonly phases: Readonly<Record<PrintPhase, number>>;
  readonly hottest: readonly Hot[];
}

/**
 * Divides a CPU profile among the parts of a render. A library function counts as part of our code that called it. All
 * work of zlib counts as deflate, and so does idle time, because zlib compresses in other threads.
 */
export function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, hottest = 12): Shares {
  const phaseOf = phasesOf(nodes);
  const nameOf = new Map(nodes.map((node) => [node.id, nameOfFrame(node.callFrame)]));
  const byPhase = new Map<PrintPhase, number>();
  const byName = new Map<string, number>();
  let whole = 0;
  for (const [index, id] of samples.entries()) {
    const took = Math.max(0, timeDeltas[index] ?? 0);
    const phase = phaseOf.get(id) ?? 'other';
    const name = nameOf.get(id) ?? '';
    if (name.endsWith(' node:inspector')) continue; // the profiler itself
    whole += took;
    byPhase.set(phase, (byPhase.get(phase) ?? 0) + took);
    byName.set(name, (byName.get(name) ?? 0) + took);
  }
  const share = (took: number) => (whole === 0 ? 0 : took / whole);
  const phases = Object.fromEntries(printPhases.map((phase) => [phase, share(byPhase.get(phase) ?? 0)]));
  const hot = [...byName].toSorted(([, a], [, b]) => b - a).slice(0, hottest);
  return {
    phases: phases as Shares['phases'],
    hottest: hot.map(([name, took]) => ({ name, share: share(took) })),
  };
}

function phasesOf(nodes: readonly Profiler.ProfileNode[]): ReadonlyMap<number, PrintPhase> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const phases = new Map<number, PrintPhase>();
  const visit = (node: Profiler.ProfileNode, above: PrintPhase | null) => {
    const own = ownPhase(node.callFrame, above);
    phases.set(node.id, own ?? 'other');
    for (const id of node.children ?? []) {
      const child = byId.get(id);
      if (child) visit(child, own);
    }
  };
  const [root] = nodes;
  if (root) visit(root, null);
  return phases;
}

function ownPhase({ functionName, url }: Frame, above: PrintPhase | null): PrintPhase | null {
  if (functionName === '(garbage collector)') return 'garbage';
  if (functionName === '(idle)' || url === 'node:zlib') return 'deflate';
  return above ?? folders.find(([folder]) => folder.test(url))?.[1] ?? null;
}

type Frame = Pick<Profiler.ProfileNode['callFrame'], 'functionName' | 'url' | 'lineNumber'>;

/** A function with its file, from the folder of the project or the name of its package. */
function nameOfFrame({ functionName, url }: Frame): string {
  const file = /(?:\/node_modules\/|\/(?=functions\/))(.*)$/.exec(url)?.[1] ?? url;
  return [functionName || '(anonymous)', file].filter(Boolean).join(' ');
}

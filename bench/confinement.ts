import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a process may use of the machine; what is not named is not limited. */
export interface Limits {
  /** A share of one processor, or more than 1 of several. */
  readonly processors?: number;
  /** Node sets its heap by the memory that it sees. */
  readonly memoryMegabytes?: number;
}

/** Limits that processes can be started under. */
export interface Confinement {
  /** The command that a process is started through. */
  readonly through: readonly string[];
  end(): void;
}

/** How often a share of a processor is given anew, in microseconds. */
const period = 20_000;

/** Where control groups of Linux are: one folder for all in their second version, one for each kind in their first. */
const root = '/sys/fs/cgroup';
const firstVersion = { processors: join(root, 'cpu'), memory: join(root, 'memory') } as const;

/** Makes limits such as Lambda has, as control groups of Linux. Null where this machine lets us make none. */
export function confine({ processors, memoryMegabytes }: Limits): Confinement | null {
  const share = processors === undefined ? null : Math.round(processors * period);
  const bytes = memoryMegabytes === undefined ? null : String(memoryMegabytes * 2 ** 20);
  if (isSecondVersion()) {
    const settings = {
      ...(share ? { 'cpu.max': `${share} ${period}` } : {}),
      ...(bytes ? { 'memory.max': bytes } : {}),
    };
    return groups(new Map([[root, settings]]));
  }
  const wanted = new Map<string, Readonly<Record<string, string>>>();
  if (share) {
    wanted.set(firstVersion.processors, { 'cpu.cfs_period_us': String(period), 'cpu.cfs_quota_us': String(share) });
  }
  if (bytes) wanted.set(firstVersion.memory, { 'memory.limit_in_bytes': bytes });
  return [...wanted.keys()].every((folder) => existsSync(folder) && isWritable(folder)) ? groups(wanted) : null;
}

/** Makes a group in each folder with its settings. */
function groups(wanted: ReadonlyMap<string, Readonly<Record<string, string>>>): Confinement {
  const folders = [...wanted].map(([parent, settings]) => {
    const folder = join(parent, `briefing-bench-${process.pid}`);
    mkdirSync(folder, { recursive: true });
    for (const [file, value] of Object.entries(settings)) writeFileSync(join(folder, file), value);
    return folder;
  });
  const enter = folders.map((folder) => `echo $$ > ${folder}/cgroup.procs`).join(' && ');
  return {
    through: ['/bin/sh', '-c', `${enter} && exec "$@"`, 'confined'],
    end: () => {
      for (const folder of folders) rmdirSync(folder);
    },
  };
}

function isSecondVersion(): boolean {
  try {
    const given = readFileSync(join(root, 'cgroup.subtree_control'), 'utf8').split(/\s+/);
    return given.includes('cpu') && given.includes('memory') && isWritable(root);
  } catch {
    return false; // the first version, or no Linux
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

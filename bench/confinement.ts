import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a process may use of the machine. A limit that is absent does not apply. */
export interface Limits {
  /** A share of one processor; more than 1 for several. */
  readonly processors?: number;
  /** Memory in MB. Node chooses the size of its heap by the memory that it sees. */
  readonly memoryMegabytes?: number;
}

/** Limits that processes can be started under. `end` removes them. */
export interface Confinement {
  /** The command that starts a process under the limits. */
  readonly through: readonly string[];
  end(): void;
}

/** The period over which the kernel enforces the processor share, in microseconds. */
const period = 20_000;

/** The folder of Linux control groups. Version 2 has one hierarchy for all limits, version 1 one for each kind. */
const root = '/sys/fs/cgroup';
const firstVersion = { processors: join(root, 'cpu'), memory: join(root, 'memory') } as const;

/** Sets limits as Lambda has them, with Linux control groups. Null if this machine does not allow it. */
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

/** Creates a control group in each folder, with its settings. */
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
    return false; // version 1, or not Linux
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

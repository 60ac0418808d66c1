import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { plainEnvironment } from './process.ts';

/** What a process took from its start to its end. */
export interface ColdStart {
  readonly milliseconds: number;
  /**
   * Milliseconds of processors, in whole hundredths of a second: of many starts their sum is what counts. It is the same
   * whatever else runs. Null where this system does not tell.
   */
  readonly cpuMilliseconds: number | null;
  /** Resident memory when it had answered; 0 for one that answers nothing. */
  readonly residentBytes: number;
  /** What it wrote into its log. */
  readonly log: string;
}

const script = fileURLToPath(new URL('./processes/answer-once.mjs', import.meta.url));

/** How a process is started: its variables, and a command that it is started through. */
export interface ColdStartOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly through?: readonly string[];
}

/** Starts Node with nothing to do. */
export async function startBare(): Promise<ColdStart> {
  const { milliseconds, cpuMilliseconds } = await timed(['-e', '0'], {});
  return { milliseconds, cpuMilliseconds, residentBytes: 0, log: '' };
}

/** Starts a process that answers one event with a bundle. Throws when the answer has not the status expected. */
export async function startCold(
  entry: string,
  event: object,
  status: number,
  options: ColdStartOptions = {},
): Promise<ColdStart> {
  const { milliseconds, cpuMilliseconds, out } = await timed([script, entry, JSON.stringify(event)], options);
  const answer = /^ANSWER (.*)$/m.exec(out)?.[1];
  const facts = JSON.parse(answer ?? '{}') as { readonly status?: number; readonly residentBytes?: number };
  if (facts.status !== status) throw new Error(`a cold start answered ${facts.status ?? out}, expected ${status}`);
  return {
    milliseconds,
    cpuMilliseconds,
    residentBytes: facts.residentBytes ?? 0,
    log: out.replace(/^ANSWER .*$/m, ''),
  };
}

interface Timed {
  readonly milliseconds: number;
  readonly cpuMilliseconds: number | null;
  readonly out: string;
}

function timed(args: readonly string[], { env = {}, through = [] }: ColdStartOptions): Promise<Timed> {
  const [program = process.execPath, ...rest] = [...through, process.execPath, ...args];
  return new Promise((resolve, reject) => {
    const cpuBefore = cpuOfChildren();
    const begun = performance.now();
    const child = spawn(program, rest, { env: plainEnvironment(env), stdio: ['ignore', 'pipe', 'pipe'] });
    let milliseconds = 0;
    const out: string[] = [];
    const err: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk.toString()));
    child.on('error', reject);
    child.on('exit', () => {
      milliseconds = performance.now() - begun;
    });
    child.on('close', (code) => {
      const cpu = cpuOfChildren();
      const cpuMilliseconds = cpu === null || cpuBefore === null ? null : cpu - cpuBefore;
      if (code === 0) resolve({ milliseconds, cpuMilliseconds, out: out.join('') });
      else
        reject(new Error(`a cold start ended with ${code}: ${err.join('').trim().split('\n').slice(-6).join('\n')}`));
    });
  });
}

/** Milliseconds of a tick of Linux's clock. */
const tick = 10;

/** Milliseconds of processors that ended children of this process have used; null where there is no Linux. */
function cpuOfChildren(): number | null {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    // After the name, which may hold anything but ends with the last bracket: fields 3 and on of proc(5).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[13]) + Number(fields[14])) * tick;
  } catch {
    return null;
  }
}

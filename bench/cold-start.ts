import { fileURLToPath } from 'node:url';
import { plainEnvironment, startAnswerer } from './process.ts';

/** The time and memory of a process, from its start to its end. */
export interface ColdStart {
  readonly milliseconds: number;
  /**
   * Processor time in milliseconds, in steps of 10, so use the sum over many starts. It hardly depends on what else
   * runs. Null where the system does not report it.
   */
  readonly cpuMilliseconds: number | null;
  /** Resident memory after the answer, in bytes; 0 for a process that answers nothing. */
  readonly residentBytes: number;
  /** The log of the process. */
  readonly log: string;
}

const script = fileURLToPath(new URL('./processes/answer-once.mjs', import.meta.url));

/** The environment of a process, and a command that starts it (see {@link Confinement}). */
export interface ColdStartOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly through?: readonly string[];
}

/** Starts processes and measures them. */
export interface ColdStarter {
  /** Starts Node with an empty program. */
  bare(): Promise<ColdStart>;
  /** Starts Node with a program in a file. Throws when it fails. */
  program(file: string): Promise<ColdStart>;
  /** Starts a process that answers one event with a bundle. Throws when the answer has another status. */
  answer(entry: string, event: object, status: number, options?: ColdStartOptions): Promise<ColdStart>;
  end(): Promise<void>;
}

/** The measurements of a process that ended, and its output. */
interface Ended {
  readonly code: number | null;
  readonly milliseconds: number;
  readonly cpuMilliseconds: number | null;
  readonly out: string;
  readonly err: string;
}

const starterScript = fileURLToPath(new URL('./processes/starter.mjs', import.meta.url));

/** Opens a starter, which is a small process: the memory of this one would slow every start. */
export function openStarter(): ColdStarter {
  const starter = startAnswerer(starterScript);
  const start = async (args: readonly string[], { env = {}, through = [] }: ColdStartOptions): Promise<Ended> => {
    const [program = process.execPath, ...rest] = [...through, process.execPath, ...args];
    const ended = await starter.ask<Ended>('start', { program, args: rest, env: plainEnvironment(env) });
    if (ended.code === 0) return ended;
    throw new Error(`a cold start ended with ${ended.code}: ${ended.err.trim().split('\n').slice(-6).join('\n')}`);
  };
  const run = async (args: readonly string[]): Promise<ColdStart> => {
    const { milliseconds, cpuMilliseconds } = await start(args, {});
    return { milliseconds, cpuMilliseconds, residentBytes: 0, log: '' };
  };
  return {
    bare: () => run(['-e', '0']),
    program: (file) => run([file]),
    answer: async (entry, event, status, options = {}) => {
      const { milliseconds, cpuMilliseconds, out } = await start([script, entry, JSON.stringify(event)], options);
      const answer = /^ANSWER (.*)$/m.exec(out)?.[1];
      const facts = JSON.parse(answer ?? '{}') as { readonly status?: number; readonly residentBytes?: number };
      if (facts.status !== status) throw new Error(`a cold start answered ${facts.status ?? out}, expected ${status}`);
      const log = out.replace(/^ANSWER .*$/m, '');
      return { milliseconds, cpuMilliseconds, residentBytes: facts.residentBytes ?? 0, log };
    },
    end: () => starter.end(),
  };
}

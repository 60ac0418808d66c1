import { fileURLToPath } from 'node:url';
import { plainEnvironment, startAnswerer } from './process.ts';

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

/** Starts processes and tells what they took. */
export interface ColdStarter {
  /** Starts Node with nothing to do. */
  bare(): Promise<ColdStart>;
  /** Starts a process that answers one event with a bundle. Throws when the answer has not the status expected. */
  answer(entry: string, event: object, status: number, options?: ColdStartOptions): Promise<ColdStart>;
  end(): Promise<void>;
}

/** What is told of a process that ended. */
interface Ended {
  readonly code: number | null;
  readonly milliseconds: number;
  readonly cpuMilliseconds: number | null;
  readonly out: string;
  readonly err: string;
}

const starterScript = fileURLToPath(new URL('./processes/starter.mjs', import.meta.url));

/** Opens a starter: a small process of its own, for what is measured is not how large this one is. */
export function openStarter(): ColdStarter {
  const starter = startAnswerer(starterScript);
  const start = async (args: readonly string[], { env = {}, through = [] }: ColdStartOptions): Promise<Ended> => {
    const [program = process.execPath, ...rest] = [...through, process.execPath, ...args];
    const ended = await starter.ask<Ended>('start', { program, args: rest, env: plainEnvironment(env) });
    if (ended.code === 0) return ended;
    throw new Error(`a cold start ended with ${ended.code}: ${ended.err.trim().split('\n').slice(-6).join('\n')}`);
  };
  return {
    bare: async () => {
      const { milliseconds, cpuMilliseconds } = await start(['-e', '0'], {});
      return { milliseconds, cpuMilliseconds, residentBytes: 0, log: '' };
    },
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

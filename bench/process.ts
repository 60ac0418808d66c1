import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A Node process that answers questions, one at a time. */
export interface Answerer {
  /** Asks a question by name. Rejects with the reason when the process fails or ends. */
  ask<T>(name: string, question?: object): Promise<T>;
  readonly pid: number;
  end(): Promise<void>;
}

/** How to start a process. */
export interface Start {
  readonly args?: readonly string[];
  /**
   * Variables besides PATH and HOME. The process gets no others, so that settings of this shell do not affect the
   * figures.
   */
  readonly env?: Readonly<Record<string, string>>;
  /** A command that starts the process, such as one that sets limits. */
  readonly through?: readonly string[];
}

/** PATH, HOME and some further variables. */
export function plainEnvironment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...extra };
}

/** Starts a Node script that answers questions (see {@link answerQuestions}). */
export function startAnswerer(script: string, { args = [], env = {}, through = [] }: Start = {}): Answerer {
  const [program = process.execPath, ...rest] = [...through, process.execPath, script, ...args];
  const child = spawn(program, rest, {
    env: plainEnvironment(env),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const errors: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  return {
    ask: (name, question = {}) => askOnce(child, errors, { name, question }),
    pid: child.pid ?? 0,
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

/** The line of an error output that gives the reason. */
function reasonIn(text: string): string {
  const lines = text.trim().split('\n');
  return lines.find((line) => /^\S*Error\b/.test(line)) ?? lines.at(-1) ?? '';
}

interface Answer {
  readonly answer?: unknown;
  readonly failure?: string;
}

function askOnce<T>(child: ChildProcess, errors: readonly string[], message: object): Promise<T> {
  return new Promise((resolve, reject) => {
    const done = () => {
      child.off('message', onMessage);
      child.off('exit', onExit);
    };
    const onMessage = ({ answer, failure }: Answer) => {
      done();
      if (failure === undefined) resolve(answer as T);
      else reject(new Error(failure));
    };
    const onExit = (code: number | null) => {
      done();
      reject(new Error(`the process ended with ${code}: ${reasonIn(errors.join(''))}`));
    };
    child.on('message', onMessage);
    child.on('exit', onExit);
    if (child.exitCode !== null || !child.connected) onExit(child.exitCode);
    else child.send(message);
  });
}

/** Answers the questions to this process, by name, until the parent disconnects. */
export function answerQuestions(
  answers: Readonly<Record<string, (question: never) => unknown>>,
  end = async () => {},
): void {
  process.on('message', async ({ name, question }: { readonly name: string; readonly question: never }) => {
    try {
      const answer = answers[name];
      if (!answer) throw new Error(`nothing answers to ${name}; expected one of ${Object.keys(answers).join(', ')}`);
      process.send?.({ answer: await answer(question) });
    } catch (error) {
      process.send?.({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  process.on('disconnect', () => void end().finally(() => process.exit()));
}

import { type ParseArgsConfig, parseArgs } from 'node:util';

/** A command was called with wrong arguments. The message says what it accepts. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The options of a command, as `parseArgs` of Node takes them. */
export type Options = NonNullable<ParseArgsConfig['options']>;

/** How a command is called. */
export interface Call<T extends Options> {
  /** What `--help` prints, and a wrong call after its reason. */
  readonly usage: string;
  readonly options?: T;
  /** @default false */
  readonly takesWords?: boolean;
}

/** Parses the arguments of this process. Throws a {@link UsageError} for unknown options, and for words if none are taken. */
export function readArguments<T extends Options>({ usage, options, takesWords = false }: Call<T>) {
  const known = { ...(options as T), help: { type: 'boolean', default: false } } as const;
  try {
    return parseArgs({ args: process.argv.slice(2), options: known, strict: true, allowPositionals: takesWords });
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split(/\.?\n|\. To specify/);
    throw new UsageError(`${reason}.\n\n${usage}`, { cause: error });
  }
}

/** Gives the value if it is accepted, else throws a {@link UsageError}. */
export function oneOf<T extends string>(name: string, value: string, accepted: readonly T[]): T {
  const found = accepted.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw new UsageError(`--${name} ${JSON.stringify(value)}: expected one of ${accepted.join(', ')}.`);
}

/** Parses a TCP port; 0 means any free one. Throws a {@link UsageError} for any other text. */
export function readPort(value: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
  throw new UsageError(`--port ${JSON.stringify(value)}: expected a number from 0 to 65535; 0 takes any free port.`);
}

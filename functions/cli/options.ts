import { type ParseArgsConfig, parseArgs } from 'node:util';

/** A command that was called in a way that it does not know; the message says what it takes. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Reads the options of a command; unknown ones and stray words are refused. */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(options: T, usage: string) {
  return readArguments(options, usage, false).values;
}

/** Reads the options of a command and the words beside them; unknown options are refused. */
export function readArguments<T extends NonNullable<ParseArgsConfig['options']>>(
  options: T,
  usage: string,
  allowPositionals = true,
) {
  try {
    return parseArgs({ args: process.argv.slice(2), options, strict: true, allowPositionals });
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split(/\.?\n|\. To specify/);
    throw new UsageError(`${reason}.\n\n${usage}`, { cause: error });
  }
}

/** The value when it is one of the accepted ones. */
export function oneOf<T extends string>(name: string, value: string, accepted: readonly T[]): T {
  const found = accepted.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw new UsageError(`--${name} ${JSON.stringify(value)}: expected one of ${accepted.join(', ')}.`);
}

/** A TCP port: 0 stands for any that is free. */
export function readPort(value: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
  throw new UsageError(`--port ${JSON.stringify(value)}: expected a number from 0 to 65535; 0 takes any free port.`);
}

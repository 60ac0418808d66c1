import { EditionError } from '../briefings/index.ts';
import { DatasetError } from '../dataset/index.ts';
import { TemplateError } from '../document/index.ts';
import { DamagedVersionError, NoVersionError, PublishConflictError, PublishRefusedError } from '../publishing/index.ts';
import { BrandError, MessagesError } from '../renderer/index.ts';
import { StoreUnavailableError } from '../store/index.ts';
import { UsageError } from './options.ts';

/** A terminal whose line can be written anew; a pipe gets nothing but results. */
const canRewrite = process.stderr.isTTY && process.env.TERM !== 'dumb';

/** Says what is being done while it takes: on a terminal only. */
export function showProgress(text: string): void {
  if (canRewrite) process.stderr.write(`\r\u001b[K${text}`);
}

/** Takes the progress line away. */
export function clearProgress(): void {
  if (canRewrite) process.stderr.write('\r\u001b[K');
}

/** Runs a command: 0 when it succeeds, 2 for wrong usage, 1 for everything else, always with a reason in words. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  // Whoever read what we print has gone, such as `head`: nobody is left to tell.
  process.stdout.on('error', () => process.exit(1));
  try {
    await command();
  } catch (error) {
    clearProgress();
    process.stderr.write(`${reasonOf(error)}\n`);
    process.exitCode = error instanceof UsageError || error instanceof EditionError ? 2 : 1;
  }
}

/** A command that could not do its work for a reason that its message tells in full. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Errors whose message tells a user everything. */
const told = [
  CommandError,
  UsageError,
  EditionError,
  DatasetError,
  TemplateError,
  BrandError,
  MessagesError,
  PublishConflictError,
  PublishRefusedError,
  NoVersionError,
  DamagedVersionError,
  StoreUnavailableError,
];

/** Mistakes that a user can mend are told in words; anything else is ours, and is told whole. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof StoreUnavailableError && error.cause instanceof Error) {
    const { message, cause } = error;
    const place = message.replace(`: ${cause.message}`, '');
    return `${place}: ${systemReason(cause) ?? cause.message}`;
  }
  if (told.some((type) => error instanceof type)) return error.message;
  return systemReason(error) ?? error.stack ?? error.message;
}

/** What the operating system refused, and what to do; null when it was not the operating system. */
function systemReason(error: NodeJS.ErrnoException): string | null {
  const { code, path, message, cause } = error;
  const place = (path ?? message).replace(/\.[0-9a-f]{8,12}\.part$/, '');
  const reasons: Readonly<Record<string, string>> = {
    ENOSPC: `The disk is full: ${place}. Make room and try again; nothing half-written was left.`,
    EACCES: `No permission: ${place}. Choose another place, or ask for the right to write there.`,
    EPERM: `No permission: ${place}. Choose another place, or ask for the right to write there.`,
    EROFS: `The disk cannot be written: ${place}. Choose another place.`,
    ENOENT: `There is no such place: ${place}.`,
    EEXIST: `A file stands where a folder should be: ${place}.`,
    ENOTDIR: `A file stands where a folder should be: ${place}.`,
    EISDIR: `A folder stands where a file should be: ${place}.`,
    EADDRINUSE: `${message}. Choose another port with --port, or any free one with --port 0.`,
  };
  if (code) return reasons[code] ?? message;
  return cause instanceof Error ? systemReason(cause) : null;
}

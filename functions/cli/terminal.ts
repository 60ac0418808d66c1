import { EditionError } from '../briefings/index.ts';
import { DatasetError } from '../dataset/index.ts';
import { TemplateError } from '../document/index.ts';
import { DamagedVersionError, NoVersionError, PublishConflictError, PublishRefusedError } from '../publishing/index.ts';
import { BrandError, MessagesError } from '../renderer/index.ts';
import { StoreUnavailableError } from '../store/index.ts';
import { type Call, type Options, readArguments, UsageError } from './options.ts';

/** Whether progress is shown: on a terminal only. A pipe or a file gets results alone. */
const canRewrite = process.stderr.isTTY && process.env.TERM !== 'dumb';

/** Shows what the command is doing, on a terminal only. */
export function showProgress(text: string): void {
  if (canRewrite) process.stderr.write(`\r\u001b[K${text}`);
}

/** Removes the progress line. */
export function clearProgress(): void {
  if (canRewrite) process.stderr.write('\r\u001b[K');
}

/**
 * Runs a command with the values of its options and the words after them, or prints its usage for `--help`. Sets the
 * exit code: 0 for success, 2 for wrong usage, 1 for any other failure. Prints the reason.
 */
export async function runCommand<T extends Options>(
  call: Call<T>,
  command: (values: ReturnType<typeof readArguments<T>>['values'], words: readonly string[]) => Promise<void>,
): Promise<void> {
  // The reader of our output, such as `head`, has ended: nobody would read an error either.
  process.stdout.on('error', () => process.exit(1));
  try {
    const { values, positionals } = readArguments(call);
    const { help }: { readonly help?: boolean } = values;
    if (help) process.stdout.write(`${call.usage}\n`);
    else await command(values, positionals);
  } catch (error) {
    clearProgress();
    process.stderr.write(`${reasonOf(error)}\n`);
    process.exitCode = error instanceof UsageError || error instanceof EditionError ? 2 : 1;
  }
}

/** A command that failed for a reason that its message explains in full. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Errors whose message is all that a user needs. */
const explained = [
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

/**
 * The text for an error. A mistake that a user can correct gets its message; any other error is ours and gets its
 * stack.
 */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof StoreUnavailableError && error.cause instanceof Error) {
    const { message, cause } = error;
    const place = message.replace(`: ${cause.message}`, '');
    return `${place}: ${systemReason(cause) ?? cause.message}`;
  }
  if (explained.some((type) => error instanceof type)) return error.message;
  return systemReason(error) ?? error.stack ?? error.message;
}

/** A failure of the operating system, or a missing setting of AWS, in words, with a remedy; null for any other error. */
function systemReason(error: NodeJS.ErrnoException & { readonly port?: number }): string | null {
  if (error.message === 'Region is missing') return 'No AWS region is set. Set AWS_REGION, such as eu-central-1.';
  if (error.name === 'CredentialsProviderError') {
    return 'No AWS credentials were found. Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.';
  }
  const { code, path, message, cause, port } = error;
  // A write into an open file names no path.
  const place = path === undefined ? '' : `: ${path.replace(/\.[0-9a-f]{8,12}\.part$/, '')}`;
  const reasons: Readonly<Record<string, string>> = {
    ENOSPC: `The disk is full${place}. Make room and try again; nothing half-written was left.`,
    EACCES: `No permission${place}. Choose another place, or ask for the right to write there.`,
    EPERM: `No permission${place}. Choose another place, or ask for the right to write there.`,
    EROFS: `The disk cannot be written${place}. Choose another place.`,
    ENOENT: `There is no such place${place}.`,
    EEXIST: `A file stands where a folder should be${place}.`,
    ENOTDIR: `A file stands where a folder should be${place}.`,
    EISDIR: `A folder stands where a file should be${place}.`,
    EADDRINUSE: `Port ${port} is taken by another program. Choose another with --port, or any free one with --port 0.`,
  };
  if (code) return reasons[code] ?? message;
  return cause instanceof Error ? systemReason(cause) : null;
}

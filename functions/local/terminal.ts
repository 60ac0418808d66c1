import { DatasetError } from '../dataset/index.ts';
import { TemplateError } from '../document/index.ts';
import { BrandError, CatalogueError, EditionError } from '../press/index.ts';
import { UsageError } from './options.ts';

/** Says what is being done while it takes: on a terminal only, so that a pipe gets nothing but results. */
export function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

/** Takes the progress line away. */
export function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}

/** Runs a command: 0 when it succeeds, 2 for wrong usage, 1 for everything else, always with a reason in words. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    clearProgress();
    process.stderr.write(`${reasonOf(error)}\n`);
    process.exitCode = error instanceof UsageError || error instanceof EditionError ? 2 : 1;
  }
}

/** Mistakes that a user can mend are told in words; anything else is ours, and is told whole. */
function reasonOf(error: unknown): string {
  const known = [UsageError, EditionError, DatasetError, TemplateError, BrandError, CatalogueError];
  if (known.some((type) => error instanceof type) || hasCode(error)) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Errors of the operating system carry a code: no space, no such folder, no permission, address in use. */
function hasCode(error: unknown): boolean {
  return error instanceof Error && ('code' in error || hasCode(error.cause));
}

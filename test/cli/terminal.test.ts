import { describe, expect, it } from 'vitest';
import { reasonOf } from '../../functions/cli/index.ts';
import { StoreUnavailableError } from '../../functions/store/index.ts';

/** An error of the operating system or of a library, as a command catches it. */
const failure = (message: string, more: object = {}) => Object.assign(new Error(message), more);
const full = failure('ENOSPC: no space left on device, write', { code: 'ENOSPC' });

describe('the terminal says in words, with a remedy,', () => {
  it.each([
    ['that no AWS region is set', failure('Region is missing'), /^No AWS region is set\. Set AWS_REGION/],
    [
      'that there are no AWS credentials',
      failure('Could not load credentials from any providers', { name: 'CredentialsProviderError' }),
      /^No AWS credentials were found\. Set AWS_PROFILE/,
    ],
    [
      'so also where another error wraps it',
      failure('fetch failed', { cause: failure('Region is missing') }),
      /^No AWS region is set/,
    ],
    [
      'so also of a store that could not be read',
      new StoreUnavailableError('could not read data/current.json: Region is missing', {
        cause: failure('Region is missing'),
      }),
      /^could not read data\/current\.json: No AWS region is set\. Set AWS_REGION/,
    ],
    [
      'that a port is taken',
      failure('listen EADDRINUSE: address already in use 127.0.0.1:3000', { code: 'EADDRINUSE', port: 3000 }),
      /^Port 3000 is taken by another program\. Choose another with --port/,
    ],
    ['that the disk is full', full, /^The disk is full\. Make room and try again/],
    [
      'what was not written on a full disk',
      new StoreUnavailableError(`could not write a.pdf: ${full.message}`, { cause: full }),
      /^could not write a\.pdf: The disk is full\. Make room/,
    ],
    [
      'where a file cannot be written, without the name of its draft',
      failure("EACCES: permission denied, open '/x/a.pdf.0a1b2c3d.part'", {
        code: 'EACCES',
        path: '/x/a.pdf.0a1b2c3d.part',
      }),
      /^No permission: \/x\/a\.pdf\. Choose another place/,
    ],
  ])('%s', (_, error, words) => {
    expect(reasonOf(error)).toMatch(words);
    expect(reasonOf(error)).not.toMatch(/\b(ENOSPC|EACCES|EADDRINUSE)\b|\n/);
  });

  it('and shows the stack of any other error, which is ours to mend', () => {
    expect(reasonOf(failure('x is not a function'))).toMatch(/x is not a function\n\s+at /);
  });
});

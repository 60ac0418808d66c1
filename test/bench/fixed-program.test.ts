import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { fixedProgram, writeFixedProgram } from '../../bench/fixed-program.ts';
import { temporaryFolder } from '../folders.ts';

describe('the program that machines are compared with', () => {
  it('is the same always, or results of before could not be compared', () => {
    const digest = createHash('sha256').update(fixedProgram()).digest('hex');
    const remedy = 'Leave the fixed program as it is; if it must change, measure cold again wherever results are kept.';
    expect(digest.slice(0, 16), remedy).toBe('602f80ebe9316fe1');
  });

  it('is about as long as what a briefing loads', () => {
    const megabytes = Buffer.byteLength(fixedProgram()) / 1e6;
    expect([megabytes > 0.8, megabytes < 1.4]).toEqual([true, true]);
  });

  it('runs, and says nothing', async () => {
    const file = join(await temporaryFolder(), 'program.mjs');
    await writeFixedProgram(file);
    expect(await promisify(execFile)(process.execPath, [file])).toMatchObject({ stdout: '', stderr: '' });
  });
});

import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PackageFiles } from '../../functions/dataset/index.ts';
import { currentPointer, publishPackage } from '../../functions/publishing/index.ts';
import { openS3Objects } from '../../functions/s3/index.ts';
import { FolderObjects, type ObjectStore, terminalTimeouts } from '../../functions/store/index.ts';
import { childEnvironment } from '../child-environment.ts';
import { temporaryFolder } from '../folders.ts';
import { noon, packageFiles, withFile } from '../package-files.ts';
import { awsAt, BucketServer } from '../s3/bucket-server.ts';
import { open } from '../s3/open.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of the project in a folder, as npm would. */
async function run(script: string, args: readonly string[], folder: string, more: Readonly<Record<string, string>>) {
  const env = { ...childEnvironment, INIT_CWD: folder, ...more };
  const path = resolve(project, 'functions/local', script);
  return promisify(execFile)(process.execPath, [path, ...args], { env }).then(
    ({ stdout, stderr }): Outcome => ({ code: 0, stdout, stderr }),
    (error: Outcome) => error,
  );
}

/** Publishes a package without printing it first. */
const publish = (files: PackageFiles, objects: ObjectStore, now = noon) =>
  publishPackage(files, { objects, now, checks: 'checks', force: false, prove: async () => {} });

describe('npm run data:fetch', () => {
  it('writes the files of the current version, and what they were made from, so that they can be published again', async () => {
    const folder = await temporaryFolder();
    const objects = new FolderObjects(join(folder, 'store'), { now: () => noon });
    await publish(packageFiles, objects);
    const digest = (await currentPointer(objects))?.pointer.digest ?? '';
    const fetched = await run('data-fetch.ts', ['mine'], folder, { BRIEFINGS_FOLDER: 'store' });
    expect([fetched.code, fetched.stderr]).toEqual([0, '']);
    expect(fetched.stdout).toContain(`(${digest.slice(0, 12)}) is in ${join(folder, 'mine')}\n`);

    const names = await readdir(join(folder, 'mine'));
    expect(names.toSorted()).toEqual([...packageFiles.keys()].toSorted());
    const files = new Map<string, Buffer>();
    for (const name of names) files.set(name, await readFile(join(folder, 'mine', name)));
    for (const name of names.filter((name) => name.endsWith('.csv'))) {
      expect(files.get(name)).toEqual(Buffer.from(packageFiles.get(name) ?? ''));
    }
    const descriptor = JSON.parse(`${files.get('datapackage.json')}`) as { base: string; version: string };
    expect(descriptor.base).toBe(digest);
    const raised = JSON.stringify({ ...descriptor, version: '2099.1.0' });
    const next = await publish(new Map([...files, ['datapackage.json', Buffer.from(raised)]]), objects);
    expect([next.moved, next.overridden]).toEqual([true, []]);
  });

  it('keeps an editor from publishing over what another published after the fetch', async () => {
    const folder = await temporaryFolder();
    const objects = new FolderObjects(join(folder, 'store'), { now: () => noon });
    await publish(packageFiles, objects);
    await run('data-fetch.ts', ['mine'], folder, { BRIEFINGS_FOLDER: 'store' });
    const version = (name: string) => (text: string) => text.replace(/"version": "[^"]+"/, `"version": "${name}"`);
    await publish(withFile('datapackage.json', version('2099.1.0')), objects);
    const mine = version('2099.2.0')(await readFile(join(folder, 'mine/datapackage.json'), 'utf8'));
    const files = new Map([...packageFiles, ['datapackage.json', Buffer.from(mine)]]);
    await expect(publish(files, objects)).rejects.toThrow('2099.1.0');
  });

  it('says where the data are when nothing is published, and writes nothing', async () => {
    const folder = await temporaryFolder();
    const { code, stderr } = await run('data-fetch.ts', ['mine'], folder, { BRIEFINGS_FOLDER: 'store' });
    const says = 'Nothing is published: the data that come with the code are current. Copy the folder data/.\n';
    expect([code, stderr]).toEqual([1, says]);
    expect(await readdir(folder)).not.toContain('mine');
  });

  it('ends with 2 when no folder is named', async () => {
    const { code, stderr } = await run('data-fetch.ts', [], await temporaryFolder(), {});
    expect([code, stderr.split('\n')[0]]).toEqual([2, 'Name one folder to write to.']);
  });
});

it('npm run data:publish says for a bucket how editions that were made before are made anew', async () => {
  const bucket = new BucketServer();
  const { address, close } = await open(bucket.listen());
  const environment = { BUCKET: 'bucket', ...awsAt(address) };
  Object.assign(process.env, environment);
  onTestFinished(() => {
    close();
    for (const name of Object.keys(environment)) delete process.env[name];
  });
  await publish(
    packageFiles,
    openS3Objects('bucket', process.env, () => new Date(), terminalTimeouts),
    new Date(),
  );
  const { code, stdout, stderr } = await run('data-publish.ts', ['--version', 'bundled'], project, environment);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('BACKFILL_ARN=… npm run backfill -- --from YYYY-MM --to YYYY-MM');
  expect(stdout).not.toContain('npm start');
});

import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { editionAt, editionsBetween, languages } from '../../functions/dataset/index.ts';
import { currentPointer } from '../../functions/publishing/index.ts';
import { openS3Objects } from '../../functions/s3/index.ts';
import { FolderObjects, terminalTimeouts } from '../../functions/store/index.ts';
import { editionNamed } from '../briefings.ts';
import { childEnvironment } from '../child-environment.ts';
import { temporaryFolder } from '../folders.ts';
import { noon, packageFiles, withFile, withObservation } from '../package-files.ts';
import { publish } from '../publishing/publish.ts';
import { awsAt, BucketServer } from '../s3/bucket-server.ts';
import { open } from '../s3/open.ts';
import { StateMachineServer } from './state-machine-server.ts';

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

describe('a roll-back in a bucket', () => {
  /** A bucket in which a version with another number of documents of July 2024 is current. */
  async function bucketWithVersion() {
    const { address, close } = await open(new BucketServer().listen());
    const environment = { BUCKET: 'bucket', ...awsAt(address) };
    Object.assign(process.env, environment);
    onTestFinished(() => {
      close();
      for (const name of Object.keys(environment)) delete process.env[name];
    });
    const objects = openS3Objects('bucket', process.env, () => new Date(), terminalTimeouts);
    await publish(withObservation(',2024-07,441,PN,', ',2024-07,442,PN,'), objects, { now: new Date() });
    return environment;
  }

  const back = (environment: Readonly<Record<string, string>>) =>
    run('data-publish.ts', ['--version', 'bundled', '--message', 'The count was right'], project, environment);

  /** The editions that know of July 2024. */
  const touched = editionsBetween(editionNamed('2024-07'), editionAt(new Date()));

  it('says how the editions that it changes are made anew, and who did it is in the history', async () => {
    const environment = await bucketWithVersion();
    const { code, stdout, stderr } = await back(environment);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`BACKFILL_ARN=… npm run backfill -- --from 2024-07 --to ${touched.at(-1)}\n`);
    expect(stdout).not.toContain('npm start');
    const history = await run('data-history.ts', [], project, environment);
    expect(history.stdout).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d {2}bundled, current\n {2}rolled back by arn:aws:iam::123456789012:user\/anna: The count was right\n {2}Rows: 0 added, 1 changed, 0 removed\.\n\n.*, withdrawn\n/,
    );
  });

  it('starts the backfill of just these when it is told which', async () => {
    const machine = new StateMachineServer({ status: 'SUCCEEDED', output: '' });
    const states = await open(machine.listen());
    onTestFinished(states.close);
    const environment = {
      ...(await bucketWithVersion()),
      AWS_ENDPOINT_URL_SFN: states.address,
      BACKFILL_ARN: 'Backfill',
    };
    const { code, stdout, stderr } = await back(environment);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('They are being made anew by arn:aws:states:');
    const items = touched.flatMap((edition) => languages.map((language) => ({ edition, language })));
    expect(machine.inputs).toEqual([{ items }]);
  });

  it('gives the command when the backfill does not start, and the version is current all the same', async () => {
    const environment = {
      ...(await bucketWithVersion()),
      AWS_ENDPOINT_URL_SFN: 'http://127.0.0.1:9',
      BACKFILL_ARN: 'Backfill',
    };
    const { code, stdout, stderr } = await back(environment);
    expect([code, stdout]).toEqual([1, expect.stringContaining('The data that come with the code are current')]);
    expect(stderr).toContain(`BACKFILL_ARN=Backfill npm run backfill -- --from 2024-07 --to ${touched.at(-1)}\n`);
  });
});

describe('a publication without a bucket', () => {
  it('refuses a reason that is no line of text', async () => {
    for (const message of ['w'.repeat(201), 'two\nlines']) {
      const { code, stderr } = await run('data-publish.ts', ['--roll-back', '--message', message], project, {});
      expect([code, stderr]).toEqual([2, expect.stringContaining('expected one line of at most 200 visible ones')]);
    }
  });

  it('is in the history with the name of the user of the machine', async () => {
    const folder = await temporaryFolder();
    const environment = { BRIEFINGS_FOLDER: folder };
    expect((await run('data-history.ts', [], folder, environment)).stdout).toBe(
      'Nothing was published: the data that come with the code are current.\n',
    );
    const objects = new FolderObjects(folder, { now: () => new Date() });
    await publish(withObservation(',2024-07,441,PN,', ',2024-07,442,PN,'), objects, { now: new Date() });
    const back = await run('data-publish.ts', ['--roll-back'], folder, environment);
    expect([back.code, back.stderr]).toEqual([0, '']);
    expect(back.stdout).toMatch(
      /\nThe editions from 2024-07 to \d{4}-\d\d change\. npm start serves the data; an edition/,
    );
    const { stdout } = await run('data-history.ts', [], folder, environment);
    expect(stdout).toContain(`rolled back by ${userInfo().username}\n`);
  });
});

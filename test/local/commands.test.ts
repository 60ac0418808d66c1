import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../folders.ts';
import { packageFiles } from '../package-files.ts';

import { type Outcome, project, run } from './run-command.ts';

describe('npm start', () => {
  /** A proxy that there is not: a call of the command to its own server must not go there. */
  const proxy = { HTTP_PROXY: 'http://127.0.0.1:9', NODE_USE_ENV_PROXY: '1' };

  /** Starts the server on a port, 0 for any that is free, and gives what it prints until it is told to stop. */
  async function start(folder: string, port = 0) {
    const child = spawn(process.execPath, [join(project, 'functions/local/start.ts'), '--port', String(port)], {
      env: { ...process.env, ...proxy, INIT_CWD: folder, BRIEFINGS_FOLDER: 'store' },
    });
    let printed = '';
    let complained = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complained += chunk.toString();
    });
    await new Promise<void>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`ended with ${code}: ${complained}`)));
      child.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        if (printed.includes('Press Ctrl-C')) resolve();
      });
    });
    child.removeAllListeners('exit');
    const stop = () =>
      new Promise<number | null>((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGINT');
      });
    return { printed, complained: () => complained, stop };
  }

  it('ends in a signed link for each language that gives a PDF, whatever proxy there is, and stops cleanly on Ctrl-C', async () => {
    const folder = await temporaryFolder();
    const { printed, complained, stop } = await start(folder);
    try {
      const links = [...printed.matchAll(/http:\/\/\S+signature=\w+/g)].map(([link]) => link);
      expect(links).toHaveLength(3);
      for (const link of links) {
        const answer = await fetch(link);
        expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      }
      const kept = await readdir(join(folder, 'store/briefings'), { recursive: true });
      expect(kept.filter((file) => /[0-9a-f]{16}\.pdf$/.test(file))).toHaveLength(3);
    } finally {
      expect(await stop()).toBe(0);
    }
    expect(complained()).toBe('');
  });

  it.skipIf(!Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1')))(
    'prints addresses that lead to it where another server has its port of [::1], to which "localhost" leads',
    async () => {
      const other = createServer((socket) => void socket.end('HTTP/1.1 200 OK\r\n\r\nnot JSON'));
      await new Promise<void>((resolve) => other.listen(0, '::1', resolve));
      onTestFinished(() => void other.close());
      const { port } = other.address() as AddressInfo;
      const { printed, stop } = await start(await temporaryFolder(), port);
      try {
        const hosts = [...printed.matchAll(/http:\/\/([^/\s]+)/g)].map(([, host]) => host);
        expect(hosts).toHaveLength(4);
        expect(new Set(hosts)).toEqual(new Set([`127.0.0.1:${port}`]));
      } finally {
        await stop();
      }
    },
  );

  it('ends with 1 when the port is taken, and says how another is chosen', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as AddressInfo;
    const { code, stderr } = await run('functions/local/start.ts', ['--port', String(port)], await temporaryFolder());
    expect([code, stderr]).toEqual([
      1,
      `Port ${port} is taken by another program. Choose another with --port, or any free one with --port 0.\n`,
    ]);
  });

  it('stops cleanly on Ctrl-C while it makes the current edition', async () => {
    const folder = await temporaryFolder();
    const child = spawn(process.execPath, [join(project, 'functions/local/start.ts'), '--port', '0'], {
      env: { ...process.env, INIT_CWD: folder, BRIEFINGS_FOLDER: 'store' },
    });
    child.stdout.once('data', () => child.kill('SIGINT'));
    const [code, complaint] = await Promise.all([once(child, 'exit').then(([ended]) => ended), text(child.stderr)]);
    expect([code, complaint]).toEqual([0, '']);
  });

  it('says once, with the reason, that its folder cannot be used', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'store'), '');
    const outcome = await run('functions/local/start.ts', ['--port', '0'], folder, { BRIEFINGS_FOLDER: 'store' });
    const place = join(folder, 'store');
    expect(outcome.code).toBe(1);
    expect(outcome.stderr.split('\n')).toEqual([
      `Briefings cannot be kept in ${place}. A file stands where a folder should be: ${place}. Name another folder: BRIEFINGS_FOLDER=~/briefings npm start`,
      '',
    ]);
  });

  it.each([
    ['a port that is none', ['--port', 'many'], 2, '--port "many": expected a number from 0 to 65535'],
    ['a port below zero', ['--port', '-1'], 2, "Option '--port' argument is ambiguous.\n\nUsage"],
    ['an unknown option', ['--prot', '0'], 2, "Unknown option '--prot'"],
  ])('refuses %s', async (_, args, code, reason) => {
    const outcome = await run('functions/local/start.ts', args, await temporaryFolder());
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toContain(reason);
  });
});

it('npm run data:describe mends the description of a package in the folder that was named, and says what comes next', async () => {
  const folder = await temporaryFolder();
  const own = packageFiles.get('datapackage.json') ?? new Uint8Array();
  await writeFile(
    join(folder, 'datapackage.json'),
    JSON.stringify({ ...JSON.parse(Buffer.from(own).toString()), resources: [] }),
  );
  const { code, stdout, stderr } = await run('functions/local/data-describe.ts', ['.'], folder);
  const place = join(folder, 'datapackage.json');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toBe(`${place}: written from the tables.\nNext: npm run data:check -- .\n`);
  expect(await readFile(place)).toEqual(Buffer.from(own));
});

describe.each(['npm run data:check', 'npm run data:changes', 'npm run data:publish'])('%s', (name) => {
  it('ends with 2 on a folder that there is not', async () => {
    const script = `functions/local/${name.slice(name.indexOf('data')).replace(':', '-')}.ts`;
    const folder = await temporaryFolder();
    const { code, stderr } = await run(script, ['nowhere'], folder, { BRIEFINGS_FOLDER: 'store' });
    expect([code, stderr]).toEqual([2, `${join(folder, 'nowhere')}: there is no such folder or file.\n`]);
    expect(await readdir(folder)).toEqual([]);
  });
});

it('npm run data:publish says what it printed, which version is current, how to go back, and what changes', async () => {
  const folder = await temporaryFolder();
  const publish = (...args: readonly string[]) =>
    run('functions/local/data-publish.ts', args, folder, { BRIEFINGS_FOLDER: 'store' });
  const { code, stdout, stderr } = await publish(join(project, 'data'));
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(
    /^Printed in every language and form: \d{4}-\d\d, \d{4}-\d\d\nVersion [\d.]+ is current: [0-9a-f]{64}\nRows: 0 added, 0 changed, 0 removed\.\nBack to the data that come with the code: .* --roll-back\nNo edition changes by it\.\n$/,
  );
  const back = (await publish('--version', 'bundled')).stdout;
  expect(back).toMatch(/^The data that come with the code are current.*\nRows: .*\nNo edition changes by it\.\n$/);
  const { code: wrong, stderr: usage } = await publish();
  expect([wrong, usage.split('\n')[0]]).toEqual([
    2,
    'Name one folder, ZIP file or workbook, or --roll-back, or --version DIGEST|bundled.',
  ]);
});

describe('a command that npm starts says in a sentence', () => {
  const start = (folder: string, ...flags: readonly string[]) =>
    promisify(execFile)(process.execPath, [...flags, 'functions/cli/run.js', 'functions/local/briefing.ts', '--help'], {
      cwd: folder,
    }).catch((error: Outcome) => error);

  it('what to do on a Node that does not read TypeScript, such as 20', async () => {
    const { stdout, stderr } = await start(project, '--no-experimental-strip-types');
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^This is Node v[\d.]+, which does not read TypeScript\. Run "npm ci".*\n$/);
  });

  it('what to do before the packages are installed', async () => {
    const folder = await temporaryFolder();
    for (const part of ['functions', 'package.json'])
      await cp(join(project, part), join(folder, part), { recursive: true });
    const { stdout, stderr } = await start(folder);
    expect([stdout, stderr]).toEqual(['', 'The packages that this project uses are not installed. Run: npm ci\n']);
  });

  it('nothing else: the command gets its arguments', async () => {
    expect((await start(project)).stdout).toMatch(/^Usage: npm run briefing/);
  });
});

// `prepare` is npm's own: nobody types it.
describe('every command of ours', async () => {
  const { scripts } = JSON.parse(await readFile(join(project, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const ours = Object.entries(scripts).flatMap(([name, script]) =>
    name === 'prepare' ? [] : (/^node functions\/cli\/run\.js (\S+\.ts)$/.exec(script)?.[1] ?? []),
  );

  it('is found in package.json', () => {
    expect(ours.length).toBeGreaterThan(8);
  });

  it.each(ours)('tells its usage when it is asked for --help, and does nothing else: %s', async (script) => {
    const folder = await temporaryFolder();
    const { code, stdout, stderr } = await run(script, ['--help'], folder, { BRIEFINGS_FOLDER: 'store' });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Usage: npm (start|run [a-z:]+)\b/);
    expect(await readdir(folder)).toEqual([]);
  });
});

it('works in a folder whose name means something else in an address', async () => {
  const folder = join(await temporaryFolder(), 'a#b %20c 100% ж');
  for (const part of ['functions', 'templates', 'data', 'package.json'])
    await cp(join(project, part), join(folder, part), { recursive: true });
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'));
  const briefing = join(folder, 'functions/local/briefing.ts');
  const printed = await run(briefing, ['--edition', '2021-07', '--language', 'en'], folder);
  expect(printed).toEqual({ code: 0, stdout: `${join(folder, 'gomel-russia-briefing-2021-07-en.pdf')}\n`, stderr: '' });
  const built = await run(join(folder, 'functions/bundle/build.ts'), [], folder);
  expect([built.code, built.stdout]).toEqual([0, '']);
  expect((await readdir(join(folder, 'dist'))).toSorted()).toEqual(['api', 'monthly', 'public']);
  const out = join(folder, 'functions/local/start.ts');
  const child = spawn(process.execPath, [out, '--port', '0'], { env: { ...process.env, INIT_CWD: folder } });
  onTestFinished(() => void child.kill());
  const address = await new Promise<string>((give) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const [, found] = /Serving (http:\S+)/.exec(chunk.toString()) ?? [];
      if (found) give(found);
    });
  });
  for (const path of ['/', '/page/style.css', '/page/words.js', '/page/messages-be.js', '/page/fonts/plex-400.woff2'])
    expect([path, (await fetch(`${address}${path}`)).status]).toEqual([path, 200]);
});

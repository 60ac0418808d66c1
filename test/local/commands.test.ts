import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../folders.ts';
import { packageFiles } from '../package-files.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of the project in a folder, as npm would. */
async function run(
  script: string,
  args: readonly string[],
  folder: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const environment = { ...process.env, INIT_CWD: folder, ...more };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [resolve(project, script), ...args], {
      env: environment,
    });
    return { code: 0, stdout, stderr };
  } catch (error) {
    return error as Outcome;
  }
}

const briefing = (args: readonly string[], folder: string) => run('functions/local/briefing.ts', args, folder);

describe('npm run briefing', () => {
  it('writes one language to the file that was named and prints its path, and nothing else into a pipe', async () => {
    const folder = await temporaryFolder();
    const { code, stdout, stderr } = await briefing(
      ['--edition', '2021-07', '--language', 'en', '--out', 'out.pdf'],
      folder,
    );
    expect([code, stdout, stderr]).toEqual([0, `${join(folder, 'out.pdf')}\n`, '']);
    expect((await readFile(join(folder, 'out.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('writes one language to the file that was named whatever its ending, unless it is a folder', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'there'));
    for (const [out, path] of [
      ['noext', 'noext'],
      ['there', 'there/gomel-russia-briefing-2021-07-en.pdf'],
      ['new/', 'new/gomel-russia-briefing-2021-07-en.pdf'],
    ] as const) {
      const { stdout } = await briefing(['--edition', '2021-07', '--language', 'en', '--out', out], folder);
      expect(stdout).toBe(`${join(folder, path)}\n`);
      expect((await readFile(join(folder, path))).subarray(0, 5).toString()).toBe('%PDF-');
    }
  });

  it('names the brand in the file, so that one brand does not replace another', async () => {
    const folder = await temporaryFolder();
    const args = ['--edition', '2021-07', '--language', 'en', '--brand', 'sozh-chamber'];
    expect((await briefing(args, folder)).stdout).toBe(
      `${join(folder, 'gomel-russia-briefing-2021-07-sozh-chamber-en.pdf')}\n`,
    );
  });

  it('writes into a pipe and leaves it there', async () => {
    const folder = await temporaryFolder();
    const pipe = join(folder, 'pipe');
    await promisify(execFile)('mkfifo', [pipe]);
    const reader = promisify(execFile)('cat', [pipe], { encoding: 'latin1', maxBuffer: 1e7 });
    expect((await briefing(['--edition', '2021-07', '--language', 'en', '--out', pipe], folder)).code).toBe(0);
    expect((await reader).stdout.slice(0, 5)).toBe('%PDF-');
    expect((await stat(pipe)).isFIFO()).toBe(true);
  });

  it('writes all languages into the folder that was named', async () => {
    const folder = await temporaryFolder();
    expect((await briefing(['--edition', '2021-07', '--out', 'new/'], folder)).code).toBe(0);
    expect((await readdir(join(folder, 'new'))).toSorted()).toEqual([
      'gomel-russia-briefing-2021-07-be.pdf',
      'gomel-russia-briefing-2021-07-en.pdf',
      'gomel-russia-briefing-2021-07-ru.pdf',
    ]);
  });

  it.each([
    ['an unknown option', ['--colour', 'red'], "Unknown option '--colour'"],
    ['a stray word', ['2021-07'], "Unexpected argument '2021-07'"],
    ['a language that there is not', ['--language', 'de'], '--language "de": expected one of en, ru, be, all.'],
    ['a brand that there is not', ['--brand', 'x'], '--brand "x": expected one of'],
    ['an edition before the first', ['--edition', '2021-06'], 'editions run from 2021-07 to'],
    ['an edition that is no month', ['--edition', 'july'], 'There is no edition "july"'],
    ['a folder that there is not', ['--data', 'nowhere'], 'nowhere: there is no such folder or file.'],
    ['one file for three languages', ['--edition', '2021-07', '--out', 'a.pdf'], 'one file cannot hold 3 languages'],
  ])('ends with 2 on %s, says why, and writes nothing', async (_, args, reason) => {
    const folder = await temporaryFolder();
    const { code, stdout, stderr } = await briefing(args, folder);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(reason);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(await readdir(folder)).toEqual([]);
  });

  it('ends with 1 on a file that has no data in it, says what it could be, and writes nothing', async () => {
    const folder = await temporaryFolder();
    const { code, stdout, stderr } = await briefing(['--data', join(project, 'README.md')], folder);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(
      'README.md: this is neither a workbook nor a ZIP file with a Data Package; save it in Excel as',
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['the place is a file', 'file.txt/out.pdf', 'A file stands where a folder should be: '],
    ['the folder is a file', 'file.txt/', 'A file stands where a folder should be: '],
  ])('ends with 1 when %s, and says so in words', async (_, out, reason) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file.txt'), '');
    const { code, stderr } = await briefing(['--edition', '2021-07', '--language', 'en', '--out', out], folder);
    expect([code, stderr]).toEqual([1, `${reason}${join(folder, 'file.txt')}.\n`]);
  });

  it.skipIf(process.platform !== 'linux')(
    'names the place as it was asked for where nothing can be written',
    async () => {
      const args = ['--edition', '2021-07', '--language', 'en', '--out'];
      for (const out of ['/proc/out.pdf', '/proc/new/out.pdf']) {
        const { code, stderr } = await briefing([...args, out], await temporaryFolder());
        expect([code, stderr]).toEqual([
          1,
          `There is no such place: ${out === '/proc/out.pdf' ? out : '/proc/new'}.\n`,
        ]);
      }
    },
  );

  it('ends without a word when nobody reads what it prints', async () => {
    const child = spawn(process.execPath, [join(project, 'functions/local/briefing.ts'), '--help']);
    child.stdout.destroy();
    const [code, complaint] = await Promise.all([once(child, 'exit').then(([ended]) => ended), text(child.stderr)]);
    expect([code, complaint]).toEqual([1, '']);
  });

  it('ends with 1 on data that fail their checks, with every problem, and writes nothing', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'data'));
    for (const [name, bytes] of packageFiles) await writeFile(join(folder, 'data', name), bytes);
    const observations = await readFile(join(folder, 'data/observations.csv'), 'utf8');
    const wrong = observations.replace('2467.8', '2468.8').replace(',54.9,PT', ',154.9,PT');
    await writeFile(join(folder, 'data/observations.csv'), wrong);
    const { code, stderr } = await briefing(['--edition', '2021-07', '--data', 'data', '--out', 'pdf/'], folder);
    expect(code).toBe(1);
    expect(stderr).toContain('observations.csv, row 8, value: "154.9" – trade_share is at most 100');
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(await readdir(folder)).toEqual(['data']);
  });
});

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

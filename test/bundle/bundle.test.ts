import { execFile } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { architectures, buildBundles, functionNames, ownArchitecture } from '../../functions/bundle/build-bundle.ts';
import { languages } from '../../functions/dataset/index.ts';
import { pathOf } from '../../functions/store/index.ts';
import { bundleDigest } from '../../lib/bundle-digest.ts';
import { print } from '../renders.ts';
import { temporaryFolder } from '../services.ts';

/** Calls the handler of a bundle in a plain Node process of its own. */
async function invoke(bundle: string, event: unknown, briefings: string, flags: readonly string[] = []) {
  const script = join(briefings, 'call.mjs');
  await writeFile(
    script,
    `const { handler } = await import(${JSON.stringify(`${bundle}/index.mjs`)});
     console.log('ANSWER ' + JSON.stringify(await handler(${JSON.stringify(event)}, {})));`,
  );
  const { stdout, stderr } = await promisify(execFile)('node', [...flags, script], {
    cwd: briefings,
    env: { PATH: process.env.PATH, BRIEFINGS_FOLDER: briefings },
  });
  return { answer: JSON.parse(stdout.slice(stdout.indexOf('ANSWER ') + 7)), log: stderr };
}

/** An event of API Gateway v2. */
const apiEvent = (method: string, path: string, body = '') => ({
  version: '2.0',
  rawPath: path,
  rawQueryString: '',
  headers: {},
  body,
  isBase64Encoded: false,
  requestContext: { requestId: 'request-1', http: { method, path } },
});

describe('the bundles that the stack deploys', () => {
  let bundles: string;
  beforeAll(async () => {
    bundles = join(new URL('../../node_modules/.cache', import.meta.url).pathname, `bundle-test-${process.pid}`);
    await buildBundles(bundles, 'default', ownArchitecture ?? 'arm64');
    return async () => {
      await rm(bundles, { recursive: true, force: true });
    };
  }, 60_000);

  it.each(languages)('print the same bytes in %s as the sources do', async (language) => {
    const folder = await temporaryFolder();
    const event = apiEvent('POST', '/briefings', JSON.stringify({ edition: '2021-07', language }));
    const { answer, log } = await invoke(join(bundles, 'api'), event, folder);
    expect(answer.statusCode).toBe(201);
    expect(log).toBe('');
    const [name = ''] = (await readdir(join(folder, 'briefings/2021-07', language))).filter((file) =>
      file.endsWith('.pdf'),
    );
    const path = pathOf({ edition: '2021-07', language, digest: name.replace('.pdf', '') });
    const bundled = await readFile(join(folder, path));
    expect(Buffer.compare(bundled, (await print('2021-07', language)).bytes)).toBe(0);
  });

  it('hold the messages of briefings alone: what the local page says is not deployed', async () => {
    const messages = await readFile(join(bundles, 'api/messages-en.js'), 'utf8');
    expect(messages).toContain('list.pair');
    expect(messages).not.toMatch(/["'](page|problem)\./);
  });

  it('run the month and tell the outcome of each language', async () => {
    const { answer } = await invoke(join(bundles, 'monthly'), {}, await temporaryFolder());
    const { results } = answer;
    expect(results).toHaveLength(6);
    expect(results.every(({ outcome }: { outcome: string }) => outcome === 'made')).toBe(true);
  });

  it('take what V8 compiled also under the flag that Lambda starts Node with', async () => {
    const event = apiEvent('POST', '/briefings', JSON.stringify({ edition: '2021-07' }));
    const { answer, log } = await invoke(join(bundles, 'api'), event, await temporaryFolder(), ['--expose-gc']);
    expect(answer.statusCode).toBe(201);
    expect(log).toBe('');
  });

  it.runIf(ownArchitecture)('print as well, and say so, where V8 refuses what was compiled', async () => {
    const event = apiEvent('POST', '/briefings', JSON.stringify({ edition: '2021-07' }));
    const { answer, log } = await invoke(join(bundles, 'api'), event, await temporaryFolder(), ['--no-opt']);
    expect(answer.statusCode).toBe(201);
    const refused = { level: 'WARN', message: 'compiled code refused' };
    expect(
      log
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { ...refused, file: 'answer.js' },
      { ...refused, file: 'print.js' },
    ]);
  });

  it('hold no compiled code for a processor that would refuse it, and the build says what to do', async () => {
    const folder = await temporaryFolder();
    const foreign = architectures.find((name) => name !== ownArchitecture) ?? 'arm64';
    const options = ['--architecture', foreign, '--out', join(folder, 'dist')];
    const { stderr } = await promisify(execFile)('node', ['functions/bundle/build.ts', ...options]);
    expect(stderr).toMatch(`Built without compiled code, which V8 takes only from Linux on ${foreign}`);
    const files = await readdir(join(folder, 'dist/api'));
    expect(files.filter((name) => name.endsWith('.compiled.zst'))).toEqual([]);
    const event = apiEvent('POST', '/briefings', JSON.stringify({ edition: '2021-07' }));
    const { answer, log } = await invoke(join(folder, 'dist/api'), event, folder);
    expect(answer.statusCode).toBe(201);
    expect(log).toBe('');
  });

  it('answer a question without loading what prints', async () => {
    const prints = async (part: string) =>
      (await readFile(join(bundles, 'api', part), 'utf8')).includes('StructTreeRoot');
    expect(await prints('answer.js')).toBe(false);
    expect(await prints('print.js')).toBe(true);
  });

  it('are the same bytes when they are built again, but for what V8 compiles of them', {
    timeout: 60_000,
  }, async () => {
    const again = await temporaryFolder();
    await buildBundles(again, 'default', ownArchitecture ?? 'arm64');
    const files = (await readdir(again, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
    expect(files.length).toBeGreaterThan(10);
    const compiled = files.filter(({ name }) => name.endsWith('.compiled.zst'));
    expect(compiled).toHaveLength(ownArchitecture ? 2 * functionNames.length : 0);
    for (const { parentPath, name } of files.filter((file) => !compiled.includes(file))) {
      const path = join(parentPath, name).slice(again.length);
      expect(Buffer.compare(await readFile(join(again, path)), await readFile(join(bundles, path)))).toBe(0);
    }
    // So that the same sources give the same template, and a deployment without a change updates no function.
    for (const name of functionNames) expect(bundleDigest(join(again, name))).toBe(bundleDigest(join(bundles, name)));
  });
});

import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { checksVersion, projectFolder } from '../../functions/assets/index.ts';
import { architectures, functionNames, ownArchitecture, renders } from '../../functions/bundle/build-bundle.ts';
import { languages } from '../../functions/dataset/index.ts';
import { fullPdf, pathOf, renditions } from '../../functions/store/index.ts';
import { builtBundles, sourceOf } from '../bundles.ts';
import { temporaryFolder } from '../folders.ts';
import { print } from '../renders.ts';

/** Calls the handler of a bundle in a separate Node process. */
async function invoke(bundle: string, event: unknown, briefings: string, flags: readonly string[] = []) {
  const script = join(briefings, 'call.mjs');
  await writeFile(
    script,
    `const { handler } = await import(${JSON.stringify(pathToFileURL(join(bundle, 'index.mjs')).href)});
     console.log('ANSWER ' + JSON.stringify(await handler(${JSON.stringify(event)}, {})));`,
  );
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [...flags, script], {
    cwd: briefings,
    env: { BRIEFINGS_FOLDER: briefings },
  });
  return { answer: JSON.parse(stdout.slice(stdout.indexOf('ANSWER ') + 7)), log: stderr };
}

const isCompiled = (file: string) => file.endsWith('.compiled.zst');

/** The files below a folder by their relative paths, sorted. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .toSorted();
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
    bundles = await builtBundles();
  });

  it.each(languages)('print the same bytes in %s as the sources do', async (language) => {
    const folder = await temporaryFolder();
    const event = apiEvent('POST', '/briefings', JSON.stringify({ edition: '2021-07', language }));
    const { answer, log } = await invoke(join(bundles, 'api'), event, folder);
    expect(answer.statusCode).toBe(201);
    expect(log).toBe('');
    const [name = ''] = (await readdir(join(folder, 'briefings/2021-07', language))).filter((file) =>
      file.endsWith('.pdf'),
    );
    const path = pathOf({ edition: '2021-07', language, digest: name.replace('.pdf', ''), rendition: fullPdf });
    const bundled = await readFile(join(folder, path));
    expect(Buffer.compare(bundled, (await print('2021-07', language)).bytes)).toBe(0);
  });

  it('name their checks of data as an editor’s machine does, so that they need not repeat them', async () => {
    expect(await sourceOf(join(bundles, 'api'), 'answer.js')).toContain(checksVersion());
  });

  it('hold the messages of briefings alone: what the local page says is not deployed', async () => {
    const messages = await sourceOf(join(bundles, 'api'), 'messages-en.js');
    expect(messages).toContain('list.pair');
    expect(messages).not.toMatch(/["'](page|problem)\./);
  });

  it('run the month and report the outcome of each file in each language', async () => {
    const { answer } = await invoke(join(bundles, 'monthly'), {}, await temporaryFolder());
    const { results } = answer;
    expect(results).toHaveLength(2 * languages.length * renditions.length);
    expect(results.every(({ outcome }: { outcome: string }) => outcome === 'made')).toBe(true);
  });

  it('use compiled code also with the flag with which Lambda starts Node', async () => {
    const event = apiEvent('POST', '/briefings', JSON.stringify({ edition: '2021-07' }));
    const { answer, log } = await invoke(join(bundles, 'api'), event, await temporaryFolder(), ['--expose-gc']);
    expect(answer.statusCode).toBe(201);
    expect(log).toBe('');
  });

  it.runIf(ownArchitecture)('render all the same and log it when V8 refuses the compiled code', async () => {
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

  it('answer a request without loading the code that renders', async () => {
    const prints = async (part: string) => (await sourceOf(join(bundles, 'api'), part)).includes('StructTreeRoot');
    expect(await prints('answer.js')).toBe(false);
    expect(await prints('print.js')).toBe(true);
  });

  it('show the page of a share without any code that renders', async () => {
    const folder = await temporaryFolder();
    const { answer } = await invoke(join(bundles, 'public'), apiEvent('GET', '/s/unknown'), folder);
    expect([answer.statusCode, answer.body.includes('<section lang="be">')]).toEqual([404, true]);
    const files = await filesIn(join(bundles, 'public'));
    expect(files.filter((file) => /print|messages|fonts/.test(file))).toEqual([]);
    expect(await sourceOf(join(bundles, 'public'), 'answer.js')).not.toContain('StructTreeRoot');
  });

  it('contain compiled code for the processor of this machine', async () => {
    for (const name of functionNames) {
      const compiled = (await readdir(join(bundles, name))).filter(isCompiled).toSorted();
      const parts = renders[name] ? ['answer.js', 'print.js'] : ['answer.js'];
      expect(compiled).toEqual(ownArchitecture ? parts.map((part) => `${part}.compiled.zst`) : []);
    }
  });

  describe('built again for a processor that would refuse compiled code', () => {
    const foreign = architectures.find((name) => name !== ownArchitecture) ?? 'arm64';
    let folder: string;
    let complaint: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'briefing-'));
      const script = join(projectFolder, 'functions/bundle/build.ts');
      const { stderr } = await promisify(execFile)(process.execPath, [
        script,
        '--architecture',
        foreign,
        '--out',
        folder,
      ]);
      complaint = stderr;
      return () => rm(folder, { recursive: true, force: true });
    });

    it('contain none, and the build says what to do', async () => {
      expect(complaint).toMatch(`Built without compiled code, which V8 takes only from Linux on ${foreign}`);
      expect((await readdir(join(folder, 'api'))).filter(isCompiled)).toEqual([]);
      const event = apiEvent('POST', '/briefings', JSON.stringify({ edition: '2021-07' }));
      const { answer, log } = await invoke(join(folder, 'api'), event, await temporaryFolder());
      expect(answer.statusCode).toBe(201);
      expect(log).toBe('');
    });

    // Otherwise a deployment without a change would update functions.
    it('are the same bytes; if not, delete node_modules/.cache/gomel-briefing and see whether two builds differ', async () => {
      const [first, second] = await Promise.all([bundles, folder].map(filesIn));
      expect(second?.length).toBeGreaterThan(10);
      expect(second).toEqual(first?.filter((file) => !isCompiled(file)));
      for (const file of second ?? []) {
        const [one, other] = await Promise.all([bundles, folder].map((place) => readFile(join(place, file))));
        expect(one && other && one.equals(other), file).toBe(true);
      }
    });
  });
});

import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { dayInMinsk, loadDataset, type PackageFiles } from '../../functions/dataset/index.ts';
import { openPackage } from '../../functions/desk/index.ts';
import type { Checked, DeskState, Moved } from '../../functions/local/desk-outcomes.ts';
import { LivePreview } from '../../functions/local/live-preview.ts';
import { localServer } from '../../functions/local/server.ts';
import { BriefingStore, FolderObjects } from '../../functions/store/index.ts';
import { edited, withoutSource } from '../changes/packages.ts';
import { workbookOf } from '../desk-workbooks.ts';
import { temporaryFolder } from '../folders.ts';
import { monthlyPackage } from '../monthly-package.ts';
import { noon, packageFiles } from '../package-files.ts';
import { pageTexts } from '../read-pdf.ts';
import { servicesWith } from '../services.ts';
import { deskOver } from './desk-over.ts';

/** Noon of a day in the month in which the newest bulletin was published: only the edition of that month has it. */
const april = new Date('2026-04-20T12:00:00Z');

/** Fourteen bulletins: trade rose in January 2026, and fell in January and February together. */
const fallen = monthlyPackage({ from: '2025-01', months: 14, low: ['2026-02'], products: 4, seed: 7 });
const risen = withoutSource(fallen, 'bulletin-2026-02');

/** A local server with a desk over a new folder, where nothing is published, and what an editor does there. */
async function serve(bundled = risen, clock = april) {
  const objects = new FolderObjects(await temporaryFolder(), { now: () => clock });
  const desk = deskOver(objects, { bundled: async () => bundled, now: () => clock });
  const dataset = loadDataset(bundled, dayInMinsk(clock));
  const services = await servicesWith({ dataset, store: new BriefingStore(objects), now: () => clock });
  const server = localServer(new LivePreview(services, async () => ({})), 'default', desk);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const post = async <T>(path: string, body: string | Uint8Array): Promise<T> => {
    const answer = await fetch(`${address}/page/desk/${path}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : Buffer.from(body),
    });
    return (await answer.json()) as T;
  };
  return {
    address,
    state: async () => (await (await fetch(`${address}/page/desk/state.json`)).json()) as DeskState,
    /** The package of the workbook that is downloaded. */
    take: async (): Promise<PackageFiles> => {
      const file = await fetch(`${address}/page/desk/workbook.xlsx`);
      return (await openPackage(new Uint8Array(await file.arrayBuffer()), 'taken.xlsx')).files;
    },
    drop: (files: PackageFiles) => post<Checked>('draft?name=data.xlsx', workbookOf(files)),
    publish: (draft: string, message = '', over?: string) =>
      post<Moved>('publish', JSON.stringify({ draft, message, over })),
    rollBack: (digest: string | null) => post<Moved>('roll-back', JSON.stringify({ digest, message: '' })),
  };
}

/** What was found of a file without problems. */
function changesIn(checked: Checked): Extract<Checked, { outcome: 'changes' }> {
  if (checked.outcome === 'changes') return checked;
  throw new Error(`expected a file without problems: ${JSON.stringify(checked)}`);
}

/** The taken package with the newest bulletin, and another version. */
function withMonth(taken: PackageFiles, version: string): PackageFiles {
  const months = new Map([...fallen].filter(([name]) => name.endsWith('.csv')));
  return withVersion(new Map([...taken, ...months]), version);
}

function withVersion(files: PackageFiles, version: string): PackageFiles {
  const text = new TextDecoder().decode(files.get('datapackage.json'));
  const raised = text.replace(/"version": "[^"]+"/, `"version": "${version}"`);
  return new Map([...files, ['datapackage.json', new TextEncoder().encode(raised)]]);
}

describe('the desk of the local page', () => {
  it('gives a workbook that knows what it was made from, and says that it changes nothing as it is', async () => {
    const editor = await serve();
    const taken = await editor.take();
    expect(new TextDecoder().decode(taken.get('datapackage.json'))).toMatch(/"base": "[0-9a-f]{64}"/);
    const { changes, draft } = changesIn(await editor.drop(taken));
    expect([changes.rows, changes.editions]).toEqual([[], []]);
    expect(await editor.publish(draft)).toEqual({ outcome: 'unchanged' });
    expect((await editor.state()).moves).toEqual([]);
  });

  it('says what a month would change before it is published: trade that rose falls, in every language', async () => {
    const editor = await serve();
    const { changes, rows } = changesIn(await editor.drop(withMonth(await editor.take(), '2026.4.0')));
    expect(rows).toBeGreaterThan(100);
    expect(changes.editions).toEqual(['2026-04']);
    const first = (language: 'en' | 'ru' | 'be') =>
      changes.compared?.languages[language].sentences.changed.find(({ place }) => place === 'overview/list');
    expect([first('en')?.before, first('en')?.after]).toEqual([
      expect.stringContaining('rose by'),
      expect.stringContaining('fell by'),
    ]);
    expect([first('ru')?.before, first('ru')?.after]).toEqual([
      expect.stringContaining('выросла на'),
      expect.stringContaining('сократилась на'),
    ]);
    expect(first('be')?.after).toContain('скараціўся на');
  });

  it('shows the pages of a draft, which say so in the language of the reader, and keeps none of them', async () => {
    const editor = await serve();
    const { draft } = changesIn(await editor.drop(withMonth(await editor.take(), '2026.4.0')));
    const preview = await fetch(`${editor.address}/page/desk/preview/${draft}/2026-04/ru.pdf`);
    expect([preview.status, preview.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const pages = await pageTexts(new Uint8Array(await preview.arrayBuffer()));
    expect(pages.filter((text) => !text.includes('ПРОЕКТ'))).toEqual([]);
    expect((await fetch(`${editor.address}/briefings/2026-04/ru`)).status).toBe(404);
    await editor.drop(await editor.take());
    const gone = await fetch(`${editor.address}/page/desk/preview/${draft}/2026-04/ru.pdf`);
    expect(gone.status).toBe(404);
  });

  it('names the cell of what is wrong, with everything else that is', async () => {
    const editor = await serve();
    const taken = await editor.take();
    const poisoned = edited(
      taken,
      () => true,
      (line) => line.replace(/^(.*,2025-01,)[\d.]+(,USD,.*bulletin-2025-01,.*)$/, '$1twelve$2'),
    );
    const found = await editor.drop(poisoned);
    expect(found.outcome).toBe('problems');
    const problems = 'problems' in found ? found.problems : [];
    expect(problems.length).toBeGreaterThan(1);
    expect(problems[0]).toMatchObject({
      code: 'not_number',
      value: 'twelve',
      at: { sheet: 'observations', cell: expect.stringMatching(/^[A-Z]\d+$/) },
    });
    expect(await editor.publish('none')).toMatchObject({ status: 404 });
  });

  it('names the cell of a text that passes every check and that no page has room for', async () => {
    const editor = await serve(packageFiles, noon);
    const text = (word: string) => word.repeat(40).slice(0, 280).trim();
    const sector = (index: number) =>
      `sector,new_${index},,,${index} ${text('economy ')},${index} ${text('экономика ')},${index} ${text('эканоміка ')},,,,,strela-2025-02-20,text\n`;
    const taken = await editor.take();
    const statements = new TextDecoder().decode(taken.get('statements.csv'));
    const more = `${statements}${[1, 2, 3, 4].map(sector).join('')}`;
    const found = await editor.drop(new Map([...taken, ['statements.csv', new TextEncoder().encode(more)]]));
    expect(found).toMatchObject({
      outcome: 'problems',
      problems: [
        {
          code: 'unprintable',
          at: { sheet: 'statements', cell: expect.stringMatching(/^E\d+$/) },
          words: { ru: { title: 'Это не\u00a0помещается на\u00a0странице' } },
        },
      ],
    });
    expect((await editor.state()).moves).toEqual([]);
  });

  it.each([
    ['a table of other programs', 'data.csv', 'a;b', 'file_type'],
    ['an old workbook', 'data.xls', '\u00d0\u00cf\u0011\u00e0', 'file_type'],
    ['a file that was cut off', 'data.xlsx', 'PK\u0003\u0004', 'file_damaged'],
  ])('says of %s what to do with it', async (_, name, content, code) => {
    const { address } = await serve();
    const body = Buffer.from(content, 'latin1');
    const answer = await fetch(`${address}/page/desk/draft?name=${name}`, { method: 'POST', body });
    expect(await answer.json()).toMatchObject({ outcome: 'problems', file: name, problems: [{ code }] });
  });

  it('publishes for two editors: the second hears what it would undo, and may mean it; each version can return', async () => {
    const editor = await serve();
    const [early, late] = [await editor.take(), await editor.take()];
    const mine = changesIn(await editor.drop(withMonth(early, '2026.4.1')));
    expect(mine.objections).toEqual([]);
    const published = await editor.publish(mine.draft, 'The bulletin of February');
    expect(published).toMatchObject({ outcome: 'published', version: '2026.4.1', editions: ['2026-04'] });
    const first = await editor.state();
    expect(first).toMatchObject({ version: '2026.4.1', place: 'computer' });
    expect(first.moves).toMatchObject([{ by: 'anna', message: 'The bulletin of February', version: '2026.4.1' }]);

    const other = withVersion(withoutSource(late, 'bulletin-2026-01'), '2026.4.2');
    const theirs = changesIn(await editor.drop(other));
    expect(theirs.objections.map(({ code }) => code)).toEqual(['other_base', 'rows_missing', 'rows_missing']);
    const refused = await editor.publish(theirs.draft);
    expect(refused).toMatchObject({ outcome: 'refused', objections: theirs.objections, over: first.digest });
    const overNothing = await editor.publish(theirs.draft, '', '0'.repeat(64));
    expect(overNothing.outcome, 'what was overridden for one version counts for no other').toBe('refused');
    const forced = await editor.publish(theirs.draft, '', first.digest ?? '');
    expect(forced).toMatchObject({ outcome: 'published', version: '2026.4.2' });

    expect(await editor.rollBack(first.digest)).toMatchObject({ outcome: 'rolled back', version: '2026.4.1' });
    const back = await editor.state();
    expect([back.version, back.moves.map(({ kind }) => kind)]).toEqual([
      '2026.4.1',
      ['rolled back', 'published', 'published'],
    ]);
    expect(back.withdrawn).toHaveLength(1);
    expect(await editor.rollBack(null)).toMatchObject({ outcome: 'rolled back', digest: null });
    expect((await editor.state()).digest).toBeNull();
    expect(await editor.rollBack('0'.repeat(64))).toMatchObject({ status: 404 });
  });

  it('takes the workbook that was just published once more, with a mistake in it mended', async () => {
    const editor = await serve();
    const taken = await editor.take();
    const first = changesIn(await editor.drop(withMonth(taken, '2026.4.1')));
    await editor.publish(first.draft);
    const other = (line: string) => line.replace(',bulletin-2026-02,table,', ',bulletin-2026-02,table 2,');
    const again = edited(withMonth(taken, '2026.4.2'), () => true, other);
    const mended = changesIn(await editor.drop(again));
    expect(mended.objections).toEqual([]);
    expect(await editor.publish(mended.draft)).toMatchObject({ outcome: 'published', version: '2026.4.2' });
  });

  it('shows on the page where the desk is, and that it needs JavaScript for more than the workbook', async () => {
    const { address } = await serve();
    const html = await (await fetch(`${address}/?language=be`)).text();
    expect(html).toContain('href="#desk"');
    expect(html).toContain('Перацягніце кнігу сюды або выберыце файл');
    expect(html).toMatch(/<noscript><p[^>]*>Для праверкі і\u00a0публікацыі тут патрэбны JavaScript/);
  });

  it('refuses pages of other sites, other methods, and a file that is too large before it has come', async () => {
    const { address } = await serve();
    const from = (origin: string) =>
      fetch(`${address}/page/desk/roll-back`, { method: 'POST', body: '{"digest":null}', headers: { origin } });
    expect((await from('https://evil.example')).status).toBe(403);
    expect((await fetch(`${address}/page/desk/roll-back`)).status).toBe(404);
    expect((await fetch(`${address}/page/desk/state.json`, { method: 'POST' })).status).toBe(405);
    expect((await fetch(`${address}/page/desk/roll-back`, { method: 'POST', body: '[' })).status).toBe(400);
    expect((await fetch(`${address}/page/desk/roll-back`, { method: 'POST', body: '{}' })).status).toBe(422);
    const large = new Blob([new Uint8Array(100_000_000)]);
    const answer = await fetch(`${address}/page/desk/draft?name=data.xlsx`, { method: 'POST', body: large }).then(
      ({ status }) => status,
      () => 'closed',
    );
    expect([413, 'closed']).toContain(answer);
  });
});

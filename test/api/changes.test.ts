import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../functions/dataset/index.ts';
import { monthlyPackage } from '../monthly-package.ts';
import { today } from '../package-files.ts';
import { servicesWith } from '../services.ts';
import { call } from './call.ts';

/** Bulletins for two years up to September 2026, the last of which was published in November. */
const bulletins = loadDataset(monthlyPackage({ from: '2024-10', months: 24 }), today);

describe('GET /changes', () => {
  it('tells the figures and the sentences that the bulletin of a month brings, in the language asked for', async () => {
    const services = await servicesWith({ dataset: bulletins });
    const { status, headers, body } = await call(services, '/changes?from=2026-10&to=2026-11&language=ru');
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(body).toMatchObject({ from: '2026-10', to: '2026-11', language: 'ru' });
    const exports = body.figures.added.find(
      ({ key }: { key: string }) => key === 'trade_value.export.RU.2026-01/2026-09',
    );
    expect(exports).toMatchObject({ name: 'Экспорт', status: 'published', previous: { period: '2026-01/2026-08' } });
    expect(exports.dependents).toContain('exports.month.2026-09');
    const [title] = body.sentences.changed.filter(({ place }: { place: string }) => place === 'months/title');
    expect(title.before).toContain('августе 2026');
    expect(title.after).toContain('сентябре 2026');
    expect((await services.store.list({ limit: 1 })).briefings).toEqual([]);
  });

  it('says nothing of an edition that is compared with itself', async () => {
    const { body } = await call(await servicesWith(), '/changes?from=2024-07&to=2024-07');
    const none = { changed: [], added: [], removed: [] };
    const figures = { ...none, more: { changed: 0, added: 0, removed: 0 } };
    expect(body).toEqual({ from: '2024-07', to: '2024-07', language: 'en', figures, sentences: none });
  });

  it('compares also back: what is new the one way is gone the other way', async () => {
    const services = await servicesWith();
    const there = await call(services, '/changes?from=2021-07&to=latest');
    const back = await call(services, '/changes?from=latest&to=2021-07');
    const names = (figures: readonly { readonly key: string }[]) => figures.map(({ key }) => key).toSorted();
    expect(names(there.body.figures.added).length).toBeGreaterThan(0);
    expect(names(back.body.figures.removed)).toEqual(names(there.body.figures.added));
    expect(back.body.sentences.removed).toHaveLength(there.body.sentences.added.length);
  });

  it('lists a thousand new figures after many years, the newest, and counts the others', async () => {
    const years = loadDataset(monthlyPackage({ from: '2022-01', months: 56, products: 20, regions: 10 }), today);
    const { body } = await call(await servicesWith({ dataset: years }), '/changes?from=2022-04&to=2026-11');
    expect(body.figures.added).toHaveLength(1000);
    expect(body.figures.more.added).toBeGreaterThan(1000);
    expect(body.figures.added[0]).toMatchObject({ status: 'published', period: '2026-01/2026-08' });
  });

  it('says which edition and which language it does not accept', async () => {
    const { status, body } = await call(await servicesWith(), '/changes?from=July&language=de');
    expect([status, body.type]).toEqual([422, 'urn:gomel-briefing:problem:invalid-request']);
    expect(body.errors).toEqual([
      { pointer: 'query/from', detail: '"July": expected a month such as "2021-07", or "latest"' },
      { pointer: 'query/to', detail: '"": expected a month such as "2021-07", or "latest"' },
      { pointer: 'query/language', detail: '"de": expected one of en, ru, be' },
    ]);
  });

  it('has no edition before the first, and says which there are', async () => {
    const { status, body } = await call(await servicesWith(), '/changes?from=2020-01&to=2021-07');
    expect([status, body.type]).toEqual([404, 'urn:gomel-briefing:problem:edition-not-found']);
    expect(body.detail).toContain('from 2021-07 to 2026-11');
  });

  it('answers HEAD without a body, and no other method', async () => {
    const services = await servicesWith();
    const address = '/changes?from=2021-07&to=2021-08';
    const head = await call(services, address, { method: 'HEAD' });
    expect([head.status, head.body]).toEqual([200, null]);
    const post = await call(services, address, { method: 'POST' });
    expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });
});

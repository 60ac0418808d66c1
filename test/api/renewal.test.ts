import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../functions/dataset/index.ts';
import { today, withObservation } from '../package-files.ts';
import { bucketStore } from '../s3/buckets.ts';
import { servicesWith } from '../services.ts';
import { call, post } from './call.ts';

const otherData = () => loadDataset(withObservation('exact,A', 'about,A'), today);

describe('when what a briefing is made from changes', () => {
  it.each([
    ['the renderer', async () => ({ rendererVersion: '0'.repeat(64) })],
    ['the data', async () => ({ dataset: otherData() })],
  ])('%s, a new one is made beside the old one, whose link still works', async (_, changed) => {
    const { store, bucket } = await bucketStore();
    const before = await servicesWith({ store, now: () => new Date() });
    const old = await post(before, { edition: '2021-07' });
    const after = { ...before, ...(await changed()) };
    const found = await call(after, '/briefings/2021-07/en');
    expect([found.status, found.body.sha256, found.body.stale]).toEqual([200, old.body.sha256, true]);
    const renewed = await post(after, { edition: '2021-07' });
    expect([old.body.stale, renewed.body.stale]).toEqual([false, false]);
    expect([old.status, renewed.status, bucket.objects.size]).toEqual([201, 201, 2]);
    for (const { url } of [old.body, renewed.body]) expect((await fetch(url)).status).toBe(200);
    const { body } = await call(after, '/briefings?edition=2021-07');
    expect(body.briefings).toHaveLength(2);
  });
});

describe('when the published data are not in use', () => {
  const digest = 'a'.repeat(64);
  const withdrawn = [{ digest, version: '2026.11.1', since: '2026-11-20T08:00:00Z', withdrawn: true }];

  it('no briefing from withdrawn data is served, however new it is', async () => {
    const { store } = await bucketStore();
    const good = await servicesWith({ store, now: () => new Date() });
    await post(good, { edition: '2021-07' });
    await post({ ...good, dataset: otherData(), dataDigest: digest }, { edition: '2021-07' });
    // Another renderer version, so neither briefing is the current one.
    const back = { ...good, rendererVersion: '0'.repeat(64), data: { state: 'current', withdrawn } } as const;
    const { body } = await call(back, '/briefings/2021-07/en');
    expect([body.stale, body.data.digest]).toEqual([true, null]);
  });

  it('a reader gets the existing briefing, marked as stale, and none is made from other data', async () => {
    const { store } = await bucketStore();
    const services = await servicesWith({ store, now: () => new Date() });
    await post(services, { edition: '2021-07' });
    const apart = { ...services, data: { state: 'unavailable', withdrawn: [] } } as const;
    expect((await call(apart, '/briefings/2021-07/en')).body.stale).toBe(true);
    const refused = await post(apart, { edition: '2021-08' });
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '5']);
    expect((await call(apart, '/health')).body.data.state).toBe('unavailable');
  });
});

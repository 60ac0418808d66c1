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
    expect([found.status, found.body.sha256]).toEqual([200, old.body.sha256]);
    const renewed = await post(after, { edition: '2021-07' });
    expect([old.status, renewed.status, bucket.objects.size]).toEqual([201, 201, 2]);
    for (const { url } of [old.body, renewed.body]) expect((await fetch(url)).status).toBe(200);
    const { body } = await call(after, '/briefings?edition=2021-07');
    expect(body.briefings).toHaveLength(2);
  });
});

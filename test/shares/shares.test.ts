import { describe, expect, it } from 'vitest';
import { type NewShare, type Share, Shares, stateOf } from '../../functions/shares/index.ts';
import { FolderObjects } from '../../functions/store/index.ts';
import { temporaryFolder } from '../folders.ts';
import { noon } from '../package-files.ts';

const asked: NewShare = {
  edition: 'latest',
  language: 'ru',
  label: 'Chamber of commerce',
  endsAt: new Date(noon.getTime() + 180 * 86_400_000),
  reader: null,
};

async function sharesInFolder() {
  const objects = new FolderObjects(await temporaryFolder(), { now: () => noon });
  return { objects, shares: new Shares(objects) };
}

describe('a share', () => {
  it('is found by its token and by nothing else', async () => {
    const { shares } = await sharesInFolder();
    const { token, share } = await shares.create(asked, noon);
    expect(await shares.find(token)).toEqual(share);
    const near = [share.id, token.slice(1), `${token} `, token.toUpperCase(), token.toLowerCase(), '', '../shares'];
    for (const other of near) expect(await shares.find(other), other).toBe(null);
  });

  it('has a token of 128 random bits or more, that a URL takes as it is', async () => {
    const { shares } = await sharesInFolder();
    const made = await Promise.all(Array.from({ length: 50 }, () => shares.create(asked, noon)));
    expect(new Set(made.map(({ token }) => token)).size).toBe(50);
    for (const { token } of made) {
      expect(token).toMatch(/^[\w-]+$/);
      expect(Buffer.from(token, 'base64url').length * 8).toBeGreaterThanOrEqual(128);
    }
  });

  it('is kept without its token', async () => {
    const { shares, objects } = await sharesInFolder();
    const { token, share } = await shares.create(asked, noon);
    const paths = (await objects.list('shares/')).map(({ path }) => path).filter((path) => path.endsWith('.json'));
    expect(paths).toEqual([`shares/${share.id}.json`]);
    const stored = await objects.get(paths[0] ?? '');
    const text = stored && stored !== 'unchanged' ? new TextDecoder().decode(stored.bytes) : '';
    expect(text).toContain('Chamber of commerce');
    expect(text).not.toContain(token);
  });

  it('is open until the very instant at which it ends', async () => {
    const { shares } = await sharesInFolder();
    const { share } = await shares.create(asked, noon);
    const at = (milliseconds: number) => stateOf(share, new Date(share.endsAt.getTime() + milliseconds));
    expect([at(-1), at(0), at(1)]).toEqual(['open', 'ended', 'ended']);
  });

  it('that was revoked stays so, whoever revokes it again or at the same time', async () => {
    const { shares } = await sharesInFolder();
    const { token, share } = await shares.create(asked, noon);
    const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
    const outcomes = await Promise.all([1, 2, 3].map((minutes) => shares.revoke(share.id, later(minutes))));
    expect(new Set(outcomes.map((one) => one?.revoked?.getTime())).size).toBe(1);
    const again = await shares.revoke(share.id, later(9));
    expect(again).toEqual(outcomes[0]);
    expect(stateOf((await shares.find(token)) as Share, later(1000 * 1440))).toBe('revoked');
  });

  it('that does not exist cannot be revoked', async () => {
    const { shares } = await sharesInFolder();
    expect(await shares.revoke('0'.repeat(64), noon)).toBe(null);
  });
});

it('the list of shares has the newest first, and what else is in the folder is not in it', async () => {
  const { shares, objects } = await sharesInFolder();
  for (const [minutes, label] of ['first', 'second', 'third'].entries()) {
    await shares.create({ ...asked, label }, new Date(noon.getTime() + minutes * 60_000));
  }
  await objects.put('shares/readme.txt', Buffer.from('x'), { only: 'new' });
  expect((await shares.list()).map(({ label }) => label)).toEqual(['third', 'second', 'first']);
});

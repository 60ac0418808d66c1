import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits, Shares } from '../../functions/shares/index.ts';
import { noon } from '../package-files.ts';
import { open } from '../public/call.ts';
import { servicesWith } from '../services.ts';
import { call } from './call.ts';
import { requestFaults } from './contract.ts';

type Services = Awaited<ReturnType<typeof servicesWith>>;

const asked = { edition: 'latest', language: 'ru', days: 180, label: 'Chamber of commerce' };

function post(services: Services, body: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return call(services, '/shares', { method: 'POST', body: text });
}

describe('POST /shares', () => {
  it('gives the address of a page that anyone can open, once', async () => {
    const services = await servicesWith();
    const { status, body } = await post(services, asked);
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{64}$/),
      url: expect.stringMatching(/^https:\/\/share\.example\/s\/[\w-]{22,}$/),
      edition: 'latest',
      language: 'ru',
      label: 'Chamber of commerce',
      endsAt: '2027-05-22T12:00:00.000Z',
    });
    const opened = await open(services, new URL(body.url).pathname);
    expect([opened.status, opened.body.includes('lang="ru"')]).toEqual([404, true]); // nothing has been made here
  });

  it('makes another one each time: each reader gets an address that can be revoked alone', async () => {
    const services = await servicesWith();
    const [one, other] = [await post(services, asked), await post(services, asked)];
    expect(one.body.url).not.toBe(other.body.url);
  });

  it('shares the latest edition in English for half a year unless more is said', async () => {
    const { status, body } = await post(await servicesWith(), { label: 'A reader' });
    expect([status, body.edition, body.language, body.endsAt]).toEqual([
      201,
      'latest',
      'en',
      '2027-05-22T12:00:00.000Z',
    ]);
  });

  it('puts its address into no line of the log', async () => {
    const services = await servicesWith();
    const { body } = await post(services, asked);
    const token = new URL(body.url).pathname.slice('/s/'.length);
    expect(services.logger.lines.length).toBeGreaterThan(0);
    expect(services.logger.lines.join('\n')).not.toContain(token);
  });

  const days = 'expected a whole number of days from 1 to 366';
  const label = 'expected one line of 1 to 200 letters that says whom the share is for';
  it.each([
    ['no day', { days: 0 }, '#/days', `0: ${days}`],
    ['more than a year', { days: 367 }, '#/days', `367: ${days}`],
    ['half a day', { days: 0.5 }, '#/days', `0.5: ${days}`],
    ['a label of 300 letters', { label: 'я'.repeat(300) }, '#/label', `"${'я'.repeat(78)}…: ${label}`],
    ['a label of two lines', { label: 'a\r\nb' }, '#/label', `"a\\r\\nb": ${label}`],
    ['an empty label', { label: '' }, '#/label', `"": ${label}`],
    ['a label of spaces', { label: '  ' }, '#/label', `"  ": ${label}`],
    ['no label', { label: undefined }, '#/label', `"": ${label}`],
    ['an unknown language', { language: 'de' }, '#/language', '"de": expected one of en, ru, be'],
    ['an unknown field', { url: 'x' }, '#/url', '"x": unknown; accepted here: edition, language, days, label'],
  ])('refuses %s with 422, with the place, the value and what is accepted', async (_, change, pointer, detail) => {
    const services = await servicesWith();
    const { status, body } = await post(services, { ...asked, ...change });
    expect([status, body.errors]).toEqual([422, [{ pointer, detail }]]);
    expect((await call(services, '/shares')).body.shares).toEqual([]);
  });

  it('takes a label of 200 letters of any script', async () => {
    const { status } = await post(await servicesWith(), { ...asked, label: '🐘'.repeat(200) });
    expect(status).toBe(201);
  });

  it('has no edition before the first one, and says which exist', async () => {
    const { status, body } = await post(await servicesWith(), { ...asked, edition: '1999-01' });
    expect(status).toBe(404);
    expect(body.detail).toContain('editions run from 2021-07 to 2026-11');
  });

  it('refuses the 1,001st open share with 409 and says what to do; those that ended do not count', async () => {
    const services = await servicesWith();
    const shares = new Shares(services.store.objects);
    const make = (reader: string | null, minutes: number) => {
      const endsAt = new Date(noon.getTime() + minutes * 60_000);
      return shares.create({ edition: 'latest', language: 'en', label: 'x', endsAt, reader }, noon);
    };
    for (let made = 0; made < limits.open - 1; made += 1) await make(null, 1);
    await make('a reader', 1);
    await make(null, -1);
    expect((await post(services, asked)).status).toBe(201);
    const { status, body } = await post(services, asked);
    expect([status, body.type]).toEqual([409, 'urn:gomel-briefing:problem:too-many-shares']);
    expect(body.detail).toBe(
      '1000 shares are open; no more than 1000 can be. Revoke one that is no longer needed with DELETE /shares/{id}, or wait until one ends.',
    );
    await call(services, `/shares/${(await call(services, '/shares')).body.shares[0].id}`, { method: 'DELETE' });
    expect((await post(services, asked)).status).toBe(201);
  });

  it('accepts a body exactly when the document accepts it', async () => {
    const services = await servicesWith();
    const field = <T>(good: fc.Arbitrary<T>) =>
      fc.oneof({ weight: 3, arbitrary: good }, { weight: 1, arbitrary: fc.jsonValue() });
    const odd = fc.constantFrom('\n', '\u0085', '\u2028', ' ', '\u00a0', '\u3000', '\ud800', 'x'.repeat(201), '\u202e');
    const form = fc.record(
      {
        edition: field(fc.constantFrom('2021-07', 'latest', '2021-13')),
        language: field(fc.constantFrom('en', 'ru', 'be', 'de')),
        days: field(fc.oneof(fc.integer({ min: -1, max: 368 }), fc.double())),
        label: field(fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 210 }), fc.string())),
      },
      { requiredKeys: ['label'] },
    );
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 5, arbitrary: form }, { weight: 1, arbitrary: fc.jsonValue() }),
        async (value) => {
          const sent = JSON.stringify(value);
          const { status } = await post(services, sent);
          const answer = { status: 0, headers: {}, body: '' };
          const isDescribed = requestFaults({ method: 'POST', address: '/shares', body: sent, answer })?.length === 0;
          expect(status === 422, sent).toBe(!isDescribed);
          if (isDescribed) accepted += 1;
        },
      ),
      { numRuns: 1000 },
    );
    expect(accepted).toBeGreaterThan(10);
  });
});

describe('GET /shares', () => {
  it('lists all shares, the newest first, with their state and without their addresses', async () => {
    let now = noon;
    const services = await servicesWith({ now: () => now });
    const urls = [];
    for (const label of ['first', 'second', 'third']) {
      urls.push((await post(services, { ...asked, label, days: label === 'first' ? 1 : 180 })).body.url as string);
      now = new Date(now.getTime() + 60_000);
    }
    const { body } = await call(services, '/shares');
    const revoked = body.shares[0].id as string;
    await call(services, `/shares/${revoked}`, { method: 'DELETE' });
    now = new Date(noon.getTime() + 86_400_000);
    const { body: later } = await call(services, '/shares');
    expect(later.shares.map(({ label, state }: Record<string, string>) => `${label} ${state}`)).toEqual([
      'third revoked',
      'second open',
      'first ended',
    ]);
    for (const url of urls) expect(JSON.stringify(later)).not.toContain(url.slice(-10));
  });
});

describe('DELETE /shares/{id}', () => {
  it('closes the page, and again changes nothing', async () => {
    const services = await servicesWith();
    const { body } = await post(services, asked);
    const remove = () => call(services, `/shares/${body.id}`, { method: 'DELETE' });
    const [first, second] = [await remove(), await remove()];
    expect([first.status, first.body.state]).toEqual([200, 'revoked']);
    expect(second.body).toEqual(first.body);
    expect((await open(services, new URL(body.url).pathname)).status).toBe(410);
  });

  it('has no share of an unknown id, and refuses what is no id', async () => {
    const services = await servicesWith();
    const unknown = await call(services, `/shares/${'0'.repeat(64)}`, { method: 'DELETE' });
    expect([unknown.status, unknown.body.type]).toEqual([404, 'urn:gomel-briefing:problem:share-not-found']);
    const { body } = await post(services, asked);
    const token = new URL(body.url).pathname.slice('/s/'.length);
    for (const other of [token, body.id.toUpperCase(), `${body.id}0`]) {
      const { status, body: told } = await call(services, `/shares/${other}`, { method: 'DELETE' });
      expect([status, told.errors?.[0]?.pointer], other).toEqual([422, 'path/id']);
    }
  });
});

it('an address of a share that is sent to the protected API stands in no line of its log', async () => {
  const services = await servicesWith();
  const { body } = await post(services, asked);
  const { pathname } = new URL(body.url);
  for (const address of [pathname, `${pathname}/pdf`, `//s/${pathname.slice(3)}`]) {
    const { status, body: told } = await call(services, address);
    expect([status, told.detail]).toEqual([404, expect.not.stringContaining(pathname.slice(3))]);
  }
  expect(services.logger.lines.join('\n')).not.toContain(pathname.slice(3));
});

import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { forms } from '../../functions/store/index.ts';
import { servicesWith } from '../services.ts';
import { call, post } from './call.ts';

describe('POST /briefings', () => {
  it('makes a briefing once: 201 with its location, then 200 with the same file', async () => {
    const services = await servicesWith();
    const made = await post(services, { edition: '2021-07', language: 'ru', expiresIn: 600 });
    expect(made.status).toBe(201);
    expect(made.headers.location).toBe('/briefings/2021-07/ru');
    expect(made.body).toMatchObject({
      edition: '2021-07',
      language: 'ru',
      expiresAt: '2026-11-23T12:10:00.000Z',
      data: { newestPublished: '2021-07-27', newFigures: 22 },
    });
    expect(made.body.title).toContain('Гомельская область');
    const again = await post(services, { edition: '2021-07', language: 'ru' });
    expect(again.status).toBe(200);
    expect(again.body.sha256).toBe(made.body.sha256);
  });

  it('makes the current edition in English when the body is empty', async () => {
    const { status, body } = await post(await servicesWith(), '');
    expect([status, body.edition, body.language]).toEqual([201, '2026-11', 'en']);
  });

  it('renders once when many ask at the same time', async () => {
    let opened = 0;
    const { loadRenderer } = await servicesWith();
    const services = await servicesWith({
      loadRenderer: () => {
        opened += 1;
        return loadRenderer();
      },
    });
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(services, { edition: '2021-07' })));
    expect(opened).toBe(1);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(19).fill(200), 201]);
    expect(new Set(answers.map(({ body }) => body.sha256)).size).toBe(1);
  });

  it.each([
    [
      'an unknown field',
      { colour: 'red' },
      '#/colour',
      '"red": unknown; accepted here: edition, language, form, format, expiresIn',
    ],
    ['an unknown language', { language: 'de' }, '#/language', '"de": expected one of en, ru, be'],
    [
      'an edition that is no month',
      { edition: '2021-7' },
      '#/edition',
      '"2021-7": expected a month such as "2021-07", or "latest"',
    ],
    [
      'a link for too long',
      { expiresIn: 3601 },
      '#/expiresIn',
      '3601: expected a whole number of seconds from 60 to 3600',
    ],
    [
      'a link for too short',
      { expiresIn: 59 },
      '#/expiresIn',
      '59: expected a whole number of seconds from 60 to 3600',
    ],
    [
      'a number as text',
      { expiresIn: '900' },
      '#/expiresIn',
      '"900": expected a whole number of seconds from 60 to 3600',
    ],
    ['a list', [], '#', 'a list: expected a JSON object'],
    ['null', 'null', '#', 'null: expected a JSON object'],
  ])('refuses %s with 422, with the place, the value and what is accepted', async (_, body, pointer, detail) => {
    const services = await servicesWith();
    const answer = await post(services, body);
    expect(answer.status).toBe(422);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.body.errors).toEqual([{ pointer, detail }]);
    expect((await services.store.list({ limit: 10 })).briefings).toEqual([]);
  });

  it('names itself in the link, so that a download leads back to who asked', async () => {
    const services = await servicesWith();
    const links = vi.spyOn(services.store, 'link');
    await post(services, { edition: '2021-07' });
    await call(services, '/briefings/2021-07/en');
    await call(services, '/briefings');
    expect(links.mock.calls.map(([, { requestId }]) => requestId)).toEqual(['request-1', 'request-1', 'request-1']);
  });

  it('lists every invalid value in one answer', async () => {
    const { body } = await post(await servicesWith(), { edition: 'x', language: 'y', expiresIn: 0 });
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '#/edition',
      '#/language',
      '#/expiresIn',
    ]);
  });

  it('refuses what is not JSON with 400', async () => {
    const { status, body } = await post(await servicesWith(), '{"edition":');
    expect([status, body.type]).toEqual([400, 'urn:gomel-briefing:problem:malformed-body']);
  });

  it('refuses a body over 16 KB with 413', async () => {
    const { status, body } = await post(await servicesWith(), `{"edition":"${'x'.repeat(16_400)}"}`);
    expect([status, body.title]).toEqual([413, 'The body is too large']);
  });

  it.each(['2021-06', '1999-01', '2026-12'])('has no edition %s and says which exist', async (edition) => {
    const { status, body } = await post(await servicesWith(), { edition });
    expect(status).toBe(404);
    expect(body.detail).toBe(`There is no edition "${edition}": editions run from 2021-07 to 2026-11, one a month.`);
  });
});

describe('GET /briefings/{edition}/{language}', () => {
  it('gives a new link to an existing briefing', async () => {
    const services = await servicesWith();
    await post(services, { edition: '2021-07' });
    const { status, body } = await call(services, '/briefings/2021-07/en?expiresIn=60');
    expect([status, body.expiresAt]).toEqual([200, '2026-11-23T12:01:00.000Z']);
    expect(body.url).toContain('name=gomel-russia-briefing-2021-07-en.pdf');
  });

  it('gives a browser the web page itself, under a policy that forbids everything but what it holds', async () => {
    const services = await servicesWith();
    await post(services, { edition: '2021-07', format: 'html' });
    const accept = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8';
    const { status, headers, body } = await call(services, '/briefings/2021-07/en', { headers: { accept } });
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; /);
    expect(body).toMatch(/^<!DOCTYPE html>/);
    const told = await call(services, '/briefings/2021-07/en?format=html');
    expect(told.body.bytes).toBe(Buffer.byteLength(body));
  });

  it.each(['application/pdf', 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8'])(
    'redirects a client that accepts %s to the file',
    async (accept) => {
      const services = await servicesWith();
      await post(services, { edition: '2021-07' });
      const { status, headers } = await call(services, '/briefings/2021-07/en', { headers: { accept } });
      expect(status).toBe(303);
      expect(headers.location).toMatch(/^http:\/\/localhost\/files\/briefings\/2021-07\/en\//);
    },
  );

  it('reads header names in any case', async () => {
    const services = await servicesWith();
    await post(services, { edition: '2021-07' });
    const request = { headers: { Accept: 'application/pdf' } };
    expect((await call(services, '/briefings/2021-07/en', request)).status).toBe(303);
  });

  it('says how to make a briefing that has not been made', async () => {
    const { status, body } = await call(await servicesWith(), '/briefings/latest/be');
    expect(status).toBe(404);
    expect(body.detail).toBe(
      'The edition 2026-11 has not been made in be; make it with POST /briefings {"edition":"2026-11","language":"be"}.',
    );
  });

  it('gives the PDF to a browser for which there is no web page', async () => {
    const services = await servicesWith();
    await post(services, { edition: '2021-07' });
    const { body } = await call(services, '/briefings/2021-07/en?form=full&format=pdf');
    expect([body.form, body.format]).toEqual(['full', 'pdf']);
  });

  it.each([
    ['form=poster', 'query/form', `"poster": expected one of ${forms.join(', ')}`],
    ['format=docx', 'query/format', '"docx": expected one of pdf, html, xlsx'],
  ])('refuses %s with 422 and says what there is', async (query, pointer, detail) => {
    const { status, body } = await call(await servicesWith(), `/briefings/2021-07/en?${query}`);
    expect([status, body.errors]).toEqual([422, [{ pointer, detail }]]);
  });

  it('refuses an unknown language with 422', async () => {
    const { status, body } = await call(await servicesWith(), '/briefings/2021-07/de');
    expect([status, body.errors[0].pointer]).toEqual([422, 'path/language']);
  });
});

describe('GET /briefings', () => {
  it('lists the briefings and continues by its cursor', async () => {
    const services = await servicesWith();
    for (const language of ['en', 'ru', 'be']) await post(services, { edition: '2021-07', language });
    const first = await call(services, '/briefings?limit=2');
    expect(first.body.briefings).toHaveLength(2);
    const second = await call(services, `/briefings?limit=2&cursor=${first.body.next}`);
    expect(second.body).toMatchObject({ next: null, briefings: [{ language: 'ru' }] });
  });

  it.each([
    ['limit=0', 'query/limit'],
    ['limit=101', 'query/limit'],
    ['limit=ten', 'query/limit'],
    ['edition=2021', 'query/edition'],
    ['language=xx', 'query/language'],
    ['cursor=%2e%2e', 'query/cursor'],
    ['page=2', 'query/page'],
    ['limit=1&limit=2', 'query/limit'],
  ])('refuses ?%s with 422', async (query, pointer) => {
    const { status, body } = await call(await servicesWith(), `/briefings?${query}`);
    expect([status, body.errors[0].pointer]).toEqual([422, pointer]);
  });
});

describe('an empty parameter', () => {
  it('is an absent one, as forms and viewers of OpenAPI send it', async () => {
    const services = await servicesWith();
    await post(services, { edition: '2021-07' });
    const all = await call(services, '/briefings?edition=&language=&limit=&cursor=');
    expect([all.status, all.body.briefings]).toMatchObject([200, [{ edition: '2021-07' }]]);
    const some = await call(services, '/briefings?edition=2021-07&language=&limit=1');
    expect([some.status, some.body.briefings.length]).toEqual([200, 1]);
    expect((await call(services, '/briefings/2021-07/en?expiresIn=')).status).toBe(200);
    expect((await call(services, '/briefings?edition=&edition=2021-07')).status).toBe(422);
    expect((await call(services, '/briefings?editon=')).status).toBe(422);
  });
});

describe('the API as a whole', () => {
  it('gives the versions of code and data at /health', async () => {
    const { status, body } = await call(await servicesWith(), '/health');
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'ok', version: '1.2.3', data: { newestPublished: '2025-02-20' } });
  });

  it('answers an unknown address with 404 and points to the list of addresses', async () => {
    const { status, body } = await call(await servicesWith(), '/nothing');
    expect([status, body.detail]).toEqual([404, 'There is nothing at "/nothing"; see GET /openapi.json.']);
  });

  it('puts the id of the request into every answer and every line of the log', async () => {
    const services = await servicesWith({ loadRenderer: () => Promise.reject(new Error('no ink')) });
    for (const address of ['/health', '/nothing', '/briefings/x/y']) {
      expect((await call(services, address)).headers['x-request-id']).toBe('request-1');
    }
    expect((await post(services, {})).body.instance).toBe('urn:gomel-briefing:request:request-1');
    expect(services.logger.lines.length).toBeGreaterThan(6);
    for (const line of services.logger.lines) expect(line).toContain('"requestId":"request-1"');
  });

  it('makes no formatter for a request, because each takes tens of kilobytes outside the heap', async () => {
    const services = await servicesWith();
    await post(services, { edition: '2021-07' });
    const kinds = ['DateTimeFormat', 'NumberFormat', 'PluralRules', 'Collator', 'ListFormat'] as const;
    const spies = kinds.map((kind) => vi.spyOn(Intl, kind));
    onTestFinished(() => void vi.restoreAllMocks());
    for (const address of ['/briefings/2021-07/en', '/briefings/latest/en', '/briefings', '/health', '/openapi.json']) {
      await call(services, address);
    }
    await post(services, { edition: '2021-07' });
    expect(spies.map(({ mock }) => mock.calls)).toEqual(kinds.map(() => []));
  });

  it('answers an internal error with 500 and no details, which the log has', async () => {
    const services = await servicesWith({
      loadRenderer: () => Promise.reject(new Error('secret place in the code')),
    });
    const { status, body } = await post(services, {});
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(services.logger.lines.join()).toContain('error');
  });
});

it.each(['//health', '/health/', '//health//', '///briefings//2021-07///ru/'])(
  'repeated and trailing slashes are ignored: %s',
  async (address) => {
    const services = await servicesWith();
    const plain = address.replaceAll(/\/+/g, '/').replace(/\/$/, '');
    if (plain !== '/health') await post(services, { edition: '2021-07', language: 'ru' });
    const [asked, meant] = [await call(services, address), await call(services, plain)];
    expect([asked.status, meant.status]).toEqual([200, 200]);
  },
);

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemas } from '../../functions/api/openapi/schemas.ts';
import { editionOf, type Renderer } from '../../functions/briefings/index.ts';
import { languages, loadDataset } from '../../functions/dataset/index.ts';
import { fullPdf } from '../../functions/store/index.ts';
import { editionNamed } from '../briefings.ts';
import { today, withFile } from '../package-files.ts';
import { pageTexts } from '../read-pdf.ts';
import { print, renderer } from '../renders.ts';
import { servicesWith } from '../services.ts';
import { ask, type Call, call, post } from './call.ts';
import { answerFaults, requestFaults } from './contract.ts';

/**
 * Strings with a special meaning to some part of the system: templates, messages, markup, paths, prototypes, headers.
 */
const loaded = fc.constantFrom(
  '{{constructor.constructor "return process"}}',
  '{{7*7}}',
  '{n, plural, other {#}}',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '..%2f..%2flink-secret',
  '%00',
  '%zz',
  '__proto__',
  'constructor',
  'toString',
  '\r\nset-cookie: a=b',
  "'; DROP TABLE briefings; --",
  '\u0000',
  '\ud800',
  '2021-07',
  'latest',
  'en',
);
const text = fc.oneof(loaded, fc.string(), fc.string({ unit: 'binary' }));
const method = fc.oneof(
  fc.constantFrom('GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE'),
  fc.string(),
);
const segment = fc.oneof(
  fc.constantFrom('briefings', 'changes', 'health', 'openapi.json', 'files', '', '.', '..'),
  text,
);
const path = fc.array(segment, { maxLength: 4 }).map((segments) => `/${segments.join('/').replaceAll('?', '')}`);
const parameter = fc.oneof(fc.constantFrom('edition', 'from', 'to', 'language', 'limit', 'cursor', 'expiresIn'), text);
const query = fc
  .array(fc.tuple(parameter, text), { maxLength: 4 })
  .map((pairs) => pairs.map((pair) => pair.map((part) => encodeURI(part.toWellFormed())).join('=')).join('&'));
const headers = fc.dictionary(fc.oneof(fc.constantFrom('accept', 'content-type', 'host'), fc.string()), text);
const body = fc.oneof(
  text,
  fc.uint8Array({ maxLength: 200 }),
  fc.json(),
  fc.json().map((json) => new TextEncoder().encode(json)),
);

/** Services whose renderer returns the same PDF for everything, because these tests attack requests only. */
async function attacked() {
  const real = await renderer();
  const paper = await real.render(editionOf((await servicesWith()).dataset, editionNamed('2021-07')), 'en', fullPdf);
  const stub: Renderer = { ...real, render: async () => paper };
  return servicesWith({ loadRenderer: async () => stub });
}

const none = { status: 0, headers: {}, body: '' };

describe('whatever is sent', () => {
  it('the answer matches the document, is never 5xx, and reveals nothing internal', async () => {
    const services = await attacked();
    const request = fc.record({ path, query, method, headers, body });
    await fc.assert(
      fc.asyncProperty(request, async ({ path: at, query: asked, ...sent }) => {
        const address = asked ? `${at}?${asked}` : at;
        const answer = await ask(services, address, sent as Call);
        expect(answer.status).toBeLessThan(500);
        expect(answerFaults({ method: sent.method, address, answer })).toEqual([]);
        expect(answer.body).not.toMatch(/node_modules|\.ts:\d|\n\s+at /);
        for (const value of Object.values(answer.headers)) expect(value).toMatch(/^[\t\x20-\x7e]*$/);
      }),
      { numRuns: 5000 },
    );
  });

  it('a body is accepted exactly when the document accepts it', async () => {
    const services = await attacked();
    const field = <T>(good: fc.Arbitrary<T>) =>
      fc.oneof({ weight: 2, arbitrary: good }, { weight: 1, arbitrary: fc.jsonValue() });
    const form = fc.record(
      {
        edition: field(fc.constantFrom('2021-07', '2023-01', 'latest', '2021-13', '1999-01')),
        language: field(fc.constantFrom(...languages, 'de')),
        expiresIn: field(fc.oneof(fc.integer({ min: 59, max: 3601 }), fc.double())),
        ['__proto__']: fc.jsonValue(),
        constructor: fc.jsonValue(),
        toString: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    let accepted = 0;
    const bodies = fc.oneof(form, fc.jsonValue()).map((value) => JSON.stringify(value));
    await fc.assert(
      fc.asyncProperty(bodies, async (sent) => {
        const { status } = await call(services, '/briefings', { method: 'POST', body: sent });
        const described =
          requestFaults({ method: 'POST', address: '/briefings', body: sent, answer: none })?.length === 0;
        expect(status === 422, sent).toBe(!described);
        if (described) accepted += 1;
      }),
      { numRuns: 5000 },
    );
    expect(accepted).toBeGreaterThan(20);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('a query is accepted exactly when the document accepts it', async () => {
    const services = await attacked();
    const value = fc.oneof(
      fc.constantFrom('2021-07', 'en', '1', '100', '101', '0', '60', '3600', '1e3', ' 5', '٣'),
      fc.stringMatching(new RegExp(schemas.Cursor.pattern)),
      text,
    );
    const pairs = fc.array(fc.tuple(parameter, value), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(pairs, fc.constantFrom('/briefings', '/briefings/2021-07/en'), async (asked, at) => {
        const address = `${at}?${new URLSearchParams(asked)}`;
        const { status } = await call(services, address);
        const faults = requestFaults({ method: 'GET', address, answer: none });
        expect(status === 422, address).toBe(faults?.length !== 0);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a body', () => {
  const deep = (open: string, close: string) => open.repeat(2500) + close.repeat(2500);

  it.each([
    ['lists in lists, 2,500 deep', deep('[', ']'), 422],
    ['objects in objects, 2,500 deep', `${'{"a":'.repeat(2500)}1${'}'.repeat(2500)}`, 422],
    ['a field of lists in lists', `{"edition":${deep('[', ']')}}`, 422],
    ['brackets that never close', '['.repeat(16_000), 400],
    ['bytes that are not UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d), 400],
    ['UTF-16', Buffer.from('{"edition":"2021-07"}', 'utf16le'), 400],
    ['nothing but zeros', new Uint8Array(100), 400],
    ['a number', '1', 422],
    ['a string', '"2021-07"', 422],
    ['a number beyond all bounds', '{"expiresIn":1e999}', 422],
    ['a year of another script', '{"edition":"٢٠٢١-٠٧"}', 422],
    ['a field that every object inherits', '{"__proto__":{"edition":"2021-07"}}', 422],
  ])('of %s is refused with a reason', async (_, sent, status) => {
    const answer = await ask(await servicesWith(), '/briefings', { method: 'POST', body: sent });
    expect(answer.status).toBe(status);
    expect(answer.body.length).toBeLessThan(2000);
  });

  it('in base64 or with a byte-order mark is read like any other', async () => {
    const bytes = Buffer.from('\ufeff{"edition":"1999-01"}');
    expect((await post(await servicesWith(), bytes)).status).toBe(404);
  });

  it.each([
    ['{"edition":"2021-07","edition":"2021-08"}', '#/edition'],
    ['{"edition":"2021-07","\\u0065dition" : "2021-08"}', '#/edition'],
    ['{"language":"en","expiresIn":60,"expiresIn":60}', '#/expiresIn'],
  ])('with a duplicate field is refused: %s', async (sent, pointer) => {
    const { status, body: told } = await ask(await servicesWith(), '/briefings', { method: 'POST', body: sent });
    expect([status, JSON.parse(told).errors]).toEqual([
      422,
      [{ pointer, detail: 'the field stands here twice; send it once' }],
    ]);
  });

  it('that only looks as if it had a field twice is read', async () => {
    const sent = '{"edition":"1999-01", "language":"en"}';
    expect((await post(await servicesWith(), sent)).status).toBe(404);
    const nested = '{"edition":{"edition":"language","language":1},"language":"\\"edition\\":"}';
    expect((await post(await servicesWith(), nested)).body.errors).toHaveLength(2);
  });
});

it('a megabyte of headers is answered like any other request', async () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`x-${index}`, 'y'.repeat(1000)]));
  const accept = 'application/pdf;q=0.1,'.repeat(50_000);
  const { status } = await call(await servicesWith(), '/health', { headers: { ...many, accept } });
  expect(status).toBe(200);
});

it('templates, messages and markup in the data are printed as text', async () => {
  const words = '{{7*7}} {n} {n, plural, other {#}} <b>bold</b> &amp; %s';
  const files = withFile('sources.csv', (table) => table.replace(/report on a meeting[^,]*/, `"${words}"`));
  const { bytes } = await print('2021-07', 'en', loadDataset(files, today));
  expect((await pageTexts(bytes)).join(' ')).toContain(words);
});

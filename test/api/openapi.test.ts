import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, it } from 'vitest';
import { openApiDocument } from '../../functions/api/openapi/document.ts';
import { problemKinds } from '../../functions/api/problem.ts';
import { servicesWith } from '../services.ts';
import { call } from './call.ts';
import { checkExchange } from './contract.ts';

it('GET /openapi.json gives a document that OpenAPI 3.1 accepts, in the version of the code', async () => {
  const { status, body } = await call(await servicesWith(), '/openapi.json');
  expect([status, body.info.version]).toEqual([200, '1.2.3']);
  const validator = new Validator();
  expect(await validator.validate(body)).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
});

it('every reference of the document leads somewhere, and every operation has its own name', () => {
  const document = openApiDocument('1.2.3');
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);
  expect(references.length).toBeGreaterThan(50);
  for (const reference of references) {
    const found = reference.split('/').reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], document);
    expect(found, reference).toBeDefined();
  }
  const names = [...JSON.stringify(document).matchAll(/"operationId":"(\w+)"/g)].map(([, name]) => name);
  expect(new Set(names).size).toBe(names.length);
});

it('every operation describes its path parameters', () => {
  type Operations = Readonly<Record<string, { readonly parameters?: readonly { name: string; in: string }[] }>>;
  for (const [path, methods] of Object.entries(
    openApiDocument('1.2.3').paths as Readonly<Record<string, Operations>>,
  )) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const [method, { parameters = [] }] of Object.entries(methods)) {
      const described = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      expect([method, path, described]).toEqual([method, path, named]);
    }
  }
});

it('the document has every kind of problem', () => {
  const { Problem } = openApiDocument('1.2.3').components.schemas;
  expect(Problem.properties.type).toMatchObject({
    enum: expect.arrayContaining(['urn:gomel-briefing:problem:not-found']),
  });
  expect(Object.keys(problemKinds)).toHaveLength((Problem.properties.type as { enum: string[] }).enum.length);
});

it.each([
  ['/health', 'GET, HEAD, OPTIONS'],
  ['/openapi.json', 'GET, HEAD, OPTIONS'],
  ['/briefings', 'GET, HEAD, OPTIONS, POST'],
  ['/briefings/2021-07/en', 'GET, HEAD, OPTIONS'],
])('OPTIONS %s tells the methods, and no other is allowed', async (address, allowed) => {
  const services = await servicesWith();
  const options = await call(services, address, { method: 'OPTIONS' });
  expect([options.status, options.headers.allow, options.body]).toEqual([204, allowed, null]);
  for (const method of ['PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'constructor']) {
    const wrong = await call(services, address, { method });
    expect([wrong.status, wrong.headers.allow, wrong.body.type]).toEqual([
      405,
      allowed,
      'urn:gomel-briefing:problem:method-not-allowed',
    ]);
  }
});

it.each(['/health', '/openapi.json', '/briefings', '/briefings/2021-07/en', '/nothing'])(
  'HEAD %s answers as GET does, without the body',
  async (address) => {
    const services = await servicesWith();
    const [head, get] = [await call(services, address, { method: 'HEAD' }), await call(services, address)];
    expect(head).toEqual({ ...get, body: null });
  },
);

it('an answer that the document does not promise fails the check of these tests', () => {
  const headers = { 'x-request-id': 'request-1', 'content-type': 'application/json' };
  const check =
    (status: number, body: object, more: object = {}) =>
    () =>
      checkExchange({
        method: 'GET',
        address: '/health',
        answer: { status, headers: { ...headers, ...more }, body: JSON.stringify(body) },
      });
  expect(check(418, {})).toThrow('promises no 418');
  expect(check(200, { status: 'ok' })).toThrow("must have required property 'version'");
  expect(check(200, {}, { 'content-type': 'text/plain' })).toThrow('the type text/plain is not promised');
});

import { describe, expect, it } from 'vitest';
import { renditions } from '../../functions/store/index.ts';
import { servicesWith } from '../services.ts';
import { call, post } from './call.ts';

describe('GET /briefings/{edition}/{language}/figures/{id}.{format}', () => {
  it('gives a figure of an edition, drawn and as its data, though nothing was made', async () => {
    const services = await servicesWith();
    const drawn = await call(services, '/briefings/2021-07/ru/figures/weight.svg');
    expect([drawn.status, drawn.headers['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    expect(drawn.body).toContain('<svg ');
    expect(drawn.body).toContain('lang="ru"');
    const data = await call(services, '/briefings/2021-07/ru/figures/weight.csv');
    expect(data.body.split('\r\n').length).toBeGreaterThan(2);
    expect(data.body).toContain('675.6');
    expect((await services.store.list({ limit: 1 })).briefings).toEqual([]);
  });

  it('has no other figure, and says which there are', async () => {
    const { status, body } = await call(await servicesWith(), '/briefings/2021-07/en/figures/pie.svg');
    expect([status, body.type]).toEqual([404, 'urn:gomel-briefing:problem:figure-not-found']);
    expect(body.detail).toMatch(/^The edition 2021-07 has no figure pie as svg; there are .*weight/);
  });

  it('has no other format', async () => {
    const { status, body } = await call(await servicesWith(), '/briefings/2021-07/en/figures/weight.png');
    const errors = [{ pointer: 'path/format', detail: '"png": expected one of svg, csv' }];
    expect([status, body.errors]).toEqual([422, errors]);
  });

  it.each([
    ['a language', '/briefings/2021-07/de/figures/weight.svg', 422],
    ['an edition', '/briefings/2020-01/en/figures/weight.svg', 404],
  ])('refuses %s that there is not', async (_, path, status) => {
    expect((await call(await servicesWith(), path)).status).toBe(status);
  });
});

it('a form that is not made in a format is not found, and the answer says in which it is', async () => {
  const services = await servicesWith();
  const asked = { edition: '2021-07', language: 'en', form: 'sheet', format: 'xlsx' };
  for (const { status, body } of [
    await post(services, asked),
    await call(services, '/briefings/2021-07/en?form=sheet&format=xlsx'),
    await call(services, '/briefings?form=sheet&format=xlsx'),
  ]) {
    expect([status, body.type]).toEqual([404, 'urn:gomel-briefing:problem:form-not-found']);
    expect(body.detail).toBe('The form sheet is made as pdf, not as xlsx.');
  }
});

describe('GET /files/{sha256}', () => {
  it.each(renditions)('says which briefing a file in the form $form and the format $format is', async (rendition) => {
    const services = await servicesWith();
    const { form, format } = rendition;
    const made = await post(services, { edition: '2021-07', language: 'be', form, format });
    const { status, body } = await call(services, `/files/${made.body.sha256}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ edition: '2021-07', language: 'be', form, format, sha256: made.body.sha256 });
    expect(body).not.toHaveProperty('url');
  });

  it('does not know a file that was changed', async () => {
    const { status, body } = await call(await servicesWith(), `/files/${'0'.repeat(64)}`);
    expect([status, body.type]).toEqual([404, 'urn:gomel-briefing:problem:file-not-found']);
  });

  it.each(['0', 'G'.repeat(64), 'A'.repeat(64)])('refuses %s, which is no SHA-256', async (digest) => {
    expect((await call(await servicesWith(), `/files/${digest}`)).status).toBe(422);
  });
});

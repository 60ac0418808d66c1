import { randomBytes } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { renderBriefing } from '../../functions/briefings/index.ts';
import type { Language } from '../../functions/dataset/index.ts';
import type { Services } from '../../functions/services/services.ts';
import { Shares } from '../../functions/shares/index.ts';
import { fullPdf, StoreUnavailableError } from '../../functions/store/index.ts';
import { post } from '../api/call.ts';
import { editionNamed } from '../briefings.ts';
import { noon } from '../package-files.ts';
import { servicesWith } from '../services.ts';
import { open, share } from './call.ts';

const make = (services: Services, edition: string, language: Language = 'ru') =>
  renderBriefing(editionNamed(edition), language, fullPdf, services);

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** Services with a clock that a test can move, and the edition of November 2026 in Russian. */
async function shared() {
  let now = noon;
  const services = await servicesWith({ now: () => now });
  await make(services, '2026-11');
  const { token, share: made } = await share(services);
  return {
    services,
    token,
    made,
    at: (instant: Date) => {
      now = instant;
    },
  };
}

describe('the page of a share', () => {
  it('offers the files of the latest edition in its language, and says until when', async () => {
    const { services, token } = await shared();
    const { status, headers, body } = await open(services, `/s/${token}`);
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body).toContain('<html lang="ru">');
    expect(plain(body)).toContain('экономические связи · ноябрь 2026 г.</h1>');
    expect(plain(body)).toMatch(/Полный выпуск, \d+ страниц[аы]? \(PDF, \d+ КБ\)/);
    expect(plain(body)).toContain('Страница открыта до 22 мая 2027 г.</p>');
  });

  it('is the web page of the edition where that was made, with links to its files that work', async () => {
    const { services, token } = await shared();
    for (const [form, format] of [
      ['full', 'html'],
      ['sheet', 'pdf'],
      ['full', 'xlsx'],
    ] as const) {
      await post(services, { edition: '2026-11', language: 'ru', form, format });
    }
    const { status, headers, body } = await open(services, `/s/${token}`);
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' });
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; /);
    expect(body).toContain('<main id="content">');
    expect(plain(body)).toContain('Страница открыта до 22 мая 2027 г.</p>');
    const links = [...body.matchAll(/href="(\/[^"]+)"/g)].map(([, link = '']) => link);
    const names = ['pdf', 'sheet', 'xlsx', 'feed.atom', 'calendar.ics'];
    expect(links).toEqual(names.map((name) => `/s/${token}/${name}`));
    for (const link of links) expect((await open(services, link)).status, link).toBeLessThan(400);
  });

  it('has links that work where it stands', async () => {
    const { services, token } = await shared();
    for (const address of [`/s/${token}`, `/s/${token}/`]) {
      const { body } = await open(services, address);
      const links = [...body.matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link);
      expect(links.length).toBeGreaterThan(2);
      for (const link of links) {
        const { pathname } = new URL(link, `https://share.example${address}`);
        expect((await open(services, pathname)).status, link).toBeLessThan(400);
      }
    }
  });

  it('sends a program that wants a PDF on to the file, by a fresh link each time', async () => {
    const { services, token } = await shared();
    for (const [address, accept] of [
      [`/s/${token}`, 'application/pdf'],
      [`/s/${token}/pdf`, '*/*'],
    ] as const) {
      const { status, headers, body } = await open(services, address, { headers: { accept } });
      expect([status, body]).toEqual([303, '']);
      expect(headers.location).toContain('/files/briefings/2026-11/ru/');
      expect(headers.location).toContain('name=gomel-russia-briefing-2026-11-ru.pdf');
      expect(headers.location).not.toContain(token);
    }
  });

  it('shows a browser the page, whatever else it accepts', async () => {
    const { services, token } = await shared();
    const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';
    expect((await open(services, `/s/${token}`, { headers: { Accept: accept } })).status).toBe(200);
  });

  it('allows a browser nothing but its own style, and no copy or trace of its address', async () => {
    const { services, token } = await shared();
    for (const address of [`/s/${token}`, `/s/${token}/feed.atom`, '/s/unknown', `/s/${token}/pdf`]) {
      expect((await open(services, address)).headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
        'x-content-type-options': 'nosniff',
        'x-request-id': 'request-1',
      });
    }
    const { headers } = await open(services, `/s/${token}`);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*; style-src 'sha256-[^']+'$/);
  });

  it('never renders: the newest edition that was made is shown, and the page says which was wanted', async () => {
    const { services, token } = await shared();
    const loadRenderer = vi.fn(services.loadRenderer);
    const { token: of } = await share(services, { edition: '2024-07' });
    const { body } = await open({ ...services, loadRenderer }, `/s/${of}`);
    expect(plain(body)).toContain('Выпуска за июль 2024 г. пока нет. Показан последний: ноябрь 2026 г.</p>');
    const nextMonth = { ...services, loadRenderer, now: () => new Date('2026-12-01T00:00:00Z') };
    expect(plain((await open(nextMonth, `/s/${token}`)).body)).toContain('связи · ноябрь 2026 г.');
    expect(loadRenderer).not.toHaveBeenCalled();
  });

  it('says so while nothing has been made', async () => {
    const services = await servicesWith();
    const { token } = await share(services, { language: 'be' });
    const { status, body } = await open(services, `/s/${token}`);
    expect(status).toBe(404);
    expect(plain(body)).toContain('Выпускаў пакуль няма');
  });

  it('does not show an edition from data that were withdrawn', async () => {
    const { services, token } = await shared();
    const withdrawn = [{ digest: null, version: services.dataset.version, since: '', by: '' }] as never;
    const rolledBack = {
      ...services,
      dataDigest: 'a'.repeat(64),
      rendererVersion: 'x',
      data: { state: 'current', withdrawn },
    };
    expect((await open(rolledBack as Services, `/s/${token}`)).status).toBe(404);
  });
});

describe('a token', () => {
  it('that is unknown, malformed, too long or somebody else’s id gets one and the same answer, after one look', async () => {
    const { services, made, token } = await shared();
    const foreign = await share(await servicesWith());
    const others = [
      'x',
      '%00',
      '..',
      made.id,
      foreign.token,
      `${token}x`,
      'я',
      'a'.repeat(5000),
      '__proto__',
      `${token}/`.slice(1),
    ];
    const get = vi.spyOn(services.store.objects, 'get');
    const answers = [];
    for (const other of others) {
      answers.push(await open(services, `/s/${other}`));
      expect(get.mock.calls.splice(0)).toHaveLength(1);
    }
    expect(answers[0]?.status).toBe(404);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    for (const language of ['en', 'ru', 'be']) expect(answers[0]?.body).toContain(`<section lang="${language}">`);
  });

  it('opens the same for addresses with a slash at the end; of what there is not, none', async () => {
    const { services, token } = await shared();
    expect((await open(services, `/s/${token}/`)).status).toBe(200);
    for (const name of ['docx', 'constructor', 'pdf/x', 'html', 'page']) {
      expect((await open(services, `/s/${token}/${name}`)).status, name).toBe(404);
    }
  });

  it('of a hundred thousand at random opens nothing', async () => {
    const { services } = await shared();
    const shares = new Shares(services.store.objects);
    let hits = 0;
    for (let tried = 0; tried < 100_000; tried += 500) {
      const tokens = Array.from({ length: 500 }, () => randomBytes(18).toString('base64url'));
      const found = await Promise.all(tokens.map((token) => shares.find(token)));
      hits += found.filter((one) => one !== null).length;
    }
    expect(hits).toBe(0);
  });

  it('is in no line of the log of ten thousand requests, of any kind', async () => {
    const { services, token, made, at } = await shared();
    const requests = [
      ['GET', `/s/${token}`],
      ['HEAD', `/s/${token}/pdf`],
      ['POST', `/s/${token}`],
      ['GET', `/s/${token}/nothing`],
      ['GET', `//s//${token}`],
      ['GET', `/s/${token}/calendar.ics`],
      ['PURGE', `/s/${token}/${token}`],
      ['GET', `/s/${token}x`],
    ] as const;
    for (let count = 0; count < 10_000; count += 1) {
      if (count === 6000) at(made.endsAt);
      const [method, address] = requests[count % requests.length] ?? requests[0];
      await open(services, address, { method });
    }
    const failing = { ...services, store: { ...services.store, objects: refusing(services) } } as unknown as Services;
    await open(failing, `/s/${token}`);
    expect(services.logger.lines.length).toBeGreaterThan(10_000);
    expect(services.logger.lines.filter((line) => line.includes(token))).toEqual([]);
    expect(services.logger.lines.some((line) => line.includes(made.id))).toBe(true);
  });
});

/** Objects that cannot be read. */
function refusing({ store }: Services) {
  const get = () => Promise.reject(new StoreUnavailableError('the store did not read'));
  return Object.assign(Object.create(store.objects), { get });
}

describe('a share', () => {
  it('ends to the second, with a page in its language that says when', async () => {
    const { services, token, made, at } = await shared();
    at(new Date(made.endsAt.getTime() - 1000));
    expect((await open(services, `/s/${token}`)).status).toBe(200);
    at(made.endsAt);
    const { status, body } = await open(services, `/s/${token}/pdf`);
    expect(status).toBe(410);
    expect(plain(body)).toContain('Срок ссылки истёк 22 мая 2027 г. Новую можно попросить у отправителя.</p>');
  });

  it('that was revoked says so, and gives nothing any more', async () => {
    const { services, token, made } = await shared();
    await new Shares(services.store.objects).revoke(made.id, noon);
    for (const name of ['', '/pdf', '/feed.atom', '/calendar.ics', '/nothing']) {
      const { status, body } = await open(services, `/s/${token}${name}`);
      expect(status, name).toBe(410);
      expect(plain(body)).toContain('<h1>Страница закрыта</h1>');
    }
  });

  it('can be opened by a scanner fifty times in every way, and then by the reader', async () => {
    const { services, token } = await shared();
    const names = ['', '/pdf', '/feed.atom', '/calendar.ics'];
    const before = await Promise.all(names.map((name) => open(services, `/s/${token}${name}`)));
    for (let round = 0; round < 50; round += 1) {
      for (const name of names) {
        const statuses = [];
        for (const method of ['HEAD', 'GET', 'POST']) {
          statuses.push((await open(services, `/s/${token}${name}`, { method, body: 'a=b' })).status);
        }
        expect(statuses).toEqual(name === '/pdf' ? [303, 303, 405] : [200, 200, 405]);
      }
    }
    const after = await Promise.all(names.map((name) => open(services, `/s/${token}${name}`)));
    expect(after.map(({ status }) => status)).toEqual(before.map(({ status }) => status));
  });

  it('answers HEAD as GET, without the body, and allows nothing else', async () => {
    const { services, token } = await shared();
    const [get, head] = [await open(services, `/s/${token}`), await open(services, `/s/${token}`, { method: 'HEAD' })];
    expect(head).toEqual({ ...get, body: '' });
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const refused = await open(services, `/s/${token}`, { method });
      expect([refused.status, refused.headers.allow]).toEqual([405, 'GET, HEAD']);
      expect(await open(services, '/s/unknown', { method })).toEqual(refused);
    }
  });

  it('says in its language that it cannot be opened while the store does not answer', async () => {
    const { services, token } = await shared();
    vi.spyOn(services.store.objects, 'head').mockRejectedValue(new StoreUnavailableError('the store did not read'));
    const { status, headers, body } = await open(services, `/s/${token}`);
    expect([status, headers['retry-after']]).toEqual([503, '5']);
    expect(plain(body)).toContain('Сейчас страницу открыть нельзя');
    expect(body).not.toContain('store');
  });
});

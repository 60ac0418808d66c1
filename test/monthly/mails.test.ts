import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { renderBriefing } from '../../functions/briefings/index.ts';
import { languages } from '../../functions/dataset/index.ts';
import { type Reader, readersOf } from '../../functions/mail/index.ts';
import { openMailTarget } from '../../functions/monthly/mail-target.ts';
import { MailRefusedError, type MailTarget, sendMails } from '../../functions/monthly/mails.ts';
import { runMonthly } from '../../functions/monthly/run.ts';
import { Shares } from '../../functions/shares/index.ts';
import { renditions, StoreUnavailableError } from '../../functions/store/index.ts';
import { editionNamed } from '../briefings.ts';
import { storeFailingInRussian } from '../folders.ts';
import { noon } from '../package-files.ts';
import { open } from '../public/call.ts';
import { open as listen } from '../s3/open.ts';
import { servicesWith } from '../services.ts';
import { SesServer } from './ses-server.ts';

const october = editionNamed('2026-10');

/** Services whose store has the edition of October in every language and form. */
async function withEdition() {
  const measured: Record<string, number>[] = [];
  const services = await servicesWith({ measure: (values) => void measured.push({ ...values }) });
  for (const language of languages) {
    for (const rendition of renditions) await renderBriefing(october, language, rendition, services);
  }
  measured.length = 0;
  return { services, measured };
}

/** A target that keeps messages by their readers. */
function targetFor(readers: string, days = 180): MailTarget & { readonly sent: { to: string; text: string }[] } {
  const sent: { to: string; text: string }[] = [];
  return {
    sender: 'briefing@example.org',
    readers: readersOf(readers),
    days,
    send: async (message, to) => void sent.push({ to, text: Buffer.from(message).toString('latin1') }),
    sent,
  };
}

/** What a message says as plain text. */
function plainOf(message: string): string {
  const rest = message.slice(message.indexOf('Content-Type: text/plain'));
  const body = rest.slice(rest.indexOf('\r\n\r\n') + 4);
  return Buffer.from(body.slice(0, body.indexOf('\r\n--')), 'base64')
    .toString()
    .replaceAll('\u00a0', ' ');
}

const pathIn = (text: string) => new URL(/https:\/\/share\.example\/s\/[\w-]+/.exec(text)?.[0] ?? '').pathname;

describe('the mail of an edition', () => {
  it('tells each reader in the language of the reader what is there, with a page of the reader’s own', async () => {
    const { services } = await withEdition();
    const target = targetFor('a@example.org,ru:b@example.org,be:c@example.org');
    const results = await sendMails(october, services, target);
    expect(results.map(({ outcome }) => outcome)).toEqual(['sent', 'sent', 'sent']);
    const [english = '', russian = '', belarusian = ''] = target.sent.map(({ text }) => plainOf(text));
    expect(english).toMatch(/^The October 2026 edition of “.+” has been published\.\n\n/);
    expect(english).toContain('\nThe page is open to you until 22 May 2027; the address is yours alone.\n');
    expect(russian).toMatch(/^Опубликован выпуск справки «.+» за октябрь 2026 г\.\n\n/);
    expect(russian).toContain(
      '\nВаш адрес есть в списке читателей: briefing@example.org.\nОтказаться от рассылки: https',
    );
    expect(belarusian).toContain('Апублікаваны выпуск даведкі');
    const pages = [english, russian, belarusian].map(pathIn);
    expect(new Set(pages).size).toBe(3);
    for (const page of pages) expect((await open(services, page)).status).toBe(200);
    expect(target.sent[1]?.text).toContain('filename="gomel-russia-briefing-2026-10-ru-sheet.pdf"');
  });

  it('is sent once, however often the month runs', async () => {
    const services = await servicesWith();
    const target = targetFor('a@example.org,ru:b@example.org');
    const notices = vi.fn();
    const board = { send: notices, apiAddress: '', days: 180 };
    await runMonthly(services, board, target);
    await runMonthly(services, board, target);
    expect(target.sent.map(({ to }) => to)).toEqual(['a@example.org', 'b@example.org']);
    expect(notices).not.toHaveBeenCalled();
  });

  it('is sent once by runs at the same time', async () => {
    const { services } = await withEdition();
    const target = targetFor('a@example.org,b@example.org');
    await Promise.all([1, 2, 3].map(() => sendMails(october, services, target)));
    expect(target.sent.map(({ to }) => to).toSorted()).toEqual(['a@example.org', 'b@example.org']);
  });

  it('waits until the edition exists in every language', async () => {
    const target = targetFor('a@example.org');
    const services = await servicesWith({ store: await storeFailingInRussian() });
    await expect(runMonthly(services, null, target)).rejects.toThrow('briefings failed');
    expect(target.sent).toEqual([]);
  });

  it('that was refused is noted and measured, and the others get theirs', async () => {
    const { services, measured } = await withEdition();
    const target = targetFor('a@example.org,bad@example.org,c@example.org');
    const send: MailTarget['send'] = async (message, to) => {
      if (to.startsWith('bad')) throw new MailRefusedError('bad@example.org is not verified');
      await target.send(message, to);
    };
    const results = await sendMails(october, services, { ...target, send });
    expect(results.map(({ outcome }) => outcome)).toEqual(['sent', 'refused', 'sent']);
    expect(measured).toEqual([{ MailSent: 2, MailFailed: 1 }]);
    expect(results[1]?.error).toBe('the reader is not verified');
    expect(services.logger.lines.join('\n')).not.toContain('bad@example.org');
    const again = await sendMails(october, services, target);
    expect(again.map(({ outcome }) => outcome)).toEqual(['was sent', 'refused', 'was sent']);
    expect(target.sent).toHaveLength(2);
  });

  it('that may have arrived is never sent again; an operator is told', async () => {
    const { services, measured } = await withEdition();
    const target = targetFor('a@example.org');
    const lost: MailTarget = { ...target, send: () => Promise.reject(new Error('socket hang up')) };
    expect((await sendMails(october, services, lost))[0]?.outcome).toBe('unknown');
    const later = (seconds: number) => ({ ...services, now: () => new Date(noon.getTime() + seconds * 1000) });
    expect((await sendMails(october, later(60), target))[0]?.outcome).toBe('being sent');
    expect((await sendMails(october, later(121), target))[0]?.outcome).toBe('unknown');
    expect(target.sent).toEqual([]);
    expect(measured.map(({ MailFailed }) => MailFailed)).toEqual([1, 0, 1]);
  });

  it('that the store kept from being written is sent by the next run', async () => {
    const { services } = await withEdition();
    const target = targetFor('a@example.org');
    const put = vi.spyOn(services.store.objects, 'put').mockRejectedValue(new StoreUnavailableError('no'));
    expect((await sendMails(october, services, target))[0]?.outcome).toBe('failed');
    put.mockRestore();
    expect((await sendMails(october, services, target))[0]?.outcome).toBe('sent');
    expect(target.sent).toHaveLength(1);
  });

  it('has a link in place of a file over 7 MB, and says so', async () => {
    const { services } = await withEdition();
    const { store } = services;
    const head = store.head.bind(store);
    vi.spyOn(store, 'head').mockImplementation(async (key, signal) => {
      const found = await head(key, signal);
      return found && { ...found, bytes: 7_000_001 };
    });
    const target = targetFor('ru:a@example.org');
    await sendMails(october, services, target);
    const [{ text = '' } = {}] = target.sent;
    expect(text).not.toContain('application/pdf');
    expect(plainOf(text)).toMatch(/слишком велико для письма: https:\/\/share\.example\/s\/[\w-]+\/sheet\n/);
  });

  it('has no page where shares are off, but can still be ended', async () => {
    const { services } = await withEdition();
    const target = targetFor('a@example.org', 0);
    await sendMails(october, services, target);
    const text = plainOf(target.sent[0]?.text ?? '');
    expect(text).toContain('Reply to this message to have the whole edition.');
    expect(text).not.toContain('as a web page');
    expect((await open(services, pathIn(text))).status).toBe(410);
    expect((await open(services, `${pathIn(text)}/unsubscribe`)).status).toBe(200);
  });
});

describe('a reader', () => {
  const post = (body: string) => ({ method: 'POST', body });
  const oneClick = 'List-Unsubscribe=One-Click';

  it('ends the mails with one POST, of a mail program or of the button on the page', async () => {
    const multipart = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
    for (const body of [oneClick, multipart]) {
      const { services } = await withEdition();
      const target = targetFor('ru:a@example.org');
      await sendMails(october, services, target);
      const page = pathIn(plainOf(target.sent[0]?.text ?? ''));
      const asked = await open(services, `${page}/unsubscribe`);
      expect(asked.body).toContain(
        '<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click">',
      );
      expect(asked.headers['content-security-policy']).toContain("form-action 'self'");
      const done = await open(services, `${page}/unsubscribe`, post(body));
      expect([done.status, done.body.replaceAll('\u00a0', ' ')]).toEqual([
        200,
        expect.stringContaining('На этот адрес выпуски больше не отправляются'),
      ]);
      await renderBriefing(editionNamed('2026-11'), 'ru', renditions[0], services);
      const next = await sendMails(editionNamed('2026-11'), services, target);
      expect(next.map(({ outcome }) => outcome)).toEqual(['unsubscribed']);
      expect((await open(services, page)).status).toBe(200);
    }
  });

  it('loses nothing to a scanner that opens every link of the mail fifty times in every way', async () => {
    const { services } = await withEdition();
    const target = targetFor('a@example.org');
    await sendMails(october, services, target);
    const text = plainOf(target.sent[0]?.text ?? '');
    const links = text.match(/https:\/\/share\.example\S+/g) ?? [];
    expect(links.length).toBeGreaterThan(1);
    for (let round = 0; round < 50; round += 1) {
      for (const link of links) {
        for (const method of ['HEAD', 'GET', 'POST'])
          await open(services, new URL(link).pathname, { method, body: '' });
      }
    }
    for (const link of links) expect((await open(services, new URL(link).pathname)).status).toBe(200);
    await renderBriefing(editionNamed('2026-11'), 'en', renditions[0], services);
    expect((await sendMails(editionNamed('2026-11'), services, target))[0]?.outcome).toBe('sent');
  });

  it('can end the mails also when the share has ended or was revoked; of a share by request there is nothing to end', async () => {
    const { services } = await withEdition();
    const target = targetFor('a@example.org');
    await sendMails(october, services, target);
    const page = pathIn(plainOf(target.sent[0]?.text ?? ''));
    const shares = new Shares(services.store.objects);
    const [made] = await shares.list();
    await shares.revoke(made?.id ?? '', noon);
    expect((await open(services, page)).status).toBe(410);
    const done = await open(services, `${page}/unsubscribe`, post(oneClick));
    expect([done.status, done.body]).toEqual([200, expect.stringContaining('No further editions will be sent')]);
    const endsAt = new Date(noon.getTime() + 1000);
    const { token } = await shares.create(
      { edition: 'latest', language: 'en', label: 'x', endsAt, reader: null },
      noon,
    );
    expect((await open(services, `/s/${token}/unsubscribe`)).status).toBe(404);
    expect((await open(services, `/s/${token}/unsubscribe`, post(oneClick))).status).toBe(405);
  });
});

/** The target of an environment whose SES is here. */
async function sesTarget(ses: SesServer, readers: string): Promise<MailTarget> {
  const { address, close } = await listen(ses.listen());
  const keys = { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret', AWS_REGION: 'eu-central-1' };
  Object.assign(process.env, { AWS_ENDPOINT_URL_SESV2: address, ...keys });
  onTestFinished(() => {
    close();
    for (const name of ['AWS_ENDPOINT_URL_SESV2', ...Object.keys(keys)]) delete process.env[name];
  });
  const settings = { MAIL_SENDER: 'briefing@example.org', MAIL_READERS: readers, SHARE_DAYS: '90' };
  const target = openMailTarget({ ...settings, BUCKET: 'bucket', MAIL_CONFIGURATION: 'set' });
  if (!target) throw new Error('there is no target');
  return target;
}

describe('SES', () => {
  const hello = Buffer.from('Subject: hello\r\n\r\n');

  it('gets the message as it is, from the sender, with the set that suppresses bounces', async () => {
    const ses = new SesServer();
    const target = await sesTarget(ses, 'ru:a@example.org');
    await target.send(hello, 'a@example.org');
    expect(ses.taken).toEqual([
      { to: 'a@example.org', from: 'briefing@example.org', configuration: 'set', message: hello },
    ]);
    expect([target.days, target.readers.map(({ language }: Reader) => language)]).toEqual([90, ['ru']]);
  });

  it('is asked again only when it says that it was asked too often', async () => {
    const ses = new SesServer();
    ses.answer = (_, call) => (call < 3 ? { status: 429, error: 'TooManyRequestsException' } : null);
    const target = await sesTarget(ses, 'a@example.org');
    await target.send(hello, 'a@example.org');
    expect([ses.calls, ses.taken.length]).toEqual([3, 1]);
  });

  it.each([
    [{ status: 400, error: 'MessageRejected' }, MailRefusedError],
    [{ status: 403, error: 'AccessDeniedException' }, MailRefusedError],
    [{ status: 500, error: 'InternalFailure' }, Error],
    ['lost', Error],
  ] as const)('that answers %o is asked once', async (answer, kind) => {
    const ses = new SesServer();
    ses.answer = () => answer;
    const target = await sesTarget(ses, 'a@example.org');
    const refused = await target.send(hello, 'a@example.org').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(kind);
    expect(refused instanceof MailRefusedError).toBe(kind === MailRefusedError);
    expect(ses.calls).toBe(1);
  });
});

it('without a bucket, mails are files that mail programs open', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'briefing-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const settings = { MAIL_SENDER: 'briefing@example.org', MAIL_READERS: 'ru:a@example.org' };
  const target = openMailTarget({ ...settings, BRIEFINGS_FOLDER: folder });
  const { services } = await withEdition();
  await sendMails(october, services, target as MailTarget);
  const files = await readdir(join(folder, 'mail'));
  expect(files).toEqual([expect.stringMatching(/^a@example\.org-[0-9a-f]{8}\.eml$/)]);
  expect(plainOf(await readFile(join(folder, 'mail', files[0] ?? ''), 'latin1'))).toContain('Опубликован выпуск');
});

it('nobody gets mails without a sender and readers, and wrong ones are named', () => {
  expect(openMailTarget({ MAIL_SENDER: 'a@example.org' })).toBe(null);
  expect(openMailTarget({ MAIL_READERS: 'a@example.org' })).toBe(null);
  const both = { MAIL_SENDER: 'a@example.org\r\nBcc: b@example.org', MAIL_READERS: 'a@example.org' };
  expect(() => openMailTarget(both)).toThrow('MAIL_SENDER "a@example.org\\r\\nBcc: b@example.org": expected an e-mail');
  expect(() => openMailTarget({ ...both, MAIL_SENDER: 'a@example.org', MAIL_READERS: 'x' })).toThrow('reader "x"');
});

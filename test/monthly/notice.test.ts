import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { renderBriefing } from '../../functions/briefings/index.ts';
import type { Edition } from '../../functions/dataset/index.ts';
import { type Notice, type NotificationTarget, sendNoticeOnce } from '../../functions/monthly/notice.ts';
import { openNotificationTarget } from '../../functions/monthly/notification-target.ts';
import { runMonthly } from '../../functions/monthly/run.ts';
import { fullPdf, renditions } from '../../functions/store/index.ts';
import { editionNamed } from '../briefings.ts';
import { storeFailingInRussian } from '../folders.ts';
import { dataset, noon } from '../package-files.ts';
import { open } from '../public/call.ts';
import { open as listen } from '../s3/open.ts';
import { servicesWith } from '../services.ts';

/** A notification target with a new folder. It keeps what is sent. */
async function notificationTarget(): Promise<NotificationTarget & { readonly sent: Notice[] }> {
  const sent: Notice[] = [];
  return {
    send: async (notice) => void sent.push(notice),
    apiAddress: 'https://api.example',
    days: 0,
    sent,
  };
}

async function noticeOf(edition: Edition, services = servicesWith()): Promise<Notice | undefined> {
  const board = await notificationTarget();
  await sendNoticeOnce(edition, await services, board);
  return board.sent[0];
}

const plain = (text = '') => text.replaceAll('\u00a0', ' ');

describe('the notice of an edition', () => {
  it('says in three languages what is new, with links that do not expire', async () => {
    const notice = await noticeOf(editionNamed('2024-07'));
    expect(notice?.subject).toBe('Gomel Oblast - Russia briefing: July 2024 edition');
    const text = plain(notice?.text);
    expect(text).toMatch(/^The July 2024 edition of “.+” has been published\.\nNew figures: \d+\.\n– /);
    expect(text).toMatch(/\n\nОпубликован выпуск справки «.+» за июль 2024 г\.\nНовых показателей: \d+\.\n– /);
    expect(text).toMatch(/\n\nАпублікаваны выпуск даведкі «.+» за ліпень 2024 г\.\nНовых паказчыкаў: \d+\.\n– /);
    for (const language of ['en', 'ru', 'be']) {
      expect(text).toContain(`https://api.example/briefings/2024-07/${language}`);
    }
  });

  it('leads everyone to the page of the edition for as long as shares are open', async () => {
    const services = await servicesWith();
    await renderBriefing(editionNamed('2024-07'), 'ru', fullPdf, services);
    const board = { ...(await notificationTarget()), days: 30 };
    await sendNoticeOnce(editionNamed('2024-07'), services, board);
    const links = board.sent[0]?.text.match(/https:\/\/\S+/g) ?? [];
    expect(links).toHaveLength(3);
    const [, russian = ''] = links;
    const page = await open(services, new URL(russian).pathname);
    expect([page.status, plain(page.body)]).toEqual([200, expect.stringContaining('открыта до 23 декабря 2026 г.')]);
    expect(plain(board.sent[0]?.text)).toContain('Веб-страница выпуска со всеми файлами: https://share.example/s/');
  });

  it('says so when nothing was published', async () => {
    const text = plain((await noticeOf(editionNamed('2026-10')))?.text);
    expect(text).toContain('No new figures have been published since the September 2026 edition');
    expect(text).toContain('После выпуска за сентябрь 2026 г. новых данных не публиковалось');
    expect(text).toContain('Пасля выпуску за верасень 2026 г. новых даных не публікавалася');
    expect(text).not.toContain('New figures');
  });

  it('gives the old value of a revised figure', async () => {
    const organisations = dataset.observations.find(
      ({ indicator, value }) => indicator === 'organisations' && value === 450,
    );
    const source = dataset.sources.find(({ published }) => published === '2023-11-14');
    if (!organisations || !source) throw new Error('the data no longer have what is revised here');
    const revised = { ...dataset, observations: [...dataset.observations, { ...organisations, value: 455, source }] };
    const services = servicesWith({ dataset: revised });
    const text = plain((await noticeOf(editionNamed('2023-11'), services))?.text);
    expect(text).toContain('Revised figures: 1.');
    expect(text).toContain('Organisations with Russian capital: 455, before 450 (2022; revised by Gomelskaya Pravda');
  });

  it('is sent once, however often the month runs', async () => {
    const [services, board] = [await servicesWith(), await notificationTarget()];
    await runMonthly(services, board);
    await runMonthly(services, board);
    expect(board.sent.map(({ subject }) => subject)).toEqual(['Gomel Oblast - Russia briefing: October 2026 edition']);
  });

  it('is sent once by two runs at the same time', async () => {
    const [services, board] = [await servicesWith(), await notificationTarget()];
    const send = () => sendNoticeOnce(editionNamed('2026-10'), services, board);
    const outcomes = await Promise.all([send(), send(), send()]);
    expect(board.sent).toHaveLength(1);
    expect(outcomes.toSorted()).toEqual(['sent', 'was sent', 'was sent']);
  });

  it('lets two whole months at the same time end well, so that no alarm rings', async () => {
    const [services, board] = [await servicesWith(), await notificationTarget()];
    await Promise.all([runMonthly(services, board), runMonthly(services, board)]);
    expect(board.sent).toHaveLength(1);
  });

  it('is sent by a later run when the run that claimed it died', async () => {
    const board = await notificationTarget();
    const dies = { ...board, send: () => Promise.reject(new Error('the process died')) };
    const edition = editionNamed('2026-10');
    const first = await servicesWith();
    await expect(sendNoticeOnce(edition, first, dies)).rejects.toThrow('died');
    const later = async (seconds: number) => ({ ...first, now: () => new Date(noon.getTime() + seconds * 1000) });
    let waited = 0;
    const pause = async (milliseconds: number) => {
      waited += milliseconds;
    };
    await expect(sendNoticeOnce(edition, await later(60), board, pause)).rejects.toThrow('claimed by another run');
    expect(waited).toBe(10_000);
    expect(await sendNoticeOnce(edition, await later(121), board)).toBe('sent');
    expect(board.sent).toHaveLength(1);
  });

  it('waits until the edition exists in every language', async () => {
    const board = await notificationTarget();
    await expect(runMonthly(await servicesWith({ store: await storeFailingInRussian() }), board)).rejects.toThrow(
      `${2 * renditions.length} of ${6 * renditions.length}`,
    );
    expect(board.sent).toEqual([]);
  });
});

it('a notice goes to the topic of the environment', async () => {
  const calls: URLSearchParams[] = [];
  const server = createServer(async (request, response) => {
    calls.push(new URLSearchParams(await text(request)));
    response.setHeader('content-type', 'text/xml');
    response.end('<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>');
  });
  const { address, close } = await listen(server);
  const aws = { AWS_ENDPOINT_URL_SNS: address, AWS_REGION: 'eu-central-1' };
  const keys = { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' };
  Object.assign(process.env, aws, keys);
  onTestFinished(() => {
    close();
    for (const name of Object.keys({ ...aws, ...keys })) delete process.env[name];
  });
  const topic = 'arn:aws:sns:eu-central-1:123456789012:news';
  const board = openNotificationTarget({ TOPIC_ARN: topic, API_ADDRESS: 'https://api.example/' });
  await board?.send({ subject: 'Ready', text: 'Выпуск готов' });
  expect(calls.map((call) => [call.get('TopicArn'), call.get('Subject'), call.get('Message')])).toEqual([
    [topic, 'Ready', 'Выпуск готов'],
  ]);
  expect([board?.apiAddress, board?.days]).toEqual(['https://api.example', 0]);
  expect(openNotificationTarget({})).toBe(null);
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readShareWording, rendererFromFiles, rendererVersionOf } from '../../../functions/assets/index.ts';
import { usualSchedule } from '../../../functions/briefings/index.ts';
import { openMailTarget } from '../../../functions/monthly/index.ts';
import { runMonthly } from '../../../functions/monthly/run.ts';
import { handlePublic } from '../../../functions/public/index.ts';
import type { Services } from '../../../functions/services/index.ts';
import { BriefingStore, FolderObjects } from '../../../functions/store/index.ts';
import { event } from '../../api/call.ts';
import { SesServer } from '../../monthly/ses-server.ts';
import { dataset, noon } from '../../package-files.ts';
import { open } from '../../s3/open.ts';
import { needPython, runWell } from '../programs.ts';
import type { Outcome, Stage, StageContext } from '../stage.ts';

/** What Python's `email` finds in a message. */
interface ReadMessage {
  readonly defects: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly html: string;
  readonly languages: readonly string[];
  readonly files: readonly { readonly name: string; readonly type: string; readonly sha256: string }[];
}

interface ReadFeed {
  readonly faults: readonly string[];
  readonly version: string;
  readonly entries: readonly string[];
  readonly links: readonly string[];
}

interface ReadCalendar {
  readonly faults: readonly string[];
  readonly events: readonly { readonly id: string; readonly day: string; readonly title: string }[];
}

const readers = { 'en@example.org': 'en', 'ru@example.org': 'ru', 'be@example.org': 'be' } as const;

/** The mails of a month, its feeds and its calendars, read by the programs of readers. */
export const mail: Stage = {
  name: 'mail',
  about:
    'A month that runs twice mails each reader once, by an SES on this machine; Python reads the messages, feedparser the feeds and icalendar the calendars.',
  run: async (context): Promise<Outcome> => {
    const services = await servicesIn(context.scratch);
    const ses = new SesServer();
    const { address, close } = await open(ses.listen());
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_SESV2: address,
      ...{ AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' },
    });
    const target = openMailTarget({
      MAIL_SENDER: 'briefing@example.org',
      MAIL_READERS: Object.entries(readers)
        .map(([to, language]) => `${language}:${to}`)
        .join(),
      BUCKET: 'bucket',
    });
    context.say('running the month twice');
    try {
      await runMonthly(services, null, target);
      await runMonthly(services, null, target);
    } finally {
      close();
    }
    const found = await readBack(ses, services, context);
    const wrong = [
      ...(ses.taken.length === Object.keys(readers).length ? [] : [`${ses.taken.length} messages were sent`]),
      ...found.flatMap(({ faults }) => faults),
    ];
    const rows = found.map(({ to, files, feed, calendar }) => `| ${to} | ${files} | ${feed} | ${calendar} |`);
    const table = ['| reader | attached | feed | calendar |', '| --- | --- | --- | --- |', ...rows].join('\n');
    const opening = `${ses.taken.length} messages by ${ses.calls} calls in two runs.`;
    return {
      passed: wrong.length === 0,
      summary: [opening, '', table, '', ...wrong.map((one) => `- ${one}`)].join('\n'),
    };
  },
};

async function servicesIn(scratch: string): Promise<Services> {
  const now = () => noon;
  return {
    dataset,
    dataDigest: null,
    data: { state: 'current', withdrawn: [] },
    store: new BriefingStore(new FolderObjects(join(scratch, 'store'), { now })),
    rendererVersion: rendererVersionOf('default'),
    loadRenderer: () => rendererFromFiles(),
    measure: () => {},
    shareAddress: 'https://share.example',
    schedule: usualSchedule,
    now,
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    version: '1.0.0',
  };
}

/** Reads each message, and the feed and calendar to which it leads, and finds what is wrong with them. */
async function readBack(ses: SesServer, services: Services, { tools, scratch, say }: StageContext) {
  const programs = await needPython(tools, ['feedparser==6.0.12', 'icalendar==6.3.2'], say);
  const script = fileURLToPath(new URL('../mail/read-mail.py', import.meta.url));
  const read = async (files: readonly string[]) => {
    return JSON.parse(await runWell(join(programs, 'python'), [script, ...files])) as readonly unknown[];
  };
  const { briefings } = await services.store.list({ limit: 1000 });
  const stored = new Set(briefings.map(({ sha256 }) => sha256));
  return Promise.all(
    ses.taken.map(async ({ to, message }, index) => {
      const path = (ending: string) => join(scratch, `${index}.${ending}`);
      await writeFile(path('eml'), message);
      const [parsed] = (await read([path('eml')])) as [ReadMessage];
      const page = new URL(/https:\/\/share\.example\/s\/[\w-]+/.exec(parsed.text)?.[0] ?? '').pathname;
      for (const [ending, name] of Object.entries({ atom: 'feed.atom', ics: 'calendar.ics' })) {
        const answer = await handlePublic(event(`${page}/${name}`, {}), services, readShareWording('default'));
        await writeFile(path(ending), answer.body ?? '');
      }
      const [feed, calendar] = (await read([path('atom'), path('ics')])) as [ReadFeed, ReadCalendar];
      return {
        to,
        files: parsed.files.map(({ name, type }) => `${name} (${type})`).join(', '),
        feed: `${feed.version}: ${feed.entries.join(', ')}`,
        calendar: calendar.events.map(({ day, title }) => `${day} ${title}`).join(', '),
        faults: faultsOf(to, parsed, feed, calendar, stored).map((fault) => `${to}: ${fault}`),
      };
    }),
  );
}

function faultsOf(
  to: string,
  { defects, headers, text, html, languages, files }: ReadMessage,
  feed: ReadFeed,
  calendar: ReadCalendar,
  stored: ReadonlySet<string>,
): readonly string[] {
  const language = new Map(Object.entries(readers)).get(to as keyof typeof readers);
  const bare = html
    .replaceAll(/<head>.*?<\/head>|<[^>]+>/gs, '')
    .replaceAll('&amp;', '&')
    .trim();
  const claims: Readonly<Record<string, boolean>> = {
    'the headers name others': headers.from === 'briefing@example.org' && headers.to === to,
    'the subject is not words': /2026/.test(headers.subject ?? '') && !headers.subject?.includes('=?'),
    'it cannot be ended by RFC 8058':
      /^<https:\/\/share\.example\/s\/[\w-]+\/unsubscribe>$/.test(headers['list-unsubscribe'] ?? '') &&
      headers['list-unsubscribe-post'] === 'List-Unsubscribe=One-Click',
    'its parts are in another language': languages.every((one) => one === language),
    'its two forms say different things': bare.replaceAll(/\s+/g, ' ') === text.trim().replaceAll(/\s+/g, ' '),
    'the attachment is not the stored file': files.length === 1 && files.every(({ sha256 }) => stored.has(sha256)),
    'the feed has not the edition': feed.version === 'atom10' && feed.entries.length === 1,
    'the calendar has no day': calendar.events.length > 0,
  };
  return [
    ...Object.entries(claims).flatMap(([fault, holds]) => (holds ? [] : [fault])),
    ...[...defects, ...feed.faults, ...calendar.faults],
  ];
}

import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { negotiate } from '../api/index.ts';
import { briefingKey, type FoundBriefing, findBriefing, webPageHeaders } from '../briefings/index.ts';
import { placeOfLinks } from '../document/index.ts';
import type { Services } from '../services/index.ts';
import type { Share, ShareWording } from '../shares/index.ts';
import {
  BriefingStore,
  fileNameOf,
  fullPdf,
  openEarly,
  type Rendition,
  renditions,
  type StoredBriefing,
} from '../store/index.ts';
import { sendPage, sendText } from './answers.ts';
import { calendar } from './calendar.ts';
import { atomFeed } from './feed.ts';
import { nameOf } from './file-names.ts';
import { editionsFor, openEdition } from './open-edition.ts';
import { filesPage, linksOf, noticePage } from './pages.ts';
import { publicationDays } from './publication-days.ts';
import { ShareWords } from './share-words.ts';

/** A request for something of an open share. */
export interface ShareQuery {
  readonly share: Share;
  /** The path of the page, `/s/` and the token. */
  readonly path: string;
  /** The header Accept. */
  readonly accept: string | undefined;
  readonly requestId: string;
  readonly services: Services;
  readonly wording: ShareWording;
}

type Result = Promise<APIGatewayProxyStructuredResultV2>;

/** How long a link to a file works, in seconds. It is followed at once. */
export const linkSeconds = 900;

/** The files to save, by their names. The web page is what the address of the share itself shows. */
export const downloads: ReadonlyMap<string, Rendition> = new Map(
  renditions.filter(({ format }) => format !== 'html').map((rendition) => [nameOf(rendition), rendition]),
);

/** What there is of an open share, by its name in the address. The page has none. */
export const resources: ReadonlyMap<string, (query: ShareQuery) => Result> = new Map([
  ['', page],
  ...[...downloads].map(([name, rendition]) => [name, (query: ShareQuery) => file(query, rendition)] as const),
  ['feed.atom', feed],
  ['calendar.ics', publications],
]);

/**
 * The page of the edition: its web page with links to its files, or these alone while there is no web page. Programs that
 * accept a PDF rather than a page are sent on to it.
 */
async function page(query: ShareQuery): Result {
  const { share, path, wording } = query;
  if (negotiate(query.accept) === 'pdf') return file(query, fullPdf);
  const services = beginPage(share, query.services);
  const found = await openEdition(share, fullPdf, services);
  if (!found) return nothingYet(query);
  const files = await filesOf(found, services);
  const web = files.find(({ key }) => key.rendition.format === 'html');
  const written = web && (await services.store.read(web.key));
  const offer = { share, edition: found.edition, files };
  if (!written) return sendPage(200, filesPage(offer, path, wording));
  const body = new TextDecoder().decode(written).replace(placeOfLinks, () => linksOf(offer, path, wording));
  return { statusCode: 200, headers: webPageHeaders, body };
}

/** Begins to look for everything that a page has at once, as if the wanted edition were whole; gives services that know it. */
function beginPage(share: Share, services: Services): Services {
  const { ahead, objects } = openEarly(services.store.objects);
  const early = new BriefingStore(ahead);
  const [wanted] = editionsFor(share, services);
  if (wanted) {
    const keys = renditions.map((rendition) => briefingKey(wanted, share.language, rendition, services));
    for (const key of keys) {
      void early.head(key).catch(() => {}); // the page itself finds out why
      if (key.rendition.format === 'html') void early.read(key).catch(() => {});
    }
  }
  return { ...services, store: new BriefingStore(objects) };
}

/** All files of an edition, the full PDF first. */
async function filesOf({ edition, language, briefing }: FoundBriefing, services: Services) {
  const others = renditions.filter((rendition) => rendition !== fullPdf);
  const found = await Promise.all(others.map((rendition) => findBriefing(edition, language, [rendition], services)));
  return [briefing, ...found.flatMap((one) => one?.briefing ?? [])] satisfies readonly StoredBriefing[];
}

/** Sends on to a file by a link that was not there before and soon ends. */
async function file({ share, requestId, services, wording, ...query }: ShareQuery, rendition: Rendition): Result {
  const found = await openEdition(share, rendition, services);
  if (!found) return nothingYet({ share, requestId, services, wording, ...query });
  const { key } = found.briefing;
  const link = { expiresInSeconds: linkSeconds, requestId, fileName: fileNameOf(key) };
  const { url } = await services.store.link(key, link);
  return { statusCode: 303, headers: { location: url }, body: '' };
}

async function feed({ share, path, services, wording }: ShareQuery): Result {
  const found = await openEdition(share, fullPdf, services);
  const options = { id: share.id, address: `${services.shareAddress}${path}`, since: share.created };
  const body = atomFeed(found?.briefing ?? null, new ShareWords(share.language, wording), options);
  return sendText('application/atom+xml; charset=utf-8', body);
}

async function publications({ share, path, services, wording }: ShareQuery): Result {
  const now = services.now();
  const days = publicationDays(share, services.schedule, now);
  const body = calendar(days, new ShareWords(share.language, wording), {
    address: `${services.shareAddress}${path}`,
    now,
  });
  return sendText('text/calendar; charset=utf-8; method=PUBLISH', body);
}

function nothingYet({ share, wording }: ShareQuery): Awaited<Result> {
  return sendPage(404, noticePage('empty', share, wording));
}

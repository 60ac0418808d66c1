import { lastDay } from './edition.ts';
import type { Row } from './row.ts';
import type { Violation } from './violation.ts';

/** No figure of the Republic of Belarus is older. */
export const firstYear = 1990;

/** Checks one row of `sources.csv`: a day that exists, and an address that can be linked to. */
export function checkSourceRow({ number: row, cells }: Row): readonly Violation[] {
  const at = (column: string) => ({ file: 'sources.csv', row, column, value: cells[column] ?? '' });
  const { published = '', url = '' } = cells;
  const problems: Violation[] = [];
  const [, year = '', month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(published) ?? [];
  if (year !== '' && Number(year) < firstYear) {
    problems.push({ ...at('published'), code: 'year', values: { from_text: String(firstYear) } });
  }
  const last = day === undefined ? 31 : Number(lastDay(`${year}-${month}`).slice(-2));
  if (Number(day) > last) problems.push({ ...at('published'), code: 'no_such_day', values: { last } });
  const wrong = url === '' ? null : addressProblem(url);
  if (wrong) problems.push({ ...at('url'), code: 'address', values: { wrong } });
  return problems;
}

/**
 * One publication has one row. Two rows with one address are one publication twice, unless a publisher renews the page: then
 * they are of one publisher and of different days. Twice it would seem to say the same by itself, or to contradict itself.
 */
export function checkAddresses(rows: readonly Row[]): readonly Violation[] {
  const known = new Map<string, { readonly first: Row; readonly days: Map<string, Row> }>();
  return rows.flatMap((row): readonly Violation[] => {
    const { url: value = '', publisher_en: publisher, published = '' } = row.cells;
    const page = known.get(pageOf(value)) ?? { first: row, days: new Map() };
    const { first, days } = page;
    const other = first.cells.publisher_en === publisher ? days.get(published) : first;
    known.set(pageOf(value), page);
    days.set(published, days.get(published) ?? row);
    if (!other) return [];
    const values = { other: other.number, id: other.cells.id ?? '' };
    return [{ file: 'sources.csv', row: row.number, column: 'url', value, code: 'same_address', values }];
  });
}

/** What programs add to an address to know where a reader comes from. */
const trackers = /^(utm_\w+|fbclid|gclid|yclid|ysclid)$/;

/**
 * What an address leads to, however it is written: without its scheme, `www.`, the slash at its end, trackers and the place
 * in the page. A fragment that is a path of its own, `#/page` or `#!page`, is kept.
 */
function pageOf(url: string): string {
  const { host, pathname, searchParams, hash } = new URL(url);
  const site = host
    .replace(/:(80|443)$/, '')
    .replace(/^www\./, '')
    .replace(/\.$/, '');
  const path = pathname.replace(/\/+$/, '').replace(/%[0-9a-f]{2}/gi, (byte) => byte.toUpperCase());
  const query = [...searchParams].filter(([name]) => !trackers.test(name)).map((pair) => pair.join('='));
  return `${site}${path}?${query.join('&')}${/^#[/!]/.test(hash) ? hash : ''}`;
}

/** Why an address cannot be a link to a public page; null when it can. */
function addressProblem(url: string): 'form' | 'user' | 'characters' | 'host' | null {
  if (/[\p{C}\p{Z}"<>\\^`{|}]/u.test(url)) return 'characters';
  if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url)) return 'form';
  const { username, password, hostname } = new URL(url);
  if (username || password || /^https?:\/\/[^/?#]*@/.test(url)) return 'user';
  return isPublicHost(hostname) ? null : 'host';
}

/** Names under these ends are known in one network alone, or nowhere (RFC 2606, 6761, 6762 and 8244). */
const privateEnds: ReadonlySet<string> = new Set(['localhost', 'local', 'internal', 'invalid', 'test', 'onion']);

/** A name of two parts at least that ends in a domain of letters; no number of a machine. Takes a host in ASCII. */
function isPublicHost(host: string): boolean {
  const labels = host.replace(/\.$/, '').split('.');
  const end = labels.at(-1) ?? '';
  const areNames = labels.every((label) => /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?$/.test(label));
  return labels.length > 1 && areNames && /[a-z]/.test(end) && !privateEnds.has(end);
}

/** An address in ASCII, as a PDF link needs it: host names in Punycode, all else percent-encoded. */
export function asciiAddress(url: string): string {
  return new URL(url).href;
}

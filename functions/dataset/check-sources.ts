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

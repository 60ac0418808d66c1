import {
  type Area,
  byCode,
  type Edition,
  lastDay,
  parseEdition,
  parsePeriod,
  type Statement,
} from '../dataset/index.ts';
import { ageLimits, ageOf, isOlder } from './age.ts';
import { codeTerm, type Finding, finding, messageTerm, periodTerm, type Term } from './finding.ts';
import { overlapTitle } from './market-findings.ts';

/** A statement that is printed as it was made. */
export interface Told {
  readonly statement: Statement;
  /** True where it was published before the month of the edition. */
  readonly isPast: boolean;
}

/** The topics of what was said and planned; partner regions and goods are lists with a date of their own. */
const saidTopics = ['position', 'sector', 'promising_sector', 'enterprise'] as const;

/** The topics of what is named in lists and counted. */
const namingTopics: ReadonlySet<Statement['topic']> = new Set([
  'partner_region',
  'export_good',
  'sector',
  'promising_sector',
  'enterprise',
]);

/**
 * The statements with each region, good, sector and enterprise once, however many publications name it: in the words of
 * the latest of them, at the place of the first.
 */
export function namedOnce(statements: readonly Statement[]): readonly Statement[] {
  const named = new Map<string, Statement>();
  for (const statement of statements) {
    const isNamed = namingTopics.has(statement.topic);
    const key = `${statement.topic} ${isNamed ? statement.item : named.size}`;
    const known = named.get(key);
    if (!known || lastDay(known.source.published) < lastDay(statement.source.published)) named.set(key, statement);
  }
  return [...named.values()];
}

/** The most earlier editions that the dated line names. */
const mostEditions = 2;

/** The statements that are young enough to be printed as they were made: an official may have left office later. */
export function toldStatements(statements: readonly Statement[], edition: Edition): readonly Told[] {
  return statements.flatMap((statement) => {
    const age = statementAge(statement, edition);
    return age <= ageLimits.leads ? [{ statement, isPast: age > 0 }] : [];
  });
}

/** The dated line that is left of older statements, under its heading. */
export interface SaidBefore {
  readonly heading: Finding;
  readonly sentences: readonly Finding[];
}

/**
 * The dated line that is left of older statements: who spoke, and which edition holds it, the newest first. Null where
 * none is of that age.
 */
export function saidBefore(statements: readonly Statement[], edition: Edition): SaidBefore | null {
  const said = statements.filter(({ topic }) => saidTopics.some((known) => known === topic));
  const ofAge = said.filter((statement) => {
    const age = statementAge(statement, edition);
    return age > ageLimits.leads && age <= ageLimits.gone;
  });
  const isLast = !said.some((statement) => statementAge(statement, edition) <= ageLimits.leads);
  const byEdition = [...Map.groupBy(ofAge, editionOf)].toSorted(([a], [b]) => (a < b ? 1 : -1)).slice(0, mostEditions);
  const sentences = byEdition.flatMap(([name, group], index) => {
    const what = whatWasSaid(group, statements);
    const period = parsePeriod(name);
    if (!what || !period) return [];
    return [
      finding(index === 0 && isLast ? 'said.last' : 'said.line', {
        what,
        edition: periodTerm(period),
        section: messageTerm('section.cooperation'),
      }),
    ];
  });
  if (sentences.length === 0) return null;
  const days = new Set(byEdition.flatMap(([, group]) => group.map(({ source }) => monthOf(source.published))));
  const [month, ...others] = [...days].flatMap((day) => parsePeriod(day) ?? []);
  const heading =
    month && others.length === 0 ? finding('said.heading', { m: periodTerm(month) }) : finding('said.before');
  return { heading, sentences };
}

/** The month of a date; its year where no more is known. */
function monthOf(date: string): string {
  return date.slice(0, 'YYYY-MM'.length);
}

/** The partner regions as the newest publication that names any lists them. */
export function newestPartners(statements: readonly Statement[]): readonly Statement[] {
  const partners = statements.filter(({ topic }) => topic === 'partner_region');
  const [newest] = partners
    .map(({ source }) => source)
    .toSorted((a, b) => byCode(lastDay(b.published), lastDay(a.published)));
  return partners.filter(({ source }) => source === newest);
}

/** Which partner regions are also buyers; of an old list how many it names, with its month. */
export function partnersFinding(
  partners: readonly Statement[],
  buyers: readonly Area[],
  edition: Edition,
): Finding | null {
  const [first] = partners;
  const month = first && parsePeriod(monthOf(first.source.published));
  if (!first || !month) return null;
  const n: Term = { term: 'count', count: partners.length };
  if (isOlder(edition, month, 'past')) return finding('said.partners', { n, m: periodTerm(month) });
  return overlapTitle(buyers, partners) ?? finding('title.cooperation_regions', { n });
}

/** The age of a statement, in months from its publication. */
function statementAge({ source }: Statement, edition: Edition): number {
  const period = parsePeriod(monthOf(source.published));
  return period ? ageOf(edition, period) : 0;
}

/** The edition in which a statement was first known. */
function editionOf({ source }: Statement): Edition {
  const edition = parseEdition(monthOf(lastDay(source.published)));
  if (!edition) throw new Error(`${source.published} is no date of a publication`);
  return edition;
}

/** Whose positions, and how many sectors and enterprises: the subject of the dated line. */
function whatWasSaid(group: readonly Statement[], all: readonly Statement[]): Term | null {
  const named = namedFinding(group);
  const positions = positionsFinding(group, all);
  if (!positions) return named && { term: 'finding', finding: named };
  if (!named) return { term: 'finding', finding: positions };
  const terms = {
    positions: { term: 'finding', finding: positions },
    named: { term: 'finding', finding: named },
  } as const;
  return { term: 'finding', finding: finding('said.positions_and_named', terms) };
}

function namedFinding(group: readonly Statement[]): Finding | null {
  const count = (...topics: readonly Statement['topic'][]) =>
    group.filter(({ topic }) => topics.includes(topic)).length;
  const [sectors, enterprises] = [count('sector', 'promising_sector'), count('enterprise')];
  const terms = { n: { term: 'count', count: sectors }, k: { term: 'count', count: enterprises } } as const;
  if (sectors > 0 && enterprises > 0) return finding('said.sectors_and_enterprises', terms);
  if (sectors > 0) return finding('said.sectors', terms);
  return enterprises > 0 ? finding('said.enterprises', terms) : null;
}

/** Who took positions: the two officials by their office, as they may have left it, and others by name. */
function positionsFinding(group: readonly Statement[], all: readonly Statement[]): Finding | null {
  const positions = group.filter(({ topic }) => topic === 'position');
  const speakers = [...new Set(positions.flatMap(({ official }) => official ?? []))];
  if (positions.length === 0) return null;
  if (speakers.length === 0) return finding('said.positions', { who: codeTerm('unnamed'), list: codeTerm('') });
  const offices = [...officeWords].find(
    ([, items]) => items.length === speakers.length && items.every((item) => speakers.includes(item)),
  );
  const items = speakers.flatMap((item): readonly Term[] => {
    const official = all.find(({ topic, item: name }) => topic === 'official' && name === item);
    return official ? [{ term: 'text', text: official.text }] : [];
  });
  return finding('said.positions', { who: codeTerm(offices?.[0] ?? 'named'), list: { term: 'list', items } });
}

/** The words for the officials whom the data know by their office. */
const officeWords: ReadonlyMap<string, readonly string[]> = new Map([
  ['both', ['ambassador', 'chairman']],
  ['ambassador', ['ambassador']],
  ['chairman', ['chairman']],
]);

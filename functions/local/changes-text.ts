import type {
  ChangedFigure,
  FigureChanges,
  KeyedRow,
  PackageChanges,
  PageChanges,
  SentenceChanges,
  TableChanges,
} from '../changes/index.ts';
import { type Edition, languageFacts, languages } from '../dataset/index.ts';

/** The most rows or figures of one kind that are listed, and the most figures that one brings with it. */
const listed = { rows: 10, figures: 20, dependents: 6 } as const;

/** What publishing a package would do, for a terminal. `--json` has what is cut off here. */
export function changesText({ version, rows, editions, compared }: PackageChanges): string {
  if (rows.length === 0 && editions.length === 0) return 'Publishing this package would change nothing.\n';
  const lines = [
    versionLine(version),
    '',
    ...rowLines(rows),
    '',
    editionsLine(editions),
    ...(editions.length > 0 && !compared ? ['The edition that was named is not among them.'] : []),
    ...(compared ? ['', ...figureLines(compared.languages.en.figures, compared.edition)] : []),
  ];
  for (const language of compared ? languages : []) {
    const changes = compared?.languages[language];
    if (changes)
      lines.push('', ...sentenceLines(changes.sentences, languageFacts[language].name), pagesLine(changes.pages));
  }
  return `${lines.join('\n')}\n`;
}

function versionLine({ before, after }: PackageChanges['version']): string {
  if (before !== after) return `Version ${before} would become ${after}.`;
  return `Both have the version ${after}: raise it in datapackage.json before you publish.`;
}

function rowLines(tables: readonly TableChanges[]): readonly string[] {
  const count = (kind: 'added' | 'changed' | 'removed') => tables.reduce((sum, table) => sum + table[kind].length, 0);
  return [
    `Rows: ${count('added')} added, ${count('changed')} changed, ${count('removed')} removed`,
    ...tables.flatMap(({ table, added, changed, removed, reordered }) => [
      `  ${table}.csv`,
      ...cut(
        listed.rows,
        changed.map(({ row, key, cells }) => {
          const differing = cells.map(({ column, before, after }) => `${column} ${shown(before)} → ${shown(after)}`);
          return `    ~ row ${row}: ${key}: ${differing.join(', ')}`;
        }),
      ),
      ...cut(
        listed.rows,
        added.map((row) => `    + ${rowText(row)}`),
      ),
      ...cut(
        listed.rows,
        removed.map((row) => `    - ${rowText(row)}`),
      ),
      ...(reordered ? ['    rows that stay stand in another order'] : []),
    ]),
  ];
}

function rowText({ row, key, cells: { value } }: KeyedRow): string {
  return `row ${row}: ${key}${value === undefined ? '' : `: ${value}`}`;
}

function shown(cell: string): string {
  return cell === '' ? '(empty)' : cell;
}

function editionsLine(editions: readonly Edition[]): string {
  const [first] = editions;
  const last = editions.at(-1);
  if (editions.length === 0) return 'No edition would be another.';
  if (editions.length === 1) return `One edition would be printed again: ${first}`;
  return `${editions.length} editions would be printed again: ${first} to ${last} (--edition tells of another than the newest)`;
}

/** The published figures, those that change with what changes with them; of the calculated ones how many there are. */
function figureLines({ changed, added, removed }: FigureChanges, edition: Edition): readonly string[] {
  const all = [...changed, ...added, ...removed];
  const names = new Map(all.map(({ key, name }) => [key, name]));
  const calculated = all.filter(({ status }) => status === 'calculated').length;
  const counts = `${changed.length} changed, ${added.length} new, ${removed.length} no longer stated`;
  return [
    `Figures of the edition ${edition}: ${counts}`,
    ...cut(
      listed.figures,
      published(changed).map((figure) => changedLine(figure, names)),
    ),
    ...cut(
      listed.figures,
      published(added).map(({ name, unit, months, number, previous }) => {
        const earlier = previous ? `; the latest was ${previous.number}, ${previous.months}` : '';
        return `  + ${name}, ${months}: ${number} (${unit})${earlier}`;
      }),
    ),
    ...cut(
      listed.figures,
      published(removed).map(({ name, unit, months, number }) => `  - ${name}, ${months}: ${number} (${unit})`),
    ),
    ...(calculated > 0 ? [`  and ${calculated} calculated figures, which --json lists`] : []),
  ];
}

function published<F extends { readonly status: string }>(figures: readonly F[]): readonly F[] {
  return figures.filter(({ status }) => status === 'published');
}

function changedLine(figure: ChangedFigure, names: ReadonlyMap<string, string>): string {
  const { name, unit, before, after, dependents } = figure;
  const line = `  ~ ${name}, ${after.months}: ${before.number} before, ${after.number} after (${unit})`;
  const others = [...new Set(dependents.map((key) => names.get(key) ?? key))].filter((other) => other !== name);
  if (others.length === 0) return line;
  const more = others.length > listed.dependents ? `, and ${others.length - listed.dependents} more` : '';
  return `${line}\n      Changes with it: ${others.slice(0, listed.dependents).join('; ')}${more}`;
}

function sentenceLines({ changed, added, removed }: SentenceChanges, language: string): readonly string[] {
  if (changed.length + added.length + removed.length === 0) return [`Sentences in ${language}: all the same`];
  const counts = `${changed.length} changed, ${added.length} new, ${removed.length} no longer said`;
  return [
    `Sentences in ${language}: ${counts}`,
    ...changed.map(({ place, before, after }) => `  ${place}\n    - ${before}\n    + ${after}`),
    ...added.map(({ place, text }) => `  ${place}\n    + ${text}`),
    ...removed.map(({ place, text }) => `  ${place}\n    - ${text}`),
  ];
}

function pagesLine({ before, after, differing }: PageChanges): string {
  const count = before === after ? `${after}` : `${after}, where there were ${before}`;
  return `Pages that differ: ${differing.length === 0 ? 'none' : ranges(differing)} of ${count}`;
}

/** Numbers in order with neighbours joined: 1–4, 6. */
function ranges(numbers: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const number of numbers) {
    const last = spans.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else spans.push([number, number]);
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

function cut(most: number, lines: readonly string[]): readonly string[] {
  return lines.length > most ? [...lines.slice(0, most), `    and ${lines.length - most} more`] : lines;
}

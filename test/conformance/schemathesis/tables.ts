import type { Tried } from '../fast-check/count-cases.ts';
import { excludedChecks } from './excluded-checks.ts';
import type { SentCase } from './report.ts';

/** How often each name occurs in a list, in alphabetical order. */
export function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map([...counts].toSorted(([a], [b]) => a.localeCompare(b, 'en')));
}

/** One row for each operation: the cases of each phase, and the responses. Methods that are not allowed share a row. */
export function casesTable(sent: readonly SentCase[]): readonly string[] {
  const phases = ['examples', 'coverage', 'fuzzing', 'stateful', 'files'];
  const nameOf = ({ operation, status }: SentCase) => (status === 405 ? 'methods that are not allowed' : operation);
  const rows = [...countBy(sent.map(nameOf)).keys()].map((name) => {
    const own = sent.filter((one) => nameOf(one) === name);
    const counts = phases.map((phase) => own.filter((one) => one.phase === phase).length || '–');
    const answers = [...countBy(own.map(({ status }) => String(status)))].map(
      ([status, count]) => `${count} × ${status}`,
    );
    return `| ${name} | ${counts.join(' | ')} | ${answers.join(', ')} |`;
  });
  return [
    '| operation | examples | coverage | fuzzing | stateful | asking for a PDF | answers |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ];
}

/** One row for each check: how many responses were checked, or why none was. */
export function checksTable(sent: readonly SentCase[]): readonly string[] {
  const results = sent.flatMap(({ checks }) => checks);
  const rows = [...countBy(results.map(({ name }) => name))].map(([name, count]) => {
    const failed = results.filter((result) => result.name === name && result.status !== 'success').length;
    return `| ${name} | ${count} | ${failed} |`;
  });
  return [
    '| check | answers | failed |',
    '| --- | --- | --- |',
    ...rows,
    ...excludedChecks.map(({ check, why }) => `| ${check} | left out | ${why} |`),
  ];
}

/** One row for each property: how many cases fast-check tried. */
export function fastCheckTable(tried: readonly Tried[]): readonly string[] {
  const total = tried.reduce((sum, { cases }) => sum + cases, 0);
  const rows = tried.map(({ property, file, cases, failed }) => {
    return `| ${property.replaceAll(' > ', ': ')} | ${file} | ${cases} | ${failed ? '**does not hold**' : 'holds'} |`;
  });
  return [
    `fast-check: ${tried.length} properties, ${total} cases.`,
    '',
    '| property | in | cases | |',
    '| --- | --- | --- | --- |',
    ...rows,
  ];
}

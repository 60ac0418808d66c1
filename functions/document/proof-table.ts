import type { ProofChart } from './charts.ts';
import { type DataTable, numberCell, numbersColumn, textCell, textColumn } from './data-table.ts';
import type { BulletinProof, CheckMark, CheckMatrix, RangeBar } from './record-charts.ts';
import type { Words } from './words.ts';

/** No published value has more decimals. */
const mostDecimals = 4;

/** What checks compare: a row for each range or number, with its ends, and what came of the check. */
export function proofTable(chart: ProofChart | BulletinProof, words: Words): DataTable {
  const row = (claim: string, name: string, lo: number, hi: number, verdict: string) => [
    textCell(claim),
    textCell(name),
    numberCell(words, lo, mostDecimals),
    numberCell(words, hi, mostDecimals),
    textCell(verdict),
  ];
  const bars = (claim: string, both: readonly RangeBar[], verdict: string) =>
    both.map(({ name, lo, hi }) => row(claim, name, lo, hi, verdict));
  const limit = (claim: string, name: string, value: number, most: number, verdict: string) => [
    row(claim, name, value, value, verdict),
    row(claim, words.message('data.limit'), most, most, verdict),
  ];
  const rows =
    chart.kind === 'proof'
      ? chart.rows.flatMap(({ claim, verdict, evidence }) =>
          evidence.kind === 'ranges'
            ? bars(claim, evidence.bars, verdict)
            : limit(claim, evidence.name, evidence.value, evidence.limit, verdict),
        )
      : [
          ...chart.pairs.flatMap(({ claim, bars: both }) => bars(claim, both, chart.verdict)),
          ...chart.limits.flatMap(({ claim, value, limit: most }) =>
            limit(claim, words.message('data.sum'), value, most, chart.verdict),
          ),
        ];
  return {
    columns: [
      textColumn(words.message('data.check')),
      textColumn(words.message('data.compared')),
      numbersColumn(words.message('data.from'), null),
      numbersColumn(words.message('data.to'), null),
      textColumn(words.message('data.result')),
    ],
    rows,
  };
}

/** A row for each month, the oldest first, and a column for each kind of check. */
export function matrixTable({ key, months, rows }: CheckMatrix, words: Words): DataTable {
  const nameOf = new Map(key.map(({ mark, name }) => [mark, name]));
  return {
    columns: [textColumn(words.message('label.period')), ...rows.map(({ name }) => textColumn(name))],
    rows: months.map((month, at) => [
      textCell(month),
      ...rows.map(({ marks }) => {
        const mark = marks[at] ?? 'due';
        return textCell(nameOf.get(mark) ?? words.message('data.not_due'));
      }),
    ]),
  };
}

/** A row for each kind of check: how many passed, and the months for which something else is to be said. */
export function checksTable({ key, months, head, rows }: CheckMatrix, words: Words): DataTable {
  const others = key.filter(({ mark }) => mark !== 'passed');
  return {
    columns: [textColumn(words.message('data.check')), textColumn(head), ...others.map(({ name }) => textColumn(name))],
    rows: rows.map(({ name, passed, marks }) => [
      textCell(name),
      textCell(passed),
      ...others.map(({ mark }) => textCell(stretchesOf(mark, marks, months))),
    ]),
  };
}

/** The months with a mark; those that follow each other as a stretch from the first to the last. */
function stretchesOf(mark: CheckMark, marks: readonly CheckMark[], months: readonly string[]): string {
  const places = marks.flatMap((one, at) => (one === mark ? [at] : []));
  const starts = places.filter((at) => marks[at - 1] !== mark);
  const ends = places.filter((at) => marks[at + 1] !== mark);
  const stretches = starts.map((start, index) => {
    const [first = '', last = ''] = [months[start], months[ends[index] ?? start]];
    return first === last ? first : `${first} – ${last}`;
  });
  return stretches.join(', ');
}

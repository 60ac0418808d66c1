/** What `figures.json` says of figures over time: lines of one kind, each figure as period, value and ends of its interval. */
export interface OverTimeEntry {
  readonly values: number;
  readonly bulletins: number;
  /** How many checks were passed, by kind and in all; the ranges and limits of those of the newest bulletin. */
  readonly checks: {
    readonly passed: number;
    readonly kinds: Readonly<Record<string, number>>;
    readonly index?: readonly (readonly number[])[];
    readonly limits: Readonly<Record<string, readonly [sum: readonly number[], whole: number]>>;
  };
  readonly lines: readonly {
    readonly key: string;
    readonly unit: string;
    readonly decimals: number;
    readonly figures: readonly string[];
  }[];
}

/** A number as a page writes it: halves of its decimal form are rounded up, so that 5.475 is 5.48. */
export function written(value: number, decimals: number): string {
  const units = Math.abs(value) < 1e-6 ? 0 : Math.round(Number(`${Math.abs(value)}e${decimals}`));
  return (units / 10 ** decimals).toFixed(decimals);
}

/** A value with at most so many decimals, money also in billions, an index also as a multiple and as a change. */
function formsOf(value: number, decimals: number, unit: string): readonly string[] {
  const all = Array.from({ length: decimals + 1 }, (_, digits) => rounded(value, digits));
  const billions = /USD|RUB|BYN/.test(unit) ? [rounded(value / 1000, 1), rounded(value / 1000, 0)] : [];
  if (unit !== 'index' && unit !== 'IX') return [...all, ...billions];
  const changes = Array.from({ length: decimals + 1 }, (_, digits) => rounded(value - 100, digits));
  return [...all, ...changes, ...[1, 2, 3].map((digits) => rounded(value / 100, digits))];
}

/** Halves away from zero, as the pages round: one part in a billion more than a binary fraction has. */
function rounded(value: number, decimals: number): string {
  return written(Math.abs(value) * (1 + 1e-9), decimals);
}

/** Every form in which the pages may print a figure over time. */
export function overTimeForms({ checks, lines }: OverTimeEntry): readonly string[] {
  const figures = lines.flatMap(({ unit, decimals, figures }) =>
    figures.flatMap((row) => {
      const [value = 0, lo = 0, hi = 0] = row.split(' ').slice(1).map(Number);
      const ends = [lo, hi].flatMap((end) => [written(end, decimals), written(end, decimals + 1)]);
      const margin = (hi - lo) / 2;
      return [...formsOf(value, decimals, unit), ...ends, rounded(margin, 1), rounded(margin, 2)];
    }),
  );
  return [...figures, ...checkForms(checks)];
}

/**
 * How many values an edition rests on, how many checks were passed of a kind and in all, and how many values a line has,
 * or the lines of one kind of all flows.
 */
export function overTimeCounts({ values, bulletins, checks, lines }: OverTimeEntry): readonly number[] {
  const { passed, kinds } = checks;
  const ofKind = Map.groupBy(lines, ({ key }) => key.replace(/^\w+\./, ''));
  const sums = [...ofKind.values()].map((all) => all.reduce((sum, { figures }) => sum + figures.length, 0));
  return [values, bulletins, passed, ...Object.values(kinds), ...sums, ...lines.map(({ figures }) => figures.length)];
}

/** Every form in which the pages may print the ranges and limits of the checks of the newest bulletin. */
function checkForms({ index = [], limits }: OverTimeEntry['checks']): readonly string[] {
  const numbers = [...index.flat(), ...Object.values(limits).flatMap(([sum, whole]) => [sum, whole].flat())];
  return numbers.flatMap((value) => [0, 1, 2].map((decimals) => rounded(value, decimals)));
}

/**
 * How many values of the attached Data Package are of one kind: of an indicator, as totals, by goods or by region, of one
 * publication, and of the publications of one month.
 */
export function packageCounts(observations: string, sources: string): readonly number[] {
  const months = new Map(
    sources.split('\n').map((row) => [row.split(',')[0], row.match(/,(\d{4}-\d{2})[\d-]*,\w+$/)?.[1]]),
  );
  const [heading = '', ...rows] = observations.trimEnd().split('\n');
  const columns = heading.split(',');
  const kinds = new Map<string, Set<string>>();
  for (const row of rows) {
    const cell = (name: string) => row.split(',')[columns.indexOf(name)] ?? '';
    const key = ['indicator', 'flow', 'ref_area', 'counterpart_area', 'product', 'unit'].map(cell);
    const [indicator, flow, , area, product] = key;
    const kind = `${indicator} ${flow} ${area === 'RU'} ${product === '_T' || product === ''}`;
    for (const name of [kind, key.join(' '), cell('source'), `in ${months.get(cell('source'))}`]) {
      kinds.set(name, (kinds.get(name) ?? new Set()).add(`${key.join(' ')} ${cell('time_period')}`));
    }
  }
  return [...kinds.values()].map(({ size }) => size);
}

/** Every form in which the pages may print a value of the attached Data Package, and the headings of its products. */
export function packageForms(observations: string): readonly string[] {
  const [heading = '', ...rows] = observations.trimEnd().split('\n');
  const columns = heading.split(',');
  const [value, decimals, unit, product] = ['value', 'decimals', 'unit', 'product'].map((name) =>
    columns.indexOf(name),
  ) as [number, number, number, number];
  return rows.flatMap((row) => {
    // Only the note, the last column, may have a comma.
    const cells = row.split(',');
    const code = cells[product] ?? '';
    const [printed, digits] = [Number(cells[value]), Number(cells[decimals])];
    const half = 0.5 * 10 ** -digits;
    return [
      ...formsOf(printed, digits, cells[unit] ?? ''),
      ...[printed - half, printed + half, half].map((end) => written(end, digits + 1)),
      ...(/^HS\d{4}$/.test(code) ? [code.slice(2)] : []),
    ];
  });
}

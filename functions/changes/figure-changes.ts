import { type EveryFigure, type Figure, keysOf } from '../figures/index.ts';

/** A figure before and after; null on the side where it is not stated. */
export interface FigureChange {
  readonly before: Figure | null;
  readonly after: Figure | null;
  /** Of a figure that is new in a line over time, the newest that the line had before. */
  readonly previous: Figure | null;
  /** The keys of the calculated figures that follow from a published one and change with it; none of a calculated one. */
  readonly dependents: readonly string[];
}

/**
 * The figures that are not the same in two editions: published before calculated, and the newest period first. A figure
 * is the same where its key is.
 * Where a line of calculated figures moves on, as a value since January does, its newest figure follows the one before.
 */
export function figureChanges(before: EveryFigure, after: EveryFigure): readonly FigureChange[] {
  const [old, now] = [byKey(before), byKey(after)];
  const gone = before.figures.filter(({ key }) => !now.has(key));
  const come = after.figures.filter(({ key }) => !old.has(key));
  const follows = successorsOf(gone, come);
  const followers = new Set(follows.values());
  const newest = newestOfLines(before.figures);
  const pairs: readonly Pair[] = [
    ...after.figures.flatMap((figure) => {
      const was = old.get(figure.key);
      return was && !isSame(was, figure) ? [{ before: was, after: figure, previous: null }] : [];
    }),
    ...gone.map((figure) => ({ before: figure, after: follows.get(figure) ?? null, previous: null })),
    ...come
      .filter((figure) => !followers.has(figure))
      .map((figure) => ({ before: null, after: figure, previous: newest.get(lineOf(figure)) ?? null })),
  ];
  const dependents = dependentsOf(pairs, [before, after]);
  const changes = pairs.map((pair) => ({ ...pair, dependents: dependents(pair) }));
  const end = ({ before: was, after: is }: Pair) => (is ? endOf(is) : was ? endOf(was) : 0);
  const published = ({ before: was, after: is }: Pair) => (is ?? was)?.status === 'published';
  return changes.toSorted((a, b) => Number(published(b)) - Number(published(a)) || end(b) - end(a));
}

type Pair = Omit<FigureChange, 'dependents'>;

function byKey({ figures }: EveryFigure): ReadonlyMap<string, Figure> {
  return new Map(figures.map((figure) => [figure.key, figure]));
}

/** Whether two figures are printed alike. */
function isSame(one: Figure, other: Figure): boolean {
  return (
    one.value.toFixed(one.decimals) === other.value.toFixed(other.decimals) &&
    one.unit === other.unit &&
    one.qualifier === other.qualifier &&
    one.approximate === other.approximate &&
    one.period.code === other.period.code
  );
}

/** Of each line of calculated figures, the newest that comes after the newest that goes. */
function successorsOf(gone: readonly Figure[], come: readonly Figure[]): ReadonlyMap<Figure, Figure> {
  const isCalculated = ({ status }: Figure) => status === 'calculated';
  const [last, next] = [newestOfLines(gone.filter(isCalculated)), newestOfLines(come.filter(isCalculated))];
  return new Map(
    [...last].flatMap(([line, figure]) => {
      const after = next.get(line);
      return after ? [[figure, after] as const] : [];
    }),
  );
}

/** The newest figure of each line. */
function newestOfLines(figures: readonly Figure[]): ReadonlyMap<string, Figure> {
  const newest = new Map<string, Figure>();
  for (const figure of figures) {
    const line = lineOf(figure);
    const known = newest.get(line);
    if (!known || endOf(figure) > endOf(known)) newest.set(line, figure);
  }
  return newest;
}

/** The key of the line that a figure belongs to: its own, without the period where it ends with that. */
function lineOf({ key, period }: Figure): string {
  return key.endsWith(`.${period.code}`) ? key.slice(0, -period.code.length - 1) : key;
}

function endOf({ period: { year, month, months } }: Figure): number {
  return year * 12 + month + months;
}

/** Gives, for a pair, the keys of all calculated figures among the pairs that its published figures lead to. */
function dependentsOf(pairs: readonly Pair[], sides: readonly EveryFigure[]): (pair: Pair) => readonly string[] {
  const direct = new Map<string, Set<string>>();
  for (const figure of pairs.flatMap(({ before, after }) => [before, after])) {
    if (!figure?.expression) continue;
    for (const name of keysOf(figure.expression)) {
      for (const { named } of sides) {
        const input = named(name)?.key;
        if (input === undefined) continue;
        const known = direct.get(input);
        if (known) known.add(figure.key);
        else direct.set(input, new Set([figure.key]));
      }
    }
  }
  return ({ before, after }) => {
    const reached = new Set<string>();
    const pending = [before, after].flatMap((figure) => (figure?.status === 'published' ? figure.key : []));
    for (const key of pending) {
      for (const next of direct.get(key) ?? []) {
        if (reached.has(next)) continue;
        reached.add(next);
        pending.push(next);
      }
    }
    return [...reached];
  };
}

import { endOf, monthIndex } from '../../dataset/index.ts';
import type { Figure } from '../figure.ts';

/** A published figure taken so many times: amounts are sums of such terms. */
export interface Term {
  readonly times: number;
  readonly figure: Figure;
}

/** Months from `start` up to, and without, `end`; both count months since year 0. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * What is known of an amount that adds up over months. A boundary is the start of a month, in months since year 0. Two
 * boundaries in one place have a known amount between them.
 */
export interface Line {
  /** The boundaries that something is known of, in order. */
  readonly boundaries: readonly number[];
  /** The place of a boundary; null when nothing is known of it. */
  placeOf(boundary: number): string | null;
  /** The amount between two boundaries as a sum of published figures; null when it is not known. */
  between(start: number, end: number): readonly Term[] | null;
  /** True where the amount of some months may be below zero: balances, investment that is withdrawn, what is left over. */
  readonly mayFall: boolean;
}

/** Where a boundary stands: the boundary that it is known from, and the figure between the two. */
interface Node {
  readonly place: string;
  readonly depth: number;
  readonly parent: number;
  readonly term: Term | null;
}

/**
 * Makes a line of published figures. This is the one place where values since January become months: each figure joins
 * the boundaries of its months, and an amount is the sum of the figures on the way from one boundary to the other, so
 * a month is the difference of two values since January, and twelve months are three of them. A figure published for
 * just these months wins over any such sum. Nothing is interpolated: without a way there is no amount.
 */
export function lineOf(figures: readonly Figure[], mayFall: boolean): Line {
  const published = new Map(figures.map((figure) => [spanKey(startOf(figure), endOf(figure)), figure]));
  const nodes = nodesOf(figures);
  return {
    boundaries: [...nodes.keys()].toSorted((a, b) => a - b),
    placeOf: (boundary) => nodes.get(boundary)?.place ?? null,
    between(start, end) {
      const itself = published.get(spanKey(start, end));
      return itself ? [{ times: 1, figure: itself }] : wayBetween(nodes, start, end);
    },
    mayFall,
  };
}

function startOf({ period }: Figure): number {
  return monthIndex(period);
}

/** One number for a stretch of less than a thousand months. */
export function spanKey(start: number, end: number): number {
  return start * 1000 + end - start;
}

/** Walks from January to January first, so that sums are as short as they can be. */
function nodesOf(figures: readonly Figure[]): ReadonlyMap<number, Node> {
  const edges = new Map<number, Figure[]>();
  for (const figure of figures) {
    for (const boundary of [startOf(figure), endOf(figure)]) {
      const known = edges.get(boundary);
      if (known) known.push(figure);
      else edges.set(boundary, [figure]);
    }
  }
  const isJanuary = (boundary: number) => boundary % 12 === 0;
  const roots = [...edges.keys()].toSorted((a, b) => Number(isJanuary(b)) - Number(isJanuary(a)) || a - b);
  const nodes = new Map<number, Node>();
  for (const root of roots) {
    if (nodes.has(root)) continue;
    nodes.set(root, { place: String(root), depth: 0, parent: root, term: null });
    reach(root, nodes, edges);
  }
  return nodes;
}

/** Adds the boundaries that can be reached from a root, the nearest first. */
function reach(root: number, nodes: Map<number, Node>, edges: ReadonlyMap<number, readonly Figure[]>): void {
  const reached = [root];
  for (const boundary of reached) {
    const { depth } = nodes.get(boundary) ?? { depth: 0 };
    for (const figure of edges.get(boundary) ?? []) {
      const forward = startOf(figure) === boundary;
      const next = forward ? endOf(figure) : startOf(figure);
      if (nodes.has(next)) continue;
      const term = { times: forward ? 1 : -1, figure };
      nodes.set(next, { place: String(root), depth: depth + 1, parent: boundary, term });
      reached.push(next);
    }
  }
}

function wayBetween(nodes: ReadonlyMap<number, Node>, start: number, end: number): readonly Term[] | null {
  let [from, to] = [nodes.get(start), nodes.get(end)];
  if (!from || !to || from.place !== to.place) return null;
  const added: Term[] = [];
  const taken: Term[] = [];
  while (from && to && from !== to) {
    if (to.depth >= from.depth) {
      if (to.term) added.push(to.term);
      to = nodes.get(to.parent);
    } else {
      if (from.term) taken.push({ ...from.term, times: -from.term.times });
      from = nodes.get(from.parent);
    }
  }
  return [...added, ...taken];
}

/** A line that is a sum of others, each taken so many times: a balance, or what is left of a total. */
export function sumOfLines(parts: readonly { readonly times: number; readonly line: Line }[], mayFall: boolean): Line {
  const [first] = parts;
  const known = new Map<number, string>();
  for (const boundary of first?.line.boundaries ?? []) {
    const places = parts.map(({ line }) => line.placeOf(boundary));
    if (!places.includes(null)) known.set(boundary, places.join(' '));
  }
  return {
    boundaries: [...known.keys()],
    placeOf: (boundary) => known.get(boundary) ?? null,
    between(start, end) {
      const terms: Term[] = [];
      for (const { times, line } of parts) {
        const part = line.between(start, end);
        if (!part) return null;
        terms.push(...part.map((term) => ({ ...term, times: term.times * times })));
      }
      return merged(terms);
    },
    mayFall,
  };
}

/** The same sum with each figure in it once. A sum has a few terms, or as many as a total has parts. */
export function merged(terms: readonly Term[]): readonly Term[] {
  const sums: { times: number; readonly figure: Figure }[] = [];
  for (const { times, figure } of terms) {
    const known = sums.find((sum) => sum.figure === figure);
    if (known) known.times += times;
    else sums.push({ times, figure });
  }
  return sums.filter(({ times }) => times !== 0);
}

/**
 * The shortest stretches of months that are known, in order: single months, and where a bulletin is missing the months
 * around the gap together. With `shift` only those whose months so many months earlier are known as a stretch, too.
 */
export function stretchesOf(line: Line, shift = 0): readonly Stretch[] {
  const last = new Map<string, number>();
  const stretches: Stretch[] = [];
  for (const boundary of line.boundaries) {
    const place = line.placeOf(boundary);
    const earlier = shift === 0 ? '' : line.placeOf(boundary - shift);
    if (place === null || earlier === null) continue;
    const key = `${place} ${earlier}`;
    const start = last.get(key);
    if (start !== undefined) stretches.push({ start, end: boundary });
    last.set(key, boundary);
  }
  return stretches.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

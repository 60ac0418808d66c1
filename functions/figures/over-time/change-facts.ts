import { endOf, noise } from '../../dataset/index.ts';
import type { Figure } from '../figure.ts';
import type { Comparison } from './flow.ts';
import { directionOf, type Extreme, extremeOf, isAbove } from './months-facts.ts';
import type { Part, PartsOverTime } from './parts.ts';
import { thresholds } from './thresholds.ts';

/** Which of two flows grew faster, or fell more, where both went one way. */
export type Pace = 'exports' | 'imports' | 'same';

/** Compares the growth of two flows over the same months; null unless both clearly rose, or both clearly fell. */
export function paceOf(
  exports: Comparison,
  imports: Comparison,
): { readonly direction: 'rose' | 'fell'; readonly pace: Pace } | null {
  const direction = directionOf(exports);
  if (direction === 'unclear' || directionOf(imports) !== direction || !exports.index || !imports.index) return null;
  const [a, b] = [exports.index, imports.index];
  const apart = Math.abs(a.value - b.value) >= thresholds.paceApart - noise;
  if (!apart || (!isAbove(a, b) && !isAbove(b, a))) return { direction, pace: 'same' };
  const exportsAbove = isAbove(a, b);
  return { direction, pace: exportsAbove === (direction === 'rose') ? 'exports' : 'imports' };
}

/** What became of a gap between exports and imports. */
export type GapChange = 'widened' | 'narrowed' | 'same' | 'turned';

/** What became of a balance since a year earlier; null where it is not known, or may be zero on both sides of a turn. */
export function gapChangeOf({ value, base }: Comparison): GapChange | null {
  if (!base) return null;
  const signs = [value, base].map(({ interval }) => (interval.lo > 0 ? 1 : interval.hi < 0 ? -1 : 0));
  const [now, before] = signs;
  if (now !== before) return now === 0 || before === 0 ? null : 'turned';
  if (now === 0) return 'same';
  const apart = isAbove(value, base) || isAbove(base, value);
  const moved = Math.abs(value.value) - Math.abs(base.value);
  if (!apart || Math.abs(moved) < thresholds.gapChange * Math.abs(base.value) - noise) return 'same';
  return moved > 0 ? 'widened' : 'narrowed';
}

/** A part that both years name, with what it brought. */
interface Mover {
  readonly part: Part;
  readonly difference: Figure;
  readonly contribution: Figure;
}

function moversOf({ parts }: PartsOverTime): readonly Mover[] {
  return parts.flatMap((part) => {
    const { comparison, contribution } = part;
    const difference = comparison?.difference;
    return comparison?.base && difference && contribution ? [{ part, difference, contribution }] : [];
  });
}

/**
 * The parts that added most to a total, or took most from it, the largest first: up to three, or to `most`, each of weight,
 * and the last of them apart from the next that is not named.
 */
export function driversOf(
  parts: PartsOverTime,
  direction: 'rose' | 'fell',
  most: number = thresholds.namedDrivers,
): readonly Part[] {
  const sign = direction === 'rose' ? 1 : -1;
  const ordered = moversOf(parts).toSorted((a, b) => sign * (b.difference.value - a.difference.value));
  const weighty = ordered.filter(({ contribution: { value, interval } }) => {
    const away = sign > 0 ? interval.lo > 0 : interval.hi < 0;
    return away && sign * value >= thresholds.contribution;
  });
  for (let count = Math.min(weighty.length, most); count > 0; count -= 1) {
    const [last, next] = [ordered[count - 1], ordered[count]];
    if (!last) break;
    const isApart =
      !next || (sign > 0 ? isAbove(last.difference, next.difference) : isAbove(next.difference, last.difference));
    if (isApart) return ordered.slice(0, count).map(({ part }) => part);
  }
  return [];
}

/** The parts that rose and those that fell, each the largest first, where both brought a point or more. */
export function offsetIn(parts: PartsOverTime) {
  const by = (sign: 1 | -1) => {
    const moved = moversOf(parts).filter(({ contribution: { interval } }) =>
      sign > 0 ? interval.lo > 0 : interval.hi < 0,
    );
    const least = moved.reduce(
      (sum, { contribution: { interval } }) => sum + (sign > 0 ? interval.lo : -interval.hi),
      0,
    );
    const ordered = moved.toSorted((a, b) => sign * (b.difference.value - a.difference.value));
    return least >= thresholds.offset - noise
      ? ordered.slice(0, thresholds.namedDrivers).map(({ part }) => part)
      : null;
  };
  const [rises, falls] = [by(1), by(-1)];
  return rises && falls ? { rises, falls } : null;
}

/**
 * True where what is not named has more than half of a change of weight, whatever rounding hides. Where a named
 * part has no base, its change is in that of the rest, and nothing is said.
 */
export function restHasMost({ total, rest, parts }: PartsOverTime): boolean {
  const [whole, part] = [total.difference, rest.difference];
  if (!whole || !part || parts.some(({ contribution }) => !contribution)) return false;
  const least = (interval: Figure['interval']) => (interval.lo > 0 ? interval.lo : -interval.hi);
  const most = (interval: Figure['interval']) => (interval.lo > 0 ? interval.hi : -interval.lo);
  const sameWay = (whole.interval.lo > 0 && part.interval.lo > 0) || (whole.interval.hi < 0 && part.interval.hi < 0);
  const weight = rest.contribution ? least(rest.contribution.interval) : 0;
  if (!sameWay || weight < thresholds.contribution - noise) return false;
  return least(part.interval) > thresholds.most * most(whole.interval) + noise;
}

/** A part that lies above another, which lay above it a year earlier: neighbours in rank, apart in both years. */
export interface Passed {
  readonly above: Part;
  readonly below: Part;
}

/** The largest pair of parts that changed places. */
export function passedIn({ parts }: PartsOverTime): Passed | null {
  const ranked = parts.filter(({ rank }) => rank !== null).toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  for (const [index, above] of ranked.entries()) {
    const below = ranked[index + 1];
    const [now, was] = [above.comparison, below?.comparison];
    if (!below || !now?.base || !was?.base) continue;
    if (isAbove(now.value, was.value) && isAbove(was.base, now.base)) return { above, below };
  }
  return null;
}

/** How the parts that both years name moved: how many there are, and which of them rose and fell. */
export function movesOf({ parts }: PartsOverTime) {
  const both = parts.filter(({ comparison }) => comparison?.base);
  const that = (direction: 'rose' | 'fell') =>
    both.filter(({ comparison }) => comparison && directionOf(comparison) === direction);
  const [rose, fell] = [that('rose'), that('fell')];
  const direction = rose.length >= fell.length ? 'rose' : 'fell';
  const exceptions = both.filter((part) => !(direction === 'rose' ? rose : fell).includes(part));
  const every = exceptions.length === 0 && both.length >= thresholds.every;
  const everyBut = [1, 2].includes(exceptions.length) && both.length >= thresholds.everyBut;
  return { count: both.length, rose, fell, direction, exceptions, every, everyBut } as const;
}

/**
 * The parts that grew fastest in per cent, or fell fastest, the first first: of those with a base worth it, the last
 * apart from the next.
 */
export function fastestOf({ kind, parts }: PartsOverTime, direction: 'rose' | 'fell'): readonly Part[] {
  const sign = direction === 'rose' ? 1 : -1;
  const compared = parts.flatMap((part) => {
    const { base, index } = part.comparison ?? {};
    return base && index && base.value >= thresholds.leastBase ? [{ part, index }] : [];
  });
  if (compared.length < thresholds.leastRanked) return [];
  const ordered = compared.toSorted((a, b) => sign * (b.index.value - a.index.value));
  const moved = ordered.filter(({ index }) => directionOf({ index }) === direction);
  for (let count = Math.min(moved.length, thresholds.fastest[kind]); count > 0; count -= 1) {
    const [last, next] = [ordered[count - 1], ordered[count]];
    if (!last) break;
    if (!next || (sign > 0 ? isAbove(last.index, next.index) : isAbove(next.index, last.index))) {
      return ordered.slice(0, count).map(({ part }) => part);
    }
  }
  return [];
}

/** How a share moved over equal periods of several years. */
export interface Shift {
  readonly kind: 'rose' | 'fell' | 'same' | 'unclear';
  readonly first: Figure;
  readonly last: Figure;
  readonly years: number;
  /** Years in a row up to the last in which it went one way, clearly in each; 0 where fewer than three. */
  readonly steps: number;
  readonly extreme: Extreme | null;
}

/** The years over which a share is followed. */
const shiftYears = 5;

/** How a share moved over the equal periods of the last years; null where only one is known. */
export function shiftOf(shares: readonly Figure[]): Shift | null {
  const last = shares.at(-1);
  if (!last) return null;
  const end = endOf(last);
  const equal = shares.filter(({ period }) => {
    const back = end - endOf({ period });
    return period.months === last.period.months && back % 12 === 0 && back / 12 < shiftYears;
  });
  const [first] = equal;
  if (!first || first === last) return null;
  const steps = stepsOf(equal);
  const extreme = extremeOf(equal, thresholds.extremeShares);
  return {
    kind: shiftBetween(first, last),
    first,
    last,
    years: last.period.year - first.period.year,
    steps: steps >= thresholds.shiftSteps ? steps : 0,
    extreme: extreme?.figure === last ? extreme : null,
  };
}

function shiftBetween(first: Figure, last: Figure): Shift['kind'] {
  const moved = last.value - first.value;
  const apart = isAbove(last, first) || isAbove(first, last);
  if (!apart || Math.abs(moved) < thresholds.noShift - noise) return 'same';
  if (Math.abs(moved) < thresholds.shift - noise) return 'unclear';
  return moved > 0 ? 'rose' : 'fell';
}

function stepsOf(equal: readonly Figure[]): number {
  const [last, before] = equal.toReversed();
  if (!last || !before) return 0;
  const up = last.value > before.value;
  let steps = 0;
  for (let index = equal.length - 1; index > 0; index -= 1) {
    const [now, then] = [equal[index], equal[index - 1]];
    if (!now || !then || now.period.year !== then.period.year + 1) break;
    if (!(up ? isAbove(now, then) : isAbove(then, now))) break;
    steps += 1;
  }
  return steps;
}

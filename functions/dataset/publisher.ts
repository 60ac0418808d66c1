import type { Observation } from './dataset.ts';
import { lastDay } from './edition.ts';
import { seriesKey } from './series.ts';

/** Who published a value: only a later value of the same publisher revises it. */
export function publisherOf({ source }: Pick<Observation, 'source'>): string {
  return source.publisher.en;
}

/** The newest publication of each series and period, and those that it replaced. */
export interface NewestValues {
  readonly newest: readonly Observation[];
  readonly replaced: readonly Observation[];
}

/** The newest value of each publisher for each series and period; what another publisher says replaces nothing. */
export function newestByPublisher(observations: readonly Observation[]): readonly Observation[] {
  const newest = new Map<string, Observation>();
  for (const observation of observations) {
    const key = `${publisherOf(observation)} ${seriesKey(observation)}`;
    const known = newest.get(key);
    if (!known || replaces(observation, known)) newest.set(key, observation);
  }
  return [...newest.values()];
}

/** True when a value takes the place of another of its series and period: it is later, or says that it revises that one. */
export function replaces(value: Observation, known: Observation): boolean {
  const [day, before] = [value.source.published, known.source.published];
  if (day !== before) return day > before;
  return value.revises && !known.revises && publisherOf(value) === publisherOf(known);
}

/**
 * True where a value may have been revised since the same publisher stated a rate of it: the value is of a later day. An
 * index, or a share, fits the values that were known when it was published.
 */
export function isNewerThan(value: Observation, rate: Observation): boolean {
  return publisherOf(value) === publisherOf(rate) && lastDay(value.source.published) > lastDay(rate.source.published);
}

/**
 * The observations that nothing contests: of the same series and period no other publisher states another value, or one
 * of the rows says that it revises. A value of a later day by the same publisher revises. What is contested is shown as such, and
 * proves nothing wrong. Takes the newest value of each series and period, and all that they replaced; gives those of the
 * observations that are asked about.
 */
export function uncontested(
  { newest, replaced }: NewestValues,
  observations: readonly Observation[] = newest,
): readonly Observation[] {
  if (replaced.length === 0) return observations;
  const groups = Map.groupBy(replaced, seriesKey);
  const contested = new Set<string>();
  for (const value of newest) {
    const others = groups.get(seriesKey(value)) ?? [];
    const isSettled = value.revises || others.some(({ revises }) => revises);
    const isRevised = (other: Observation) =>
      publisherOf(other) === publisherOf(value) && other.source.published !== value.source.published;
    const isContested = others.some((other) => other.value !== value.value && !isRevised(other));
    if (!isSettled && isContested) contested.add(seriesKey(value));
  }
  if (contested.size === 0) return observations;
  return observations.filter((observation) => !contested.has(seriesKey(observation)));
}

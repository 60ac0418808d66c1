import {
  type Dataset,
  type Edition,
  type Observation,
  type Period,
  parseEdition,
  parsePeriod,
  vintageOf,
} from '../functions/dataset/index.ts';
import { type Briefing, deriveFigures, type Figure } from '../functions/figures/index.ts';
import { dataset } from './package-files.ts';

/** The edition with a name. Throws when the name is not valid. */
export function editionNamed(name: string): Edition {
  const edition = parseEdition(name);
  if (!edition) throw new Error(`${name} is no edition`);
  return edition;
}

/** The period of that code. */
export function periodNamed(code: string): Period {
  const period = parsePeriod(code);
  if (!period) throw new Error(`${code} is no period`);
  return period;
}

/** A briefing from the observations of the 2021-07 edition after a change. */
export function briefingWith(change: (observations: readonly Observation[]) => readonly Observation[]): Briefing {
  const vintage = vintageOf(dataset, editionNamed('2021-07'));
  return deriveFigures({ ...vintage, observations: change(vintage.observations) });
}

/** The briefing of an edition by name. */
export function briefingOf(name: string, from: Dataset = dataset): Briefing {
  return deriveFigures(vintageOf(from, editionNamed(name)));
}

/** The briefing on the founding article. */
export const founding = briefingOf('2021-07');

/** Whether an observation has a name such as `trade_index import` or `companies`. */
const isNamed = (name: string) => (observation: Observation) =>
  name === observation.indicator || name === `${observation.indicator} ${observation.flow}`;

/** Gives the observations of a name other properties, such as a qualifier or a period. */
export function alter(name: string, changes: Partial<Observation>) {
  return (observations: readonly Observation[]): readonly Observation[] => {
    if (!observations.some(isNamed(name))) throw new Error(`there is no observation ${name}`);
    return observations.map((observation) =>
      isNamed(name)(observation) ? { ...observation, ...changes } : observation,
    );
  };
}

/** A change that gives the observations with a name another value; `null` removes them. */
export function set(name: string, value: number | null) {
  return (observations: readonly Observation[]): readonly Observation[] => {
    if (!observations.some(isNamed(name))) throw new Error(`there is no observation ${name}`);
    if (value === null) return observations.filter((observation) => !isNamed(name)(observation));
    return observations.map((observation) => (isNamed(name)(observation) ? { ...observation, value } : observation));
  };
}

/** Several changes of observations, applied in order. */
export function all(...changes: readonly ((observations: readonly Observation[]) => readonly Observation[])[]) {
  return (observations: readonly Observation[]) => changes.reduce((changed, change) => change(changed), observations);
}

/** A figure of a briefing by its key. Throws when there is none. */
export function figureOf(briefing: Briefing, key: string): Figure {
  const figure = briefing.byKey.get(key);
  if (!figure) throw new Error(`the briefing has no figure ${key}`);
  return figure;
}

import type { Vintage } from '../dataset/index.ts';
import { type Briefing, deriveFigures } from '../figures/index.ts';

const briefings = new WeakMap<Vintage, Briefing>();

/** The briefing of a vintage, derived once for all its languages and for `figures.json`. */
export function briefingOf(vintage: Vintage): Briefing {
  const known = briefings.get(vintage) ?? deriveFigures(vintage);
  briefings.set(vintage, known);
  return known;
}

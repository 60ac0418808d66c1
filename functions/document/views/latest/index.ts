import { notesView } from '../notes.ts';
import { proofView } from '../proof.ts';
import { frontView } from './front.ts';
import type { LatestContext } from './latest-context.ts';
import { seriesView } from './series.ts';
import { tiesView } from './ties.ts';

/** The sections of an edition whose breakdown is too old to lead it. */
export function latestViews(context: LatestContext) {
  return {
    front: frontView(context),
    latest: seriesView(context),
    ties: tiesView(context),
    notes: notesView(context),
    proof: proofView(context),
  };
}

import type { ViewContext } from '../view-context.ts';
import { frontView } from './front.ts';
import { seriesView } from './series.ts';
import { tiesView } from './ties.ts';

/** The sections of an edition whose breakdown is too old to lead it, by the views that fill them; else all null. */
export function latestViews(context: ViewContext) {
  const { latestFirst } = context.briefing;
  const dated = latestFirst && { ...context, latestFirst };
  return {
    front: dated && frontView(dated),
    latest: dated && seriesView(dated),
    ties: dated && tiesView(dated),
  };
}

import type { LatestFirst } from '../../../figures/index.ts';
import type { ViewContext } from '../view-context.ts';

/** What the views of an edition share whose breakdown is too old to lead it. */
export interface LatestContext extends ViewContext {
  readonly latestFirst: LatestFirst;
}

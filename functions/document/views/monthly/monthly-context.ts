import type { OverTime } from '../../../figures/index.ts';
import type { ViewContext } from '../view-context.ts';

/** What the views of an edition with monthly bulletins share: also what the bulletins say over time. */
export interface MonthlyContext extends ViewContext {
  readonly overTime: OverTime;
}

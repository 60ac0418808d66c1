import { isOlder } from '../figures/index.ts';
import { cooperationView } from './views/cooperation.ts';
import { coverView } from './views/cover.ts';
import { developmentsView } from './views/developments.ts';
import { investmentView } from './views/investment.ts';
import { latestViews } from './views/latest/index.ts';
import { marketsView } from './views/markets.ts';
import { monthlyViews } from './views/monthly/index.ts';
import { notesView } from './views/notes.ts';
import { proofView } from './views/proof.ts';
import { articleSheet } from './views/sheet/article.ts';
import type { FullEdition } from './views/sheet/frame.ts';
import { latestSheet } from './views/sheet/latest.ts';
import { monthlySheet } from './views/sheet/monthly.ts';
import { tradeView } from './views/trade.ts';
import type { ViewContext } from './views/view-context.ts';

/**
 * The pages of an edition, as `briefing.hbs` has them: `article` tells the breakdown of trade theme by theme, `latest`
 * what is known latest where that breakdown is old, and `monthly` what bulletins say over time. `sheet` is one page of
 * any of them.
 */
export const plans = ['article', 'latest', 'monthly', 'sheet'] as const;
/** One of the plans. */
export type Plan = (typeof plans)[number];

/** The names of the sections in the contents line, in their order: short where the full one is too long. */
export const contentsNames = {
  article: {
    developments: 'section.developments_short',
    trade: 'section.trade',
    markets: 'section.markets',
    investment: 'section.investment_short',
    cooperation: 'section.cooperation',
    notes: 'section.notes',
  },
  latest: {
    latest: 'section.latest',
    ties: 'section.ties',
    notes: 'section.notes',
  },
  monthly: {
    months: 'section.months',
    year: 'section.year',
    goods: 'section.goods',
    regions: 'section.regions',
    business: 'section.business_short',
    investment: 'section.investment_short',
    documents: 'section.documents',
    cooperation: 'section.cooperation',
    record: 'section.record_short',
    matrix: 'section.matrix_short',
  },
  sheet: {},
} as const satisfies Readonly<Record<Plan, object>>;

/** A plan with the views of its sections; a section without anything to say is null. */
export interface Planned {
  readonly plan: Plan;
  readonly views: Readonly<Record<string, object | null>>;
  /** Gives a view that is made after those before it were written, and lists what they refer to. */
  readonly late: Readonly<Record<string, () => object>>;
}

/** Chooses the plan of an edition, and fills its sections. */
export function planOf(context: ViewContext): Planned {
  const { latestFirst } = context.briefing;
  const overTime = bulletinsOf(context);
  if (overTime) return { plan: 'monthly', ...monthlyViews({ ...context, overTime }) };
  if (latestFirst) return { plan: 'latest', views: latestViews({ ...context, latestFirst }), late: {} };
  const views = {
    cover: coverView(context),
    developments: developmentsView(context),
    trade: tradeView(context),
    markets: marketsView(context),
    investment: investmentView(context),
    cooperation: cooperationView(context),
    proof: proofView(context),
  };
  return { plan: 'article', views, late: { notes: () => notesView(context) } };
}

/** The sheet of an edition, from the findings and charts of its pages. */
export function sheetOf(context: ViewContext, full: FullEdition): Planned {
  const { latestFirst } = context.briefing;
  const overTime = bulletinsOf(context);
  const sheet = overTime
    ? monthlySheet({ ...context, overTime }, full)
    : latestFirst
      ? latestSheet({ ...context, latestFirst }, full)
      : articleSheet(context, full);
  return { plan: 'sheet', views: { sheet }, late: {} };
}

/** What monthly bulletins say, where they are young enough to lead; else null. */
function bulletinsOf({ briefing: { edition, overTime } }: ViewContext) {
  return overTime && !isOlder(edition, overTime.period, 'leads') ? overTime : null;
}

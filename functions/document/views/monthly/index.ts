import { cooperationBefore, investmentBefore } from './before-series.ts';
import { businessView } from './business.ts';
import { documentsView } from './documents.ts';
import { goodsView } from './goods.ts';
import { matrixView } from './matrix.ts';
import type { MonthlyContext } from './monthly-context.ts';
import { monthsView } from './months.ts';
import { overviewView } from './overview.ts';
import { recordView } from './record.ts';
import { regionsView } from './regions.ts';
import { yearView } from './year.ts';

/** The sections of an edition with monthly bulletins. The data notes list what the pages before them refer to. */
export function monthlyViews(context: MonthlyContext) {
  const [business, documents] = [businessView(context), documentsView(context)];
  return {
    views: {
      overview: overviewView(context),
      months: monthsView(context),
      year: yearView(context),
      goods: goodsView(context),
      regions: regionsView(context),
      business,
      investment: business ? null : investmentBefore(context),
      documents,
      cooperation: documents ? null : cooperationBefore(context),
      matrix: matrixView(context),
    },
    late: { record: () => recordView(context) },
  };
}

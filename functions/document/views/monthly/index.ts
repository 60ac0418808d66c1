import type { ViewContext } from '../view-context.ts';
import { businessView } from './business.ts';
import { documentsView } from './documents.ts';
import { goodsView } from './goods.ts';
import { matrixView } from './matrix.ts';
import { monthsView } from './months.ts';
import { once } from './once.ts';
import { overviewView } from './overview.ts';
import { recordView } from './record.ts';
import { regionsView } from './regions.ts';
import { yearView } from './year.ts';

/** The sections of an edition with monthly bulletins, by the views that fill them; all null in an edition without. */
export function monthlyViews(context: ViewContext) {
  const { overTime } = context.briefing;
  const monthly = overTime && { ...context, overTime };
  return {
    overview: monthly && overviewView(monthly),
    months: monthly && monthsView(monthly),
    year: monthly && yearView(monthly),
    goods: monthly && goodsView(monthly),
    regions: monthly && regionsView(monthly),
    business: monthly && businessView(monthly),
    documents: monthly && documentsView(monthly),
    record: once(() => monthly && recordView(monthly)),
    matrix: monthly && matrixView(monthly),
  };
}

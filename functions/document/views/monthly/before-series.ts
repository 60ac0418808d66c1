import { isOlder, signers } from '../../../figures/index.ts';
import { cooperationView } from '../cooperation.ts';
import { investmentView } from '../investment.ts';
import { figuresOf } from '../view-context.ts';
import { partnersView } from './documents.ts';
import type { MonthlyContext } from './monthly-context.ts';

/** The page on investment and companies before any of their figures is known twice; null once these are too old. */
export function investmentBefore(context: MonthlyContext) {
  return isYoung(context, ['investment', 'companies']) ? investmentView(context) : null;
}

/** The page on documents and partner regions before documents were counted twice; null once these are too old. */
export function cooperationBefore(context: MonthlyContext) {
  const keys = signers.map((signer) => `documents.${signer}`);
  const view = isYoung(context, keys) ? cooperationView(context) : null;
  return view && { ...view, partners: partnersView(context) };
}

/** Whether one of the figures is young enough for a page of its own. */
function isYoung(context: MonthlyContext, keys: readonly string[]): boolean {
  const { edition } = context.briefing;
  return figuresOf(context, keys).some(({ period }) => !isOlder(edition, period, 'leads'));
}

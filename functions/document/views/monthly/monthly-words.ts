import type { Edition, Period } from '../../../dataset/index.ts';
import { ageOf, type Figure, isOlder, type OverTime } from '../../../figures/index.ts';
import type { Label } from '../../charts.ts';
import type { Words } from '../../words.ts';
import { sizeLabel, type ViewContext } from '../view-context.ts';

/** How old a period is in an edition, in words; null where that need not be said. */
export function ageInWords(edition: Edition, period: Period, words: Words): string | null {
  if (!isOlder(edition, period, 'said')) return null;
  const age = ageOf(edition, period);
  return words.message('age.months', { n: String(age), n_number: age });
}

/** The values of trade since January, or else of the newest month, that the newest bulletin states. */
export function newestValues({ turnover, exports, imports, period }: OverTime): readonly Figure[] {
  return [turnover, exports, imports].flatMap((flow) => {
    const figure = flow?.yearToDate?.value ?? flow?.months.at(-1);
    return figure && figure.period.code === period.code ? [figure] : [];
  });
}

/** An index as growth in per cent with its sign, as charts print it. */
export function growthLabel({ words }: ViewContext, index: Figure): Label {
  words.noted.add(index.note);
  const growth = words.growth(index);
  return { text: words.qualified(index, growth), calculated: index.status === 'calculated' };
}

/** A difference without its sign: in whole numbers where it rests on an index. */
export function differenceLabel(context: ViewContext, difference: Figure): Label {
  return sizeLabel(context, difference, difference.approximate ? 0 : difference.decimals);
}

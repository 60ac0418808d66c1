import {
  classifyChange,
  type Figure,
  type FlowOverTime,
  isOlder,
  type Part,
  type PartGroup,
  type PartsOverTime,
} from '../../../figures/index.ts';
import type { Label } from '../../charts.ts';
import type { ViewContext } from '../view-context.ts';

/**
 * Parts of a total where the newest bulletin names them, and not too long ago; else null. What an older one named would
 * pose as new.
 */
export function currentParts(
  { briefing }: ViewContext,
  parts: PartsOverTime | null,
  flow: FlowOverTime | null,
): PartsOverTime | null {
  const newest = flow?.yearToDate?.value.period;
  if (!parts || parts.period.code !== newest?.code || isOlder(briefing.edition, newest, 'leads')) return null;
  return parts;
}

/** From this index on, growth is told as a multiple: a percentage of four digits is hard to read. */
const multipleFrom = 300;

/** Words for a number that nobody published and nobody can calculate. */
export const missingLabel = ({ words }: ViewContext): Label => ({
  text: words.message('value.missing'),
  calculated: false,
});

/** The figures that are known. */
export function present(figures: readonly (Figure | null | undefined)[]): readonly Figure[] {
  return figures.flatMap((figure) => figure ?? []);
}

/** An amount with one decimal; `signed` for a change. */
export function amountLabel({ words }: ViewContext, figure: Figure, signed = false): Label {
  return { text: words.number(figure.value, 1, signed), calculated: figure.status === 'calculated' };
}

/** The change of a part on a year earlier: in per cent, as a multiple, or the base where a ratio would mislead. */
export function changeLabel(context: ViewContext, part: Part | PartGroup): Label {
  const { words } = context;
  if ('naming' in part && part.naming === 'new') {
    return { text: words.message('goods.new_mark'), calculated: false };
  }
  const { value, base, index } = ('comparison' in part ? part.comparison : part) ?? {};
  if (!value || !base) return missingLabel(context);
  const word = classifyChange({ value, base, index: index ?? undefined });
  if (/zero|tiny/.test(word) && word !== 'to_zero') {
    const x = words.number(base.value, 1);
    return { text: words.message('goods.from_mark', { x }), calculated: base.status === 'calculated' };
  }
  if (!index) return missingLabel(context);
  return { text: indexText(context, index), calculated: index.status === 'calculated' };
}

/** An index as a change in per cent, or as a multiple from three times on. */
export function indexText({ words }: ViewContext, index: Figure): string {
  return words.figureText(index, index.value < multipleFrom ? 'signed_change' : 'times_sign');
}

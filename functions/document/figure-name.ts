import type { Figure } from '../figures/index.ts';
import type { Words } from './words.ts';

/** What a figure is, such as «Exports», with its region or its goods. */
export function figureName(words: Words, { subject, area, product }: Figure): string {
  const name = words.message(`figure.${subject}`, { area: area ? words.text(area.name) : '' });
  return product ? words.message('register.good', { flow: name, good: words.text(product.name) }) : name;
}

/** What a figure of a region or of goods measures, where its row names these: value, share, change and so on. */
export function measureName(words: Words, { unit, signed }: Figure): string {
  switch (unit) {
    case 'index':
      return words.message('data.index');
    case 'percent':
      return words.message(signed ? 'goods.head.contribution' : 'label.share');
    default:
      return words.message(signed ? 'label.change' : 'label.value');
  }
}

/** The unit of a figure as tables name it: percentage points where it is a difference of percentages. */
export function figureUnit(words: Words, { unit, signed, status }: Figure): string {
  const isPoints = unit === 'percent' && signed && status === 'calculated';
  return words.message(isPoints ? 'unit.short.points' : `unit.short.${unit}`);
}

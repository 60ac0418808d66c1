import { type Expression, type Figure, keysOf } from '../figures/index.ts';

/** A figure that a formula names: its cell, and whether the cell holds per cent or an index, 100 for the whole. */
export interface Input {
  readonly cell: string;
  readonly isRate: boolean;
}

/** Whether figures of a unit are stated in hundredths. */
export function isRate({ unit }: Pick<Figure, 'unit'>): boolean {
  return unit === 'percent' || unit === 'index';
}

/** How tightly the outermost sign of a formula binds. */
type Binding = 'sum' | 'product' | 'cell';

interface Part {
  readonly text: string;
  readonly binding: Binding;
}

/**
 * The formula of a calculated figure over the cells of others, without the equals sign. Expressions reckon with per cent
 * and indices as fractions of one, cells hold hundredths: what is only added and taken away stays in hundredths, else
 * each input is divided by 100 and the result multiplied.
 */
export function formulaOf(expression: Expression, result: Pick<Figure, 'unit'>, input: (key: string) => Input): string {
  const inputs = keysOf(expression).map(input);
  if (isSum(expression) && inputs.every((one) => one.isRate === isRate(result))) {
    const whole = isRate(result) ? '100' : '1';
    return written(expression, whole, (key) => ({ text: input(key).cell, binding: 'cell' })).text;
  }
  const { text, binding } = written(expression, '1', (key) => {
    const one = input(key);
    return one.isRate ? { text: `${one.cell}/100`, binding: 'product' } : { text: one.cell, binding: 'cell' };
  });
  if (!isRate(result)) return text;
  return binding === 'sum' ? `100*(${text})` : `100*${text}`;
}

function isSum(expression: Expression): boolean {
  switch (expression.op) {
    case 'figure':
    case 'hundred':
      return true;
    case 'plus':
      return expression.terms.every(isSum);
    case 'minus':
      return isSum(expression.left) && isSum(expression.right);
    default:
      return false;
  }
}

function written(expression: Expression, whole: string, cell: (key: string) => Part): Part {
  switch (expression.op) {
    case 'figure':
      return cell(expression.key);
    case 'hundred':
      return { text: whole, binding: 'cell' };
    case 'plus':
      return { text: expression.terms.map((term) => written(term, whole, cell).text).join('+'), binding: 'sum' };
    default: {
      const [left, right] = [written(expression.left, whole, cell), written(expression.right, whole, cell)];
      if (expression.op === 'minus') return { text: `${left.text}-${within(right, ['sum'])}`, binding: 'sum' };
      const sign = expression.op === 'times' ? '*' : '/';
      const text = `${within(left, ['sum'])}${sign}${within(right, sign === '/' ? ['sum', 'product'] : ['sum'])}`;
      return { text, binding: 'product' };
    }
  }
}

/** A part in parentheses where it binds less tightly than what is around it. */
function within({ text, binding }: Part, loose: readonly Binding[]): string {
  return loose.includes(binding) ? `(${text})` : text;
}

import type { Figure, Finding } from '../../figures/index.ts';
import type { Waterfall } from '../charts.ts';
import { altText, numberLabel, numberText, showing, type ViewContext } from './view-context.ts';

/** Turnover a year earlier and now, and the changes of the two flows between them. */
export interface WaterfallFigures {
  readonly base: Figure;
  readonly exports: Figure;
  readonly imports: Figure;
  readonly turnover: Figure;
}

/** The chart of what brought the change of turnover. `decimals` says how many of a figure are printed. */
export function waterfallOf(
  context: ViewContext,
  { base, exports, imports, turnover }: WaterfallFigures,
  title: Finding,
  decimals: (figure: Figure) => number = (figure) => figure.decimals,
): Waterfall {
  const { words } = context;
  const afterExports = base.value + exports.value;
  const year = (figure: Figure) => words.yearsOf(figure.period);
  const step = (figure: Figure, rest: Omit<Waterfall['steps'][number], 'label' | 'calculated'>) => ({
    ...rest,
    label: numberLabel(context, figure, decimals(figure)),
    calculated: figure.status === 'calculated',
  });
  const flow = { strong: false } as const;
  return {
    kind: 'waterfall',
    shows: showing([base, exports, imports, turnover]),
    steps: [
      step(base, { name: year(base), strong: true, tone: 'turnover', from: 0, to: base.value }),
      step(exports, {
        ...flow,
        name: words.message('label.exports'),
        tone: 'exports',
        from: base.value,
        to: afterExports,
      }),
      step(imports, {
        ...flow,
        name: words.message('label.imports'),
        tone: 'imports',
        from: afterExports,
        to: turnover.value,
      }),
      step(turnover, { name: year(turnover), strong: true, tone: 'turnover', from: 0, to: turnover.value }),
    ],
    alt: altText(
      context,
      title,
      words.message('alt.driver', {
        period0: words.period(base.period),
        period: words.period(turnover.period),
        t0: words.figure(base, 'money', 'plain'),
        t1: words.figure(turnover, 'money', 'plain'),
        de: numberText(context, exports),
        di: numberText(context, imports),
      }),
    ),
  };
}

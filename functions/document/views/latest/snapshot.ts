import { parsePeriod } from '../../../dataset/index.ts';
import { type Figure, marketsOf } from '../../../figures/index.ts';
import type { Label } from '../../charts.ts';
import type { Snapshot } from '../../dated-charts.ts';
import { capitalise } from '../../words.ts';
import { altList, altText, figureOf, figuresOf, numberLabel, numberText, showing, sourcesOf } from '../view-context.ts';
import type { LatestContext } from './latest-context.ts';

const flows = ['turnover', 'exports', 'imports'] as const;

/** As many regions have room in the block. */
const mostRegions = 5;

/** The breakdown as one dated block: flows with their growth, shares and regions. */
export function snapshotView(context: LatestContext) {
  const { words, charts, latestFirst, briefing } = context;
  const markets = marketsOf(briefing.byKey).slice(0, mostRegions);
  const figures = snapshotFigures(context);
  charts.set('snapshot', {
    kind: 'snapshot',
    heads: [words.message('unit.short.USD'), words.message('latest.block.times'), words.message('latest.block.growth')],
    flows: [...flows, 'balance' as const].flatMap((flow) => flowRow(context, flow)),
    shares: sharesOf(context),
    regions: regionsOf(context, markets),
    shows: showing(figures),
    alt: altText(
      context,
      latestFirst.block,
      altList(
        context,
        figures.map((figure) => [nameOf(context, figure), numberText(context, figure)]),
      ),
    ),
  });
  const goods = briefing.statements.filter(({ topic }) => topic === 'export_good');
  return {
    title: latestFirst.block,
    edition: editionOf(context),
    ...sourcesOf(context, figures),
    refs: figures,
    goods: goods.length > 0 ? goods.map(({ text }) => lowered(words.text(text))).join(', ') : null,
  };
}

/** The figures that stand in the block. */
export function snapshotFigures(context: LatestContext): readonly Figure[] {
  const markets = marketsOf(context.briefing.byKey).slice(0, mostRegions);
  const keys = [...flows, 'balance', ...flows.map((flow) => `${flow}.index`), ...flows.map((flow) => `${flow}.share`)];
  return [...figuresOf(context, keys), ...markets];
}

function nameOf({ words }: LatestContext, { subject, area }: Figure): string {
  return words.message(`figure.${subject}`, { area: area ? words.text(area.name) : '' });
}

/** The edition that told more about the breakdown: that of the month in which it was published. */
function editionOf(context: LatestContext): string | null {
  const published = figuresOf(context, flows)[0]?.sources[0]?.published.slice(0, 7) ?? '';
  return published.length === 7 && parsePeriod(published) ? context.words.date(published) : null;
}

function flowRow(context: LatestContext, flow: (typeof flows)[number] | 'balance'): Snapshot['flows'] {
  const { words } = context;
  const [figure, index] = [figureOf(context, flow), figureOf(context, `${flow}.index`)];
  if (!figure) return [];
  const marked = (known: Figure, text: string): Label => ({
    text: words.qualified(known, text),
    calculated: known.status === 'calculated',
  });
  return [
    {
      name: flow === 'balance' ? words.message('label.balance') : capitalise(words.message(`clause.${flow}`)),
      value: numberLabel(context, figure),
      times: index ? marked(index, words.message('number.times_sign', { n: words.figureText(index, 'times') })) : null,
      growth: index ? marked(index, words.growth(index)) : null,
    },
  ];
}

function sharesOf(context: LatestContext): Snapshot['shares'] {
  const { words } = context;
  const bars = flows.flatMap((flow) => {
    const share = figureOf(context, `${flow}.share`);
    if (!share) return [];
    return [
      {
        tone: flow,
        name: capitalise(words.message(`clause.${flow}`)),
        share: share.value,
        label: numberLabel(context, share).text,
      },
    ];
  });
  return bars.length > 0 ? { head: words.message('latest.block.shares'), bars } : null;
}

function regionsOf(context: LatestContext, markets: readonly Figure[]): Snapshot['regions'] {
  const { words, briefing } = context;
  const bars = markets.flatMap((share) =>
    share.area
      ? [{ name: words.text(share.area.label), share: share.value, label: numberLabel(context, share).text }]
      : [],
  );
  const all = marketsOf(briefing.byKey).length;
  const head =
    all > bars.length
      ? words.message('latest.block.some', { n: String(bars.length), count: String(all) })
      : words.message('latest.block.regions');
  return bars.length > 0 ? { head, bars } : null;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

import { type Figure, marginOf, type PlainKey } from '../../figures/index.ts';
import type { ShareBars, Shown } from '../charts.ts';
import { html } from '../html.ts';
import {
  altList,
  altText,
  calculated,
  figureOf,
  figuresOf,
  numberLabel,
  numberText,
  percentLabel,
  percentText,
  showing,
  sourcesOf,
  type ViewContext,
} from './view-context.ts';
import { waterfallOf } from './waterfall.ts';

const flows = ['turnover', 'exports', 'imports'] as const;

/** The page on the structure of trade; null when it would only repeat the first page. */
export function tradeView(context: ViewContext) {
  const { briefing, words } = context;
  if (!briefing.tradePeriod) return null;
  const driver = driverView(context);
  const offset = offsetView(context);
  const weight = weightView(context);
  const table = tableView(context);
  if (!driver && !offset && !weight && !table) return null;
  return {
    title: briefing.findings.trade.title,
    standfirst: briefing.findings.trade.standfirst,
    period: words.period(briefing.tradePeriod),
    weight,
    driver,
    offset,
    table,
  };
}

function weightView(context: ViewContext) {
  const { briefing, words, charts } = context;
  const known = flows.filter((flow) => figureOf(context, flow) && figureOf(context, `${flow}.share`));
  const title = briefing.findings.trade.weight;
  if (known.length === 0 || !title || !briefing.tradePeriod) return null;
  const totals = figuresOf(
    context,
    known.flatMap((flow) => [`${flow}.all`, `${flow}.rest`]),
  );
  const whole = totals.some(({ decimals }) => decimals === 0) ? 0 : 1;
  const figures = figuresOf(
    context,
    known.flatMap((flow) => [flow, `${flow}.share`, `${flow}.all`, `${flow}.rest`, `${flow}.rest.share`]),
  );
  charts.set('weight', {
    kind: 'share-bars',
    heads: [words.message('label.russia'), words.message('label.rest')],
    shows: known.flatMap((flow) => [
      ...showing(figuresOf(context, [flow, `${flow}.share`, `${flow}.all`, `${flow}.rest`])),
      ...sharesOfRest(context, flow),
    ]),
    rows: known.flatMap((flow) => shareRow(context, flow, whole)),
    alt: altText(
      context,
      briefing.findings.trade.weightInWords,
      words.message('alt.weight', {
        period: words.period(briefing.tradePeriod),
        list: altList(
          context,
          figuresOf(
            context,
            known.map((flow) => `${flow}.share`),
          ).map((share, index) => [words.message(`label.${known[index] ?? 'turnover'}`), percentText(context, share)]),
        ),
      }),
    ),
  });
  return { title, ...sourcesOf(context, figures), refs: calculated(figures) };
}

/** The share of the rest of the world in a flow; those of all flows have one name. */
export function sharesOfRest(context: ViewContext, flow: (typeof flows)[number]): readonly Shown[] {
  const apart = context.words.message(`label.${flow}`);
  return figuresOf(context, [`${flow}.rest.share`]).map((figure) => ({ figure, apart }));
}

function shareRow(context: ViewContext, flow: (typeof flows)[number], decimals: number): ShareBars['rows'] {
  const { words } = context;
  const [amount, share, all, rest, restShare] = [
    flow,
    `${flow}.share`,
    `${flow}.all`,
    `${flow}.rest`,
    `${flow}.rest.share`,
  ].map((key) => figureOf(context, key));
  if (!amount || !share || !restShare) return [];
  const total = all ? numberLabel(context, all, decimals) : null;
  return [
    {
      tone: flow,
      name: words.message(`label.${flow}`),
      total: total && { ...total, text: words.message('label.total', { value: total.text }) },
      share: share.value,
      shareLabel: percentLabel(context, share).text,
      amount: numberLabel(context, amount).text,
      restShare: percentLabel(context, restShare),
      restAmount: rest ? numberLabel(context, rest, decimals) : null,
    },
  ];
}

function driverView(context: ViewContext) {
  const { briefing, words, charts } = context;
  const keys = ['turnover.base', 'exports.change', 'imports.change', 'turnover'];
  const figures = figuresOf(context, keys);
  const [base, exports, imports, turnover] = figures;
  if (!base || !exports || !imports || !turnover) return null;
  const title = briefing.findings.trade.driver ?? { message: 'driver.plain', terms: {} };
  charts.set('driver', waterfallOf(context, { base, exports, imports, turnover }, title));
  const noted = figuresOf(context, [
    'turnover.base',
    'turnover.change',
    'exports.change',
    'imports.change',
    'imports.contribution',
    'exports.contribution',
  ]);
  return { title, months: words.monthsOf(turnover.period), ...sourcesOf(context, figures), refs: calculated(noted) };
}

function offsetView(context: ViewContext) {
  const { briefing, words, charts } = context;
  const figures = figuresOf(context, ['balance', 'balance.rest', 'balance.all']);
  const [balance, rest, all] = figures;
  const title = briefing.findings.trade.offset;
  if (!balance || !rest || !all || !title) return null;
  const row = (figure: Figure, name: PlainKey, total: boolean) => ({
    name: words.message(name),
    total,
    tone: total ? ('turnover' as const) : figure.value < 0 ? ('imports' as const) : ('exports' as const),
    value: figure.value,
    label: numberLabel(context, figure),
  });
  charts.set('offset', {
    kind: 'diverging-bars',
    shows: showing(figures),
    sides: [words.message('label.side.deficit'), words.message('label.side.surplus')],
    rows: [
      row(balance, 'label.with_russia', false),
      row(rest, 'label.rest', false),
      row(all, 'label.all_partners', true),
    ],
    alt: altText(
      context,
      title,
      words.message('alt.offset', {
        period: words.period(balance.period),
        b1: numberText(context, balance),
        b2: numberText(context, rest),
        b3: numberText(context, all),
      }),
    ),
  });
  const margin = Math.max(marginOf(rest), marginOf(all));
  return {
    title,
    ...sourcesOf(context, figures),
    refs: figures,
    margin: words.money(margin, margin >= 1 ? 0 : 1, 'USD', false),
  };
}

const tableRows = [...flows, 'balance'] as const;

function tableView(context: ViewContext) {
  const { words } = context;
  const [current] = figuresOf(context, flows);
  const [base] = figuresOf(
    context,
    flows.map((flow) => `${flow}.base`),
  );
  if (!current || !base) return null;
  const rows = tableRows.filter((key) => figureOf(context, key));
  const keys = rows.flatMap((key) => [`${key}.base`, key, `${key}.change`, `${key}.index`]);
  context.tables.set('glance', showing(figuresOf(context, keys)));
  const indices = figuresOf(
    context,
    flows.map((flow) => `${flow}.index`),
  ).filter(({ status }) => status === 'published');
  return {
    base: words.compactPeriod(base.period),
    current: words.compactPeriod(current.period),
    rows: rows.map((key) => rowView(context, key)),
    ...sourcesOf(context, figuresOf(context, rows)),
    indices: indices.length > 0 ? words.list(indices.map((index) => words.figure(index, 'percent', 'plain'))) : null,
  };
}

function rowView(context: ViewContext, key: (typeof tableRows)[number]) {
  const { words } = context;
  const index = figureOf(context, `${key}.index`);
  const times =
    index && words.qualified(index, words.message('number.times_sign', { n: words.figureText(index, 'times') }));
  const growth = index && words.qualified(index, words.growth(index));
  const none = html('–');
  const marked = (text: string | undefined) => {
    if (!index || !text) return key === 'balance' ? none : words.cell(undefined);
    return html(index.status === 'calculated' ? `<calc note="${index.note}">${text}</calc>` : text);
  };
  return {
    label: words.message(`label.${key}`),
    base: words.cell(figureOf(context, `${key}.base`)),
    current: words.cell(figureOf(context, key)),
    change: words.cell(figureOf(context, `${key}.change`)),
    times: marked(times),
    growth: marked(growth),
  };
}

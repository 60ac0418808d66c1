import { endOf, monthIndex } from '../../../dataset/index.ts';
import {
  ageOf,
  type Comparison,
  type Figure,
  type FlowOverTime,
  gapChangeOf,
  isOlder,
  isTold,
  type MessageKey,
} from '../../../figures/index.ts';
import type { Label, Tone } from '../../charts.ts';
import { type MonthCard, type MonthColumn, placesOnCard } from '../../overview-charts.ts';
import { capitalise } from '../../words.ts';
import { areaName, numberLabel, numberText, percentLabel, showing } from '../view-context.ts';
import type { MonthlyContext } from './monthly-context.ts';
import { differenceLabel, growthLabel } from './monthly-words.ts';

/** As many key figures stand on the first page. */
const mostCards = 4;

interface CardContext extends MonthlyContext {
  readonly gap: GapWords;
}

/** A key figure that may stand on the first page, and the figure whose age decides whether it does. */
interface Candidate {
  readonly figure: Figure;
  readonly card: () => MonthCard;
}

/** The words around the amount by which a gap changed. */
const gapWords = { widened: 'card.wider', narrowed: 'card.narrower' } as const;

/** The same where there is less room. */
export const shortGapWords = { widened: 'card.short.wider', narrowed: 'card.short.narrower' } as const;

type GapWords = typeof gapWords | typeof shortGapWords;

/** The key figures: the flows of trade, and where some are missing, the next figures that are known and not too old. */
export function overviewCards(monthly: MonthlyContext, gap: GapWords = gapWords): readonly MonthCard[] {
  const context = { ...monthly, gap };
  const { briefing } = context;
  const known = [...flowCandidates(context), ...oneFlowCandidates(context), ...otherCandidates(context)];
  const young = known.filter(({ figure }) => !isOlder(briefing.edition, figure.period, 'leads'));
  return young.slice(0, mostCards).map(({ card }) => card());
}

function flowCandidates(context: CardContext): readonly Candidate[] {
  const { overTime, words } = context;
  return (['turnover', 'exports', 'imports', 'balance'] as const).flatMap((tone) => {
    const flow = overTime[tone];
    const compared = flow?.yearToDate;
    if (!flow || !compared) return [];
    const label = words.message(`label.card.${tone}`);
    const card = () => amountCard(context, { tone, label, flow, compared, month: monthOf(context, tone, flow) });
    return [{ figure: compared.value, card }];
  });
}

/** What is known of exports, or else of the other flow: the sum of twelve months and the newest month. */
function oneFlowCandidates(context: CardContext): readonly Candidate[] {
  const { overTime, words } = context;
  const { exports, imports } = overTime;
  const [tone, flow] = exports ? (['exports', exports] as const) : (['imports', imports] as const);
  if (!flow) return [];
  const name = words.message(`label.${tone}`);
  const lists = [
    { changes: flow.twelveChanges, values: flow.twelve, label: 'card.twelve' },
    { changes: flow.monthChanges, values: flow.months, label: 'card.newest_month' },
  ] as const;
  return lists.flatMap(({ changes, values, label }) => {
    const value = values.at(-1);
    if (!value) return [];
    const last = changes.at(-1);
    const compared = last?.value.period.code === value.period.code ? last : unchanged(value);
    const card = () => {
      const month = label === 'card.newest_month' ? null : monthOf(context, tone, flow);
      return amountCard(context, { tone, label: words.message(label, { name }), flow, compared, month });
    };
    return [{ figure: value, card }];
  });
}

function unchanged(value: Figure): Comparison {
  return { value, base: null, index: null, difference: null, basis: null, revised: null };
}

/** The largest market, investment and counts. */
function otherCandidates(context: CardContext): readonly Candidate[] {
  const { overTime, words } = context;
  const [largest] = overTime.regions?.parts ?? [];
  const market: readonly Candidate[] =
    largest?.share && largest.area
      ? [
          plainCandidate(
            context,
            'exports',
            areaName(context, largest.area, []),
            largest.share,
            'card.share_of_exports',
          ),
        ]
      : [];
  const investment = overTime.investment?.yearToDate;
  const invested: readonly Candidate[] =
    overTime.investment && investment
      ? [
          {
            figure: investment.value,
            card: () =>
              amountCard(context, {
                tone: 'turnover',
                label: words.message('subject.investment'),
                flow: null,
                compared: investment,
                month: null,
              }),
          },
        ]
      : [];
  const counts = (['companies', 'documents_local', 'documents_executive'] as const).flatMap((indicator) => {
    const figure = overTime.stocks.find((stock) => stock.indicator === indicator)?.figures.at(-1);
    if (!figure) return [];
    return [
      plainCandidate(context, 'balance', words.named(`figure.${figure.subject}`, { area: '' }), figure, 'card.as_of'),
    ];
  });
  return [...market, ...invested, ...counts];
}

/** A figure without a change and without months. */
function plainCandidate(
  context: MonthlyContext,
  tone: Tone,
  label: string,
  figure: Figure,
  unit: Extract<MessageKey, 'card.share_of_exports' | 'card.as_of'>,
): Candidate {
  const { words } = context;
  const text = words.message(unit, { period: words.compactPeriod(figure.period) });
  return {
    figure,
    card: () => {
      const value = figure.unit === 'percent' ? percentLabel(context, figure) : numberLabel(context, figure);
      const alt = words.message('alt.card_month', { label, value: value.text, unit: text });
      const rest = {
        change: null,
        month: null,
        age: ageOnCard(context, figure),
        columns: [],
        shows: showing([figure]),
      };
      return { kind: 'month-card', tone, label, value, unit: text, ...rest, alt };
    },
  };
}

/** What a card on an amount of money shows. */
interface Amount {
  readonly tone: Tone;
  readonly label: string;
  /** The flow whose months stand on it as columns; null without them. */
  readonly flow: FlowOverTime | null;
  readonly compared: Comparison;
  readonly month: MonthCard['month'];
}

function amountCard(context: CardContext, { tone, label, flow, compared, month }: Amount): MonthCard {
  const { words } = context;
  const { value } = compared;
  const age = ageOnCard(context, value);
  const months = flow && age === null ? columnsOf(flow) : [];
  const list = months.map(({ figure }) =>
    words.message('alt.item', { label: words.compactPeriod(figure.period), value: numberText(context, figure) }),
  );
  const unit = words.message('unit.dated', { period: words.compactPeriod(value.period) });
  const written = numberLabel(context, value);
  return {
    kind: 'month-card',
    tone,
    label,
    value: written,
    unit,
    change: tone === 'balance' ? gapChange(context, compared) : growth(context, compared),
    month: age === null ? month : null,
    age,
    columns: months.map(({ column }) => column),
    shows: showing([value, compared.index, compared.difference, ...months.map(({ figure }) => figure)]),
    alt:
      list.length > 0
        ? words.message('alt.card_months', { label, list: list.join(', ') })
        : words.message('alt.card_month', { label, value: written.text, unit }),
  };
}

/** How old a figure is, where it is so old that its month and its columns leave. */
function ageOnCard({ briefing: { edition }, words }: MonthlyContext, { period }: Figure): string | null {
  if (!isOlder(edition, period, 'past')) return null;
  const age = ageOf(edition, period);
  return words.message('age.card', { n: String(age), n_number: age });
}

/** From this index on, growth is written as a multiple. */
const minMultiple = 200;

function growth(context: MonthlyContext, compared: Comparison): MonthCard['change'] {
  const { words } = context;
  const { index } = compared;
  if (!index || !isTold(compared)) return null;
  if (index.value >= minMultiple && index.qualifier === 'exact') {
    const text = words.times(index, 'multiple');
    return { before: null, strong: { text, calculated: index.status === 'calculated' }, after: null };
  }
  return { before: null, strong: growthLabel(context, index), after: words.message('label.year_on_year') };
}

/** What became of a gap: its words come before the amount in every language, and so may a sign. */
function gapChange(context: CardContext, compared: Comparison): MonthCard['change'] {
  const { words } = context;
  const changed = gapChangeOf(compared);
  if (!compared.difference || changed === null || changed === 'turned') return null;
  if (changed === 'same') return { before: words.message('card.gap_same'), strong: null, after: null };
  const [before = '', after = ''] = words.message(context.gap[changed], { amount: '|' }).split('|');
  const [, lead = '', sign = ''] = /^(.*?)\s*([+−]?)$/.exec(before) ?? [];
  const amount = differenceLabel(context, compared.difference);
  const strong = { ...amount, text: amount.text.replace(/^(≈\s*)?/, `$1${sign}`) };
  return { before: lead, strong, after: after.trim() || null };
}

/** The newest month of a flow; null where that is all there is since January, or where it is older than the value. */
function monthOf(context: MonthlyContext, tone: Tone, flow: FlowOverTime): MonthCard['month'] {
  const { words } = context;
  const value = flow.months.at(-1);
  const toDate = flow.yearToDate?.value;
  if (!value || !toDate || toDate.period.months === 1 || endOf(value) !== endOf(toDate)) return null;
  const name = capitalise(words.shortMonthsOf(value.period));
  return { name, value: numberLabel(context, value), change: monthChange(context, tone, flow, value) };
}

/** The change of the newest month; the mark of what is missing where a year earlier is known only with other months. */
function monthChange(context: MonthlyContext, tone: Tone, flow: FlowOverTime, value: Figure): Label | null {
  const compared = flow.monthChanges.at(-1);
  if (compared?.value.period.code === value.period.code) {
    if (tone === 'balance') return compared.difference && numberLabel(context, compared.difference);
    return compared.index && isTold(compared) ? growthLabel(context, compared.index) : null;
  }
  const [first] = flow.months;
  const hasYearBefore = first && monthIndex(first.period) <= monthIndex(value.period) - 12;
  return hasYearBefore ? { text: context.words.message('value.missing'), calculated: false } : null;
}

/** The months of a flow up to the newest, the oldest first, in the places of a card. */
function columnsOf(flow: FlowOverTime): readonly { readonly figure: Figure; readonly column: MonthColumn }[] {
  const newest = flow.months.at(-1);
  if (!newest) return [];
  const start = endOf(newest) - placesOnCard;
  return flow.months.flatMap((figure) => {
    const end = endOf(figure);
    const { months } = figure.period;
    const from = Math.max(start, end - months);
    if (from >= end) return [];
    const at = from - start;
    const isEnd = at === 0 || end === endOf(newest);
    const look = months > 1 ? 'together' : isEnd ? 'solid' : 'pale';
    return [{ figure, column: { at, months: end - from, value: figure.value / months, look } }];
  });
}

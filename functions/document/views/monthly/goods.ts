import {
  aloneFinding,
  type Figure,
  type Finding,
  fastestGoodsFinding,
  finding,
  goodsTitle,
  namedGoodsFinding,
  namingFindings,
  outsideFinding,
  type Part,
  type PartGroup,
  type PartsOverTime,
  tenseOf,
} from '../../../figures/index.ts';
import type { PartRow, PartsTable } from '../../breakdown-charts.ts';
import { altText, showing, sourcesOf } from '../view-context.ts';
import type { MonthlyContext } from './monthly-context.ts';
import { amountLabel, changeLabel, currentParts, indexText, missingLabel, present } from './part-labels.ts';

/** The page on what is traded; null where the newest bulletin names no goods. */
export function goodsView(context: MonthlyContext) {
  const { briefing, overTime } = context;
  const exports = currentParts(context, overTime.goods.exports, overTime.exports);
  const imports = currentParts(context, overTime.goods.imports, overTime.imports);
  const first = exports ?? imports;
  if (!first) return null;
  const { dated, inTense } = tenseOf(briefing.edition, first.period);
  const second = exports && imports;
  const below = imports ? rowsOf(context, imports).length : 0;
  return {
    title: dated(namedGoodsFinding(first) ?? finding(`goods.by_heading_${first.flow}`)),
    standfirst: second
      ? withTail(inTense(namedGoodsFinding(second)), inTense(aloneFinding(second)))
      : inTense(aloneFinding(first)),
    exports: exports && tableView(context, exports, below),
    imports: imports && tableView(context, imports, 0),
  };
}

function withTail(clauses: Finding | null, tail: Finding | null): Finding | null {
  if (!clauses || !tail) return clauses;
  return finding('title.with_tail', {
    clauses: { term: 'finding', finding: clauses },
    tail: { term: 'finding', finding: tail },
  });
}

function tableView(context: MonthlyContext, goods: PartsOverTime, rowsBelow: number) {
  const { words, charts } = context;
  const { flow, period, total, listed, more, rest } = goods;
  const title = goodsTitle(goods);
  const rows = rowsOf(context, goods);
  charts.set(`goods-${flow}`, {
    kind: 'parts-table',
    tone: flow,
    heads: headsOf(context),
    points: words.message('unit.points'),
    compares: comparesWith(goods),
    rows,
    rowsOfPage: rows.length + rowsBelow,
    shows: rows.flatMap(({ name, figures }) => showing(figures, name)),
    alt: altText(context, title, altOf(context, goods, rows)),
  });
  const drawn = [...listed.flatMap(figuresOfPart), ...(more ? figuresOfGroup(more) : []), ...figuresOfGroup(rest)];
  return {
    title,
    period: words.period(period),
    naming: namingFindings(goods),
    outside: outsideFinding(goods),
    fastest: fastestGoodsFinding(goods, 'rose') ?? fastestGoodsFinding(goods, 'fell'),
    base: comparesWith(goods) && total.base ? words.period(total.base.period) : null,
    refs: drawn,
    ...sourcesOf(context, [...listed.flatMap(({ comparison }) => comparison?.value ?? []), ...basesOf(goods)]),
  };
}

const basesOf = ({ listed }: PartsOverTime) => listed.flatMap(({ comparison }) => comparison?.base ?? []);

/** Whether any of the goods is known a year earlier. */
const comparesWith = (goods: PartsOverTime) => basesOf(goods).length > 0;

function headsOf({ words }: MonthlyContext): PartsTable['heads'] {
  const unit = words.message('unit.usd_m');
  return {
    name: words.message('goods.head.heading'),
    code: words.message('goods.head.code'),
    value: unit,
    change: words.message('label.year_on_year'),
    difference: words.message('goods.head.difference', { unit }),
    contribution: words.message('goods.head.contribution'),
    share: words.message('label.share'),
  };
}

function rowsOf(context: MonthlyContext, goods: PartsOverTime): readonly PartRow[] {
  const { words } = context;
  const { listed, more, rest, parts, flow } = goods;
  const named = listed.flatMap((part) => goodRow(context, part) ?? []);
  const moreName = () => words.message('goods.more_named', { n: parts.length - listed.length });
  const others = more ? [groupRow(context, 'more', moreName(), more, changeLabel(context, more))] : [];
  if (!rest.value || rest.value.interval.lo <= 0) return [...named, ...others];
  // Where a named part has no base, the change of the rest has that of the part in it.
  const isWhole = parts.every(({ contribution }) => contribution !== null);
  const same = isWhole ? rest : { ...rest, difference: null, contribution: null };
  const change = rest.index ? { text: indexText(context, rest.index), calculated: true } : missingLabel(context);
  const name = words.message(`goods.rest_${flow}`);
  return [...named, ...others, groupRow(context, 'rest', name, { ...same, value: rest.value }, change)];
}

function goodRow(context: MonthlyContext, part: Part): PartRow | null {
  const { comparison, product } = part;
  if (!comparison || !product) return null;
  const group = { ...part, ...comparison };
  const row = groupRow(context, 'part', context.words.text(product.name), group, changeLabel(context, part));
  return { ...row, code: product.code.replace(/^\D+/, '') };
}

type Measured = Pick<PartGroup, 'value' | 'base' | 'index' | 'difference' | 'contribution' | 'share'>;

function groupRow(
  context: MonthlyContext,
  kind: PartRow['kind'],
  name: string,
  { value, base, index, difference, contribution, share }: Measured,
  change: PartRow['change'],
): PartRow {
  const { words } = context;
  return {
    kind,
    name,
    code: null,
    value: value.value,
    label: amountLabel(context, value),
    base: base?.value ?? null,
    change,
    difference: difference && { value: difference.value, label: amountLabel(context, difference, true) },
    contribution: contribution ? amountLabel(context, contribution, true) : missingLabel(context),
    share: share
      ? { text: words.percent(share.value, 1), calculated: share.status === 'calculated' }
      : missingLabel(context),
    figures: present([value, base, index, difference, contribution, share]),
  };
}

function figuresOfPart({ comparison, contribution, share }: Part): readonly Figure[] {
  return present([comparison?.value, comparison?.base, comparison?.index, comparison?.difference, contribution, share]);
}

function figuresOfGroup(group: PartsOverTime['rest'] | PartGroup): readonly Figure[] {
  const { value, base, index, difference, contribution, share } = group;
  return present([value, base, index, difference, contribution, share]);
}

function altOf({ words }: MonthlyContext, goods: PartsOverTime, rows: readonly PartRow[]): string {
  const period = words.period(goods.period);
  const compares = comparesWith(goods);
  const items = rows.map(({ name, label, change, contribution, share }) =>
    compares
      ? words.message('alt.goods_item', {
          good: name,
          value: label.text,
          change: change.text,
          points: contribution.calculated
            ? words.message('number.points_short', { n: contribution.text })
            : contribution.text,
        })
      : words.message('alt.goods_share_item', { good: name, value: label.text, s: share.text }),
  );
  return words.message(compares ? 'alt.goods' : 'alt.goods_shares', { period, list: items.join('; ') });
}

import type { Statement } from '../../dataset/index.ts';
import { saidBefore, type Told, toldStatements } from '../../figures/index.ts';
import type { ViewContext } from './view-context.ts';

/** What was said, planned and named: printed while it is young, then a dated line; null where nothing is left of it. */
export function saidView(context: ViewContext) {
  const { statements, edition } = context.briefing;
  const told = toldStatements(statements, edition);
  const lists = {
    sectors: sectorsView(context, told),
    view: ambassadorView(context, told),
    visits: visitsView(context, told),
    chairman: chairmanText(context, told),
  };
  const isTold = Object.values(lists).some((list) => list !== null);
  const before = saidBefore(statements, edition);
  return isTold || before ? { told: isTold ? lists : null, before } : null;
}

function on(told: readonly Told[], topic: Statement['topic']): readonly Told[] {
  return told.filter(({ statement }) => statement.topic === topic);
}

/** The enterprises that the ambassador planned to visit. In later editions the title names the month of the plan. */
function visitsView({ words }: ViewContext, told: readonly Told[]) {
  const enterprises = on(told, 'enterprise');
  const [first] = enterprises;
  if (!first) return null;
  const date = words.date(first.statement.source.published.slice(0, 7));
  return {
    title: first.isPast ? words.message('title.visits_planned', { date }) : words.message('title.visit'),
    items: enterprises.map(({ statement }) => words.text(statement.text)),
  };
}

function sectorsView({ words }: ViewContext, told: readonly Told[]) {
  const items = (['sector', 'promising_sector'] as const).flatMap((topic) =>
    on(told, topic).map(({ statement: { text, detail } }) => ({
      text: words.text(text),
      detail: words.text(detail) || null,
      promising: topic === 'promising_sector',
    })),
  );
  return items.length > 0 ? items : null;
}

/** The ambassador’s view on successful cooperation, in our words, with the month of the report. */
function ambassadorView({ briefing, words }: ViewContext, told: readonly Told[]) {
  const position = on(told, 'position').find(({ statement }) => statement.item === 'one_industry');
  const official = briefing.statements.find(
    ({ topic, item }) => topic === 'official' && item === position?.statement.official,
  );
  if (!position || !official) return null;
  const month = position.statement.source.published.slice(0, 7);
  return {
    text: words.text(position.statement.text),
    name: words.text(official.text),
    date: words.date(month),
    past: position.isPast ? 'yes' : 'no',
  };
}

/** What the chairman of the Executive Committee spoke about, in our words; with the month in later editions. */
function chairmanText({ words }: ViewContext, told: readonly Told[]): string | null {
  const position = on(told, 'position').find(({ statement }) => statement.item === 'potential');
  if (!position) return null;
  const text = words.text(position.statement.text);
  const date = words.date(position.statement.source.published.slice(0, 7));
  return position.isPast ? words.message('text.of_month', { text: text.replace(/\.$/, ''), date }) : text;
}

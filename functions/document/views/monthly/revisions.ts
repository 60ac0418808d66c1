import { lastDay } from '../../../dataset/index.ts';
import type { Figure, Revision } from '../../../figures/index.ts';
import { escapeMarkup, html } from '../../html.ts';
import { capitalise } from '../../words.ts';
import type { MonthlyContext } from './monthly-context.ts';

/** As many revisions stand in the table; the others are in the data. */
const mostRevisions = 8;

/** The table of revisions, the newest first; null where no value was revised. */
export function revisionsView({ words, overTime, briefing, tables }: MonthlyContext) {
  const { revisions } = overTime;
  if (revisions.length === 0) return null;
  const day = ({ after }: Revision) => lastDay(after.sources[0]?.published ?? '0000-01-01');
  const ordered = revisions.toSorted((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0));
  const here = revisions.filter((revision) => day(revision).startsWith(briefing.edition)).length;
  const [was, is] = [words.message('revision.head.before'), words.message('revision.head.now')];
  tables.set(
    'revisions',
    ordered.slice(0, mostRevisions).flatMap(({ before, after }) => {
      const row = words.message('label.of_month', {
        name: nameOf(words, after),
        month: words.compactPeriod(after.period),
      });
      return [
        { figure: before, row, apart: was },
        { figure: after, row, apart: is },
      ];
    }),
  );
  const rows = ordered.slice(0, mostRevisions).map(({ before, after }) => {
    const decimals = Math.max(before.decimals, after.decimals);
    const change = words.number(Number((after.value - before.value).toFixed(decimals)), decimals, true);
    const dates = [before, after].map((figure) => words.date(figure.sources[0]?.published ?? ''));
    return {
      name: nameOf(words, after),
      period: words.compactPeriod(after.period),
      before: words.number(before.value, before.decimals),
      now: words.number(after.value, after.decimals),
      change: html(`<calc>${escapeMarkup(change)}</calc>`),
      published: words.message('revision.dates', { date0: dates[0] ?? '', date: dates[1] ?? '' }),
    };
  });
  const earlier = revisions.length - mostRevisions;
  return {
    count: revisions.length,
    rows,
    earlier: earlier > 0 ? capitalise(words.message('revision.earlier', { n: earlier })) : null,
    here: here === 0 ? words.message('revision.none_here') : words.message('revision.some_here', { n: here }),
  };
}

function nameOf(words: MonthlyContext['words'], { subject, area, product }: Figure): string {
  if (product) return words.text(product.name);
  return words.message(`figure.${subject}`, { area: area ? words.text(area.name) : '' });
}

import { briefOverTime, finding, periodTerm } from '../../../figures/index.ts';
import { capitalise } from '../../words.ts';
import type { MonthlyContext } from './monthly-context.ts';
import { ageInWords, newestValues } from './monthly-words.ts';
import { overviewCards } from './overview-cards.ts';
import { leadView } from './overview-lead.ts';
import { stripView } from './overview-strip.ts';

/** In which order sentences and findings leave where the first page has no room; the source line gives up one first. */
const leaves = {
  more: { parts: 2, month: 3, turnover: 4, flows: 4, investment: 4 },
  whole: { investment: 5, parts: 6, month: 7, flows: 8, turnover: 9 },
} as const;

/** The first page of a monthly edition. */
export function overviewView(context: MonthlyContext) {
  const { briefing, overTime, charts, words } = context;
  const { edition } = briefing;
  const cards = overviewCards(context).map((card, index) => {
    const name = `overview-card-${index + 1}`;
    charts.set(name, card);
    return name;
  });
  const brief = briefOverTime(overTime, edition).map(({ about, ...sentences }) => {
    return { ...sentences, leaves: leaves.whole[about], moreLeaves: leaves.more[about] };
  });
  return {
    headline: capitalise(words.message('edition', { period: words.date(edition) })),
    latest: latestBulletin(context),
    cutOff: words.message('cover.cut_off', { date: words.date(briefing.cutOff) }),
    cards,
    strip: stripView(context),
    brief,
    lead: leadView(context),
  };
}

/** The length of a date whose day is known. */
const fullDate = 10;

/** The line under the name of the edition: its newest bulletin, or that there is none. */
function latestBulletin({ briefing, overTime, words }: MonthlyContext): string {
  const { edition, story } = briefing;
  const period = periodTerm(overTime.period);
  if (story && story.added + story.revised === 0) return words.plain(finding('cover.no_new', { period }));
  const age = ageInWords(edition, overTime.period, words);
  if (age) return words.message('age.sub_line', { period: words.period(overTime.period), age });
  const published = newestValues(overTime).flatMap(({ sources }) => sources.map((source) => source.published));
  const date = published.toSorted().at(-1) ?? '';
  if (date.length < fullDate) return words.message('cover.latest_undated', { period: words.period(overTime.period) });
  return words.message('cover.latest', { period: words.period(overTime.period), date: words.date(date) });
}

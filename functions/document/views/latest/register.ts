import type { Figure } from '../../../figures/index.ts';
import type { LatestContext } from './latest-context.ts';
import { snapshotFigures } from './snapshot.ts';

/** The rows of the table of figures under one head; a row of several figures is a series, under one number. */
export interface RegisterGroup {
  readonly name: string;
  readonly rows: readonly (readonly Figure[])[];
}

/** The table of figures of an edition that tells the latest first: what stands on its pages, a series in one row. */
export function registerOf(context: LatestContext): readonly RegisterGroup[] {
  const { briefing, words } = context;
  const block = snapshotFigures(context);
  const lines = briefing.developments.flatMap(({ lines }) => lines);
  const series = lines
    .map(({ points }) => points.map(({ figure }) => figure).filter((figure) => !block.includes(figure)))
    .filter((figures) => figures.length > 0);
  const period = briefing.tradePeriod ? words.period(briefing.tradePeriod) : '';
  return [
    { name: words.message('group.dated', { period }), rows: block.map((figure) => [figure]) },
    ...(series.length > 0 ? [{ name: words.message('group.series'), rows: series }] : []),
  ];
}

/** The figure under whose number each figure stands in the table: the last of its series. */
export function numberedBy(context: LatestContext): (figure: Figure) => Figure {
  const rows = registerOf(context).flatMap((group) => group.rows);
  const last = new Map(rows.flatMap((row) => row.map((figure) => [figure, row.at(-1) ?? figure] as const)));
  return (figure) => last.get(figure) ?? figure;
}

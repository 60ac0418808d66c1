import type { Area, Source } from '../../dataset/index.ts';
import { type Briefing, type Figure, type Finding, lazy } from '../../figures/index.ts';
import type { Chart, Label, Shown } from '../charts.ts';
import { capitalise, isRounded, type Words } from '../words.ts';

/** What the views of one document share: the briefing, the language, and the charts and tables that they add. */
export interface ViewContext {
  readonly briefing: Briefing;
  readonly words: Words;
  readonly charts: Map<string, Chart>;
  /** The figures of tables, by the name under which the template asks for them. */
  readonly tables: Map<string, readonly Shown[]>;
  /** The most items of news on the first page. */
  readonly mostNews: number;
}

/** A figure of the briefing by key. */
export function figureOf({ briefing }: ViewContext, key: string): Figure | undefined {
  return briefing.byKey.get(key);
}

/** The figures with these keys; keys that the briefing does not have are left out. */
export function figuresOf({ briefing }: ViewContext, keys: readonly string[]): readonly Figure[] {
  return keys.flatMap((key) => briefing.byKey.get(key) ?? []);
}

/** The calculated ones among the figures; null when there are none. */
export function calculated(figures: readonly Figure[]): readonly Figure[] | null {
  const found = figures.filter(({ status }) => status === 'calculated');
  return found.length > 0 ? found : null;
}

/** The figures that a chart draws, without those that are not known; `row` names what they are about. */
export function showing(figures: readonly (Figure | null | undefined)[], row?: string): readonly Shown[] {
  return figures.flatMap((figure) => (figure ? [row === undefined ? { figure } : { figure, row }] : []));
}

/** The slots of a source line: the publications with dates and the publishers without, each with their number. */
export function sourcesOf({ words }: ViewContext, figures: readonly { readonly sources: readonly Source[] }[]) {
  const sources = lazy(() => [...new Set(figures.flatMap((figure) => figure.sources))]);
  return {
    sources: listed(() => words.sources(sources())),
    publishers: listed(() => words.publishers(sources())),
  };
}

/** A list and how many it has; it is written when it is read, because most lines have only one of both. */
function listed(write: () => string) {
  const written = lazy(write);
  return {
    get text() {
      return written();
    },
    get count() {
      return written().split('; ').length;
    },
  };
}

/** The period of a figure whose page does not name it; null in the first edition, where all are of the same month. */
export function asOf({ briefing, words }: ViewContext, figure: Figure): string | null {
  return briefing.news ? words.period(figure.period) : null;
}

/** The number of a figure as charts print it, with ≈ where it is approximate. */
export function numberLabel({ words }: ViewContext, figure: Figure, decimals = figure.decimals): Label {
  return approximated(words, figure, words.number(figure.value, decimals, figure.signed));
}

/** The number of a figure without its sign. */
export function sizeLabel({ words }: ViewContext, figure: Figure, decimals = figure.decimals): Label {
  return approximated(words, figure, words.number(Math.abs(figure.value), decimals));
}

/** The number of a figure in an alternative text: with sign, qualifier, and «about» where it is approximate. */
export function numberText({ words }: ViewContext, figure: Figure, signed = figure.signed): string {
  const text = words.qualified(figure, words.number(figure.value, figure.decimals, signed));
  return isRounded(figure) ? words.message('number.about', { x: text }) : text;
}

/** A share in an alternative text. */
export function percentText({ words }: ViewContext, figure: Figure): string {
  return words.figure(figure, 'percent', 'plain');
}

/** A share as charts print it. */
export function percentLabel({ words }: ViewContext, figure: Figure): Label {
  return approximated(words, figure, words.percent(figure.value, figure.decimals));
}

function approximated(words: Words, figure: Figure, text: string): Label {
  words.noted.add(figure.note);
  const qualified = words.qualified(figure, text);
  const written = isRounded(figure) ? words.message('number.approximate', { x: qualified }) : qualified;
  return { text: written, calculated: figure.status === 'calculated' };
}

/** The name of an area; with «city» where `among` also has the region around that city. */
export function areaName({ words }: ViewContext, area: Area, among: readonly Area[]): string {
  const name = words.text(area.name);
  const ambiguous = area.enclosedBy !== null && among.some(({ code }) => code === area.enclosedBy);
  return ambiguous ? words.message('label.city', { name }) : name;
}

/** An alternative text: the finding of the chart, then a description of what it shows. */
export function altText({ words }: ViewContext, finding: Finding | null, description: string): string {
  return finding
    ? words.message('alt.finding', { finding: capitalise(words.plain(finding)), description })
    : description;
}

/** Items of an alternative text: «Moscow Oblast 24.5%, Moscow 13.5%». */
export function altList({ words }: ViewContext, items: readonly (readonly [label: string, value: string])[]): string {
  return items.map(([label, value]) => words.message('alt.item', { label, value })).join(', ');
}

import type { Document, Section } from '../../document/index.ts';
import { styles } from '../../drawing/index.ts';
import { gap, page } from '../page.ts';
import { element, type Page, type Piece } from '../pieces.ts';
import type { Context } from './context.ts';
import { headersAndFooters } from './header-footer.ts';
import { placeSection } from './place-section.ts';
import { setText } from './set-text.ts';
import { shorterVersions, wholeVersion } from './shorter-versions.ts';

/** A laid-out document: its pages, and the first page of each section, counted from 1. */
export interface PagedDocument {
  readonly pages: readonly Page[];
  readonly pageOf: ReadonlyMap<string, number>;
  /** The sections for the outline of the PDF, with the first page of each. */
  readonly outline: readonly { readonly name: string; readonly page: number }[];
  /** Each section without header and footer. */
  readonly sections: ReadonlyMap<Section, LaidOutSection>;
}

/** The pages of a section. Its first continues the last page of the section before it where it `joins`. */
export interface LaidOutSection {
  /** The section without what yielded. */
  readonly shown: Section;
  readonly pages: readonly (readonly Piece[])[];
  readonly joins: boolean;
  /** The y down to which its last page is filled. */
  readonly bottom: number;
}

/**
 * Lays out a document. Every section begins a page. Only tables are split: between their groups, or between the rows of
 * a group that is longer than a page. Sections in `laidOut`, which were laid out with the same typefaces and theme, are
 * used as they are.
 */
export function paginate(context: Context, laidOut: PagedDocument['sections'] = new Map()): PagedDocument {
  const { document } = context;
  const pageOf = new Map<string, number>();
  const bodies: (readonly Piece[])[] = [];
  const sections = new Map<Section, LaidOutSection>();
  let above: LaidOutSection | null = null;
  for (const section of document.sections) {
    const placed: LaidOutSection = laidOut.get(section) ?? layoutSection(section, above, context);
    const [first = [], ...others] = placed.pages;
    if (placed.joins) bodies.push([...(bodies.pop() ?? []), ...first], ...others);
    else bodies.push(first, ...others);
    pageOf.set(section.id, bodies.length - others.length);
    sections.set(section, placed);
    above = placed;
  }
  const pages = headersAndFooters(bodies.length, context).map(({ header, footer }, index) => ({
    pieces: [...header, ...(bodies[index] ?? []), ...footer],
  }));
  const outline = document.sections.map(({ id, name }) => ({ name, page: pageOf.get(id) ?? 1 }));
  return { pages, pageOf, outline, sections };
}

/** The document without what yielded when it was laid out. */
export function withoutYielded(document: Document, { sections }: PagedDocument): Document {
  return { ...document, sections: document.sections.map((section) => sections.get(section)?.shown ?? section) };
}

/** A last page that is filled less than this far down holds only what did not fit on the page before. */
const stragglersUntil = 300;

/** How many points lower charts may become, step by step, to save such a page, and at most. */
const squeezes = [0, 15, 30] as const;
const lowestCharts = 45;

/** A page that is filled less than this far down is less than half full. */
const halfFull = 488;

/** The baseline of the name of a section that joins another, above its first rule, in points. */
const aboveRule = 13;

/** A section under the one above it if one of the two would leave a page less than half full, else on its own pages. */
function layoutSection(section: Section, above: LaidOutSection | null, context: Context): LaidOutSection {
  const own = layoutPages(section, context);
  if (!above || !section.joins) return own;
  const isShort = (placed: LaidOutSection) => placed.bottom < halfFull;
  if (!isShort(above) && (own.pages.length > 1 || !isShort(own))) return own;
  // The rest of the last section may go on: no page comes after it that would have to be full.
  const isLast = context.document.sections.at(-1)?.id === section.id;
  return joined(section, above, context, isLast && isShort(above)) ?? own;
}

/**
 * A section below another one, under its kicker alone and without what yields if need be; null where the page has no room
 * for it, or not for its first block where it may go `on` on the next page.
 */
function joined(section: Section, above: LaidOutSection, context: Context, on: boolean): LaidOutSection | null {
  const [head, ...blocks] = section.blocks;
  if (head?.type !== 'head') return null;
  const top = above.bottom + gap.default + aboveRule;
  const room = { x: page.left, y: top - aboveRule, width: page.right - page.left };
  const kicker = setText(context, head.kicker, styles.kicker, room);
  const start = { pieces: [element('P', kicker.pieces)], bottom: top, next: top, top };
  const whole = { ...section, blocks };
  const fits = ({ pages, bottom }: ReturnType<typeof placeSection>) => {
    const begins = (pages[0]?.length ?? 0) > start.pieces.length;
    return (pages.length === 1 || (on && begins)) && bottom <= page.lastInk;
  };
  const placed = [whole, ...shorterVersions(whole)]
    .values()
    .map((version) => ({ version, ...placeSection(version, { ...context, squeeze: 0 }, start) }))
    .find(fits);
  if (!placed) return null;
  const { version, pages, bottom } = placed;
  const shown = { ...version, blocks: [head, ...version.blocks] };
  return { shown, pages: sectionPieces(section, pages, top - aboveRule), joins: true, bottom };
}

/**
 * The pages of one section: as designed; or without what yields, until it fits on a page; or with lower charts if that
 * saves a page with a few lines, and then without what yields where lower charts alone are not enough.
 */
function layoutPages(section: Section, context: Context): LaidOutSection {
  const { shortest, designed } = shortestThatFits(section, context);
  const isStraggling = designed.pages.length > 1 && designed.bottom < stragglersUntil;
  const versions = isStraggling ? [shortest, ...shorterVersions(section)] : [];
  const squeezed = versions
    .values()
    .map((version) => leastSqueezed(version, designed.pages.length - 1, context))
    .find((made) => made !== null);
  const { shown, pages, bottom } = squeezed ?? { shown: shortest, ...designed };
  return { shown, pages: sectionPieces(section, pages, 0), joins: false, bottom };
}

/** A section with charts as little lower as brings it to so many pages; null where the lowest do not. */
function leastSqueezed(shown: Section, most: number, context: Context) {
  const at = (squeeze: number) => ({ shown, ...placeSection(shown, { ...context, squeeze }) });
  const fits = ({ pages }: ReturnType<typeof at>) => pages.length <= most;
  const lowest = at(lowestCharts);
  return fits(lowest) ? (squeezes.values().map(at).find(fits) ?? lowest) : null;
}

/**
 * The section without what yields, as far as it has to for one page; whole where that does not help, or where it is
 * enough to move its blocks nearer to each other.
 */
function shortestThatFits(all: Section, context: Context) {
  const section = context.document.form === 'sheet' ? wholeVersion(all) : all;
  const whole = { shortest: section, designed: placeSection(section, context) };
  const shorter = [...shorterVersions(all)];
  if (whole.designed.pages.length === 1 || shorter.length === 0) return whole;
  const closer = { shortest: section, designed: placeSection(section, { ...context, squeeze: 0 }) };
  const isOnePage = ({ designed }: typeof whole) => designed.pages.length === 1;
  // What yields first is nearly always enough.
  const fits = shorter.values().map((shortest) => ({ shortest, designed: placeSection(shortest, context) }));
  return isOnePage(closer) ? closer : (fits.find(isOnePage) ?? whole);
}

function sectionPieces({ id }: Section, pages: readonly (readonly Piece[])[], top: number) {
  return pages.map((pieces, index) => [
    element('Sect', pieces, { identity: id, ...(index === 0 ? { anchor: { name: id, x: 0, y: top } } : {}) }),
  ]);
}

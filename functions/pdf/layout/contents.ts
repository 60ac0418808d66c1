import type { ContentsBlock } from '../../document/index.ts';
import { restyle, setLine, smallestType, styles, type TextMark, type TextStyle, widthOf } from '../../drawing/index.ts';
import { page } from '../page.ts';
import { content, element } from '../pieces.ts';
import type { Context, Placed } from './context.ts';

/** The baseline of the contents line, and that in a monthly edition. */
const baselines = { usual: 773, compact: 764.5 } as const;

/** The minimum gap between two entries, in points. A line with less room is set smaller. */
const minGap = 7;

/** Between a page number and the name of the section that begins there, in points. */
const afterNumber = 5;

/** The contents in one line at the foot of the cover, with equal gaps. Every entry is a link. */
export function layoutContents(contents: ContentsBlock, context: Context): Placed {
  const sizes = [styles.contents.size, 7.5, smallestType];
  const placed = sizes.map((size) => placeContents(contents, size, context));
  return placed.find(({ gap }) => gap >= minGap) ?? placed.at(-1) ?? placeContents(contents, smallestType, context);
}

function placeContents({ heading, entries, compact }: ContentsBlock, size: number, context: Context) {
  const baseline = compact ? baselines.compact : baselines.usual;
  const look = (style: TextStyle) => restyle(style, { size });
  const title = heading.map(({ text }) => text).join('');
  const named = entries.map((entry) => {
    const name = entry.content.map(({ text }) => text).join('');
    const indent = widthOf(context, entry.number.text, look(styles.contentsNumber)) + afterNumber;
    return { ...entry, name, indent, width: indent + widthOf(context, name, look(styles.contents)) };
  });
  const used = widthOf(context, title, look(styles.contentsStrong)) + named.reduce((sum, { width }) => sum + width, 0);
  const gap = (page.right - page.left - used) / Math.max(1, named.length);
  let x = page.left + widthOf(context, title, look(styles.contentsStrong));
  const items = named.map(({ section, number: run, name, description, indent, width }) => {
    const start = x + gap;
    x = start + width;
    const number: TextMark = {
      ...setLine(context, run.text, look(styles.contentsNumber), start, baseline),
      pageOf: section,
    };
    const label = setLine(context, name, look(styles.contents), start + indent, baseline);
    const area = { x: start, y: baseline - 8, width, height: 11 };
    const link = { to: { to: 'section', target: section, description } as const, area };
    return element('TOCI', [element('Reference', [element('Link', [content([number, label])], { link })])]);
  });
  const lead = element('P', [content([setLine(context, title, look(styles.contentsStrong), page.left, baseline)])]);
  return { pieces: [lead, element('TOC', items)], bottom: baseline, gap };
}

import type { Colours, Theme } from '../theme.ts';
import type { FaceName, Typeface, Typefaces } from './typeface.ts';

/** How text looks: nominal size and leading in points, and a colour role. */
export interface TextStyle {
  readonly face: FaceName;
  readonly size: number;
  readonly leading: number;
  readonly colour: keyof Colours;
}

const style = (face: FaceName, size: number, leading: number, colour: keyof Colours): TextStyle => ({
  face,
  size,
  leading,
  colour,
});

/** The type scale of docs/design.md: every role with its nominal size, leading and colour. */
export const styles = {
  coverTitle: style('serifStrong', 31, 35.75, 'onBand'),
  coverHeadline: style('sansStrong', 13, 16.25, 'onBand'),
  coverLine: style('sansRegular', 9, 13, 'onBandSecondary'),
  coverProduct: style('sansStrong', 9, 13, 'onBand'),
  pageTitle: style('serifStrong', 20.5, 26, 'text'),
  standfirst: style('serifRegular', 11, 16.25, 'textSecondary'),
  kicker: style('sansStrong', 8.5, 13, 'exports'),
  briefHeading: style('serifStrong', 15, 19.5, 'text'),
  figureLabel: style('sansStrong', 7.25, 9.75, 'textSecondary'),
  figureTitle: style('serifStrong', 12.5, 16.25, 'text'),
  figureSubtitle: style('sansRegular', 8, 9.75, 'textSecondary'),
  smallTitle: style('serifStrong', 10.5, 13, 'text'),
  smallSubtitle: style('sansRegular', 7.5, 9, 'textSecondary'),
  strip: style('sansRegular', 8.5, 11.375, 'textSecondary'),
  stripLead: style('sansStrong', 8.5, 11.375, 'text'),
  stripNews: style('sansRegular', 8, 10.5, 'textSecondary'),
  stripNewsLead: style('sansStrong', 8, 10.5, 'textSecondary'),
  stripCount: style('serifStrong', 15, 19.5, 'text'),
  stripWord: style('sansRegular', 8, 10.5, 'textSecondary'),
  changeName: style('sansMedium', 8.5, 10, 'text'),
  changeValue: style('sansStrong', 9, 10, 'text'),
  changeFormer: style('sansRegular', 8.5, 10, 'textTertiary'),
  changeDetail: style('sansRegular', 7.5, 9.75, 'textSecondary'),
  message: style('sansRegular', 9.25, 13, 'text'),
  messageLead: style('sansStrong', 9.25, 13, 'text'),
  note: style('sansRegular', 8.5, 11.375, 'textSecondary'),
  noteDense: style('sansRegular', 8, 9.75, 'textSecondary'),
  rule: style('sansRegular', 7.75, 9.75, 'textSecondary'),
  noteDenseLead: style('sansStrong', 8, 9.75, 'text'),
  noteLead: style('sansStrong', 8.5, 11.375, 'text'),
  noteHeading: style('sansStrong', 8.5, 11.375, 'text'),
  text: style('sansRegular', 8.5, 11.375, 'text'),
  attribution: style('sansRegular', 7.5, 9.75, 'textSecondary'),
  source: style('sansRegular', 7, 9.75, 'textTertiary'),
  running: style('sansRegular', 7.75, 9.75, 'textSecondary'),
  runningMark: style('sansStrong', 7.75, 9.75, 'importsText'),
  runningStrong: style('sansStrong', 7.75, 9.75, 'text'),
  footer: style('sansRegular', 7.25, 9.75, 'textSecondary'),
  footerPage: style('sansMedium', 7.25, 9.75, 'text'),
  contents: style('sansRegular', 8, 9.75, 'textSecondary'),
  contentsStrong: style('sansStrong', 8, 9.75, 'text'),
  contentsNumber: style('sansStrong', 8, 9.75, 'exports'),
  tableHead: style('sansStrong', 7.5, 9.75, 'textSecondary'),
  tableUnit: style('sansRegular', 7.5, 9.75, 'textSecondary'),
  tableCell: style('sansRegular', 8.75, 16.25, 'text'),
  tableRowHead: style('sansMedium', 8.75, 16.25, 'text'),
  tableStrong: style('sansStrong', 8.75, 16.25, 'text'),
  periodHead: style('sansMedium', 8, 9.75, 'text'),
  periodCell: style('sansRegular', 8, 9.75, 'text'),
  besideName: style('sansMedium', 8, 13, 'text'),
  besideCell: style('sansRegular', 8, 13, 'text'),
  besideSoft: style('sansRegular', 8, 13, 'textSecondary'),
  registerCell: style('sansRegular', 7.75, 13, 'text'),
  registerSoft: style('sansRegular', 7.75, 13, 'textSecondary'),
  registerNumber: style('sansMedium', 7.75, 13, 'textSecondary'),
  registerStrong: style('sansStrong', 7.75, 13, 'text'),
  figuresNumber: style('sansMedium', 7.25, 11.375, 'textSecondary'),
  figuresCell: style('sansRegular', 7.25, 11.375, 'text'),
  figuresSoft: style('sansRegular', 7.25, 11.375, 'textSecondary'),
  figuresStrong: style('sansStrong', 7.25, 11.375, 'text'),
  revisionName: style('sansMedium', 8, 13, 'text'),
  revisionCell: style('sansRegular', 8, 13, 'text'),
  revisionSoft: style('sansRegular', 7.5, 13, 'textSecondary'),
  revisionStrong: style('sansStrong', 8, 13, 'text'),
  registerGroup: style('sansStrong', 8.25, 17.875, 'exports'),
  item: style('sansMedium', 9, 14.6, 'text'),
  itemOpen: style('sansStrong', 9, 14.6, 'importsText'),
  itemDetail: style('sansRegular', 7.5, 10.5, 'textSecondary'),
  itemRest: style('sansRegular', 8, 10, 'textSecondary'),
  good: style('sansStrong', 9.25, 11.375, 'text'),
  goodDetail: style('sansRegular', 8.5, 11.375, 'textSecondary'),
  sheetTitle: style('serifStrong', 19, 24, 'onBand'),
  sheetMessage: style('serifStrong', 14, 18.5, 'text'),
  sheetNote: style('sansRegular', 9, 11.5, 'textSecondary'),
  sheetName: style('sansMedium', 9, 11.5, 'text'),
  sheetCell: style('sansRegular', 9, 11.5, 'text'),
  sheetStrong: style('sansStrong', 9, 11.5, 'text'),
  sheetSoft: style('sansRegular', 9, 11.5, 'textSecondary'),
} as const satisfies Readonly<Record<string, TextStyle>>;

/** The smallest nominal size in points (docs/design.md, Type). */
export const smallestType = 7;

/** What text is set with: the opened typefaces and the theme. */
export interface TextContext {
  readonly typefaces: Typefaces;
  readonly theme: Theme;
  /** The size in points in which smaller styles are set; none where all keep their own. */
  readonly leastSize?: number;
}

/** The face of a style. */
export function faceOf({ typefaces }: TextContext, { face }: TextStyle): Typeface {
  return typefaces[face];
}

/** The drawn size of a style: nominal size times the factor of its family, or the least size of the document. */
export function sizeOf({ theme, leastSize = 0 }: TextContext, { face, size }: TextStyle): number {
  return Math.max(leastSize, size * (face.startsWith('serif') ? theme.scale.serif : theme.scale.sans));
}

/** From line to line at least, in sizes of type. */
const leastLeading = 1.2;

/** The leading of a style, wider where the least size of the document raises it, in points. */
export function leadingOf({ leastSize = 0 }: TextContext, { leading }: TextStyle): number {
  return Math.max(leading, leastSize * leastLeading);
}

/** Gives a function that measures words in a style, in points. A word contains no space or is a single space. */
export function widthsIn(context: TextContext, textStyle: TextStyle): (word: string) => number {
  const face = faceOf(context, textStyle);
  const size = sizeOf(context, textStyle);
  return (word) => (face.run(word).advance * size) / 1000;
}

/** The width of a text in a style, in points. */
export function widthOf(context: TextContext, text: string, textStyle: TextStyle): number {
  return faceOf(context, textStyle).width(text, sizeOf(context, textStyle));
}

/** A copy of a style with some properties changed. */
export function restyle(base: TextStyle, changes: Partial<TextStyle>): TextStyle {
  return { ...base, ...changes };
}

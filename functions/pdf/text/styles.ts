import type { Colours, Theme } from '../theme.ts';
import type { FaceName, Typeface, Typefaces } from './typeface.ts';

/** A look of text: nominal size and leading in points, and the colour role. */
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

/** The type scale of the design: every role with its nominal size, leading and colour. */
export const styles = {
  coverTitle: style('serifStrong', 31, 35.75, 'onBand'),
  coverHeadline: style('sansStrong', 13, 16.25, 'onBand'),
  coverLine: style('sansRegular', 9, 13, 'onBandSoft'),
  coverProduct: style('sansStrong', 9, 13, 'onBand'),
  pageTitle: style('serifStrong', 20.5, 26, 'ink'),
  standfirst: style('serifRegular', 11, 16.25, 'ink2'),
  kicker: style('sansStrong', 8.5, 13, 'exp'),
  briefHeading: style('serifStrong', 15, 19.5, 'ink'),
  figureLabel: style('sansStrong', 7.25, 9.75, 'ink2'),
  figureTitle: style('serifStrong', 12.5, 16.25, 'ink'),
  figureSubtitle: style('sansRegular', 8, 9.75, 'ink2'),
  smallTitle: style('serifStrong', 10.5, 13, 'ink'),
  smallSubtitle: style('sansRegular', 7.5, 9, 'ink2'),
  strip: style('sansRegular', 8.5, 11.375, 'ink2'),
  stripLead: style('sansStrong', 8.5, 11.375, 'ink'),
  changeName: style('sansMedium', 8.5, 10, 'ink'),
  changeValue: style('sansStrong', 9, 10, 'ink'),
  changeFormer: style('sansRegular', 8.5, 10, 'ink3'),
  changeDetail: style('sansRegular', 7.5, 9.75, 'ink2'),
  message: style('sansRegular', 9.25, 13, 'ink'),
  messageLead: style('sansStrong', 9.25, 13, 'ink'),
  note: style('sansRegular', 8.5, 11.375, 'ink2'),
  noteDense: style('sansRegular', 8, 9.75, 'ink2'),
  noteLead: style('sansStrong', 8.5, 11.375, 'ink'),
  noteHeading: style('sansStrong', 8.5, 11.375, 'ink'),
  text: style('sansRegular', 8.5, 11.375, 'ink'),
  attribution: style('sansRegular', 7.5, 9.75, 'ink2'),
  source: style('sansRegular', 7, 9.75, 'ink3'),
  running: style('sansRegular', 7.75, 9.75, 'ink2'),
  runningStrong: style('sansStrong', 7.75, 9.75, 'ink'),
  footer: style('sansRegular', 7.25, 9.75, 'ink2'),
  footerPage: style('sansMedium', 7.25, 9.75, 'ink'),
  contents: style('sansRegular', 8, 9.75, 'ink2'),
  contentsStrong: style('sansStrong', 8, 9.75, 'ink'),
  contentsNumber: style('sansStrong', 8, 9.75, 'exp'),
  tableHead: style('sansStrong', 7.5, 9.75, 'ink2'),
  tableUnit: style('sansRegular', 7.5, 9.75, 'ink2'),
  tableCell: style('sansRegular', 8.75, 16.25, 'ink'),
  tableRowHead: style('sansMedium', 8.75, 16.25, 'ink'),
  tableStrong: style('sansStrong', 8.75, 16.25, 'ink'),
  registerCell: style('sansRegular', 7.75, 13, 'ink'),
  registerSoft: style('sansRegular', 7.75, 13, 'ink2'),
  registerNumber: style('sansMedium', 7.75, 13, 'ink2'),
  registerStrong: style('sansStrong', 7.75, 13, 'ink'),
  registerGroup: style('sansStrong', 8.25, 17.875, 'exp'),
  item: style('sansMedium', 9, 14.6, 'ink'),
  itemOpen: style('sansStrong', 9, 14.6, 'impX'),
  itemDetail: style('sansRegular', 7.5, 10.5, 'ink2'),
  itemRest: style('sansRegular', 8, 10, 'ink2'),
  good: style('sansStrong', 9.25, 11.375, 'ink'),
  goodDetail: style('sansRegular', 8.5, 11.375, 'ink2'),
} as const satisfies Readonly<Record<string, TextStyle>>;

/** The smallest nominal size of the design, in points. */
export const smallestType = 7;

/** What text is set with: the opened faces and the theme. */
export interface Setting {
  readonly typefaces: Typefaces;
  readonly theme: Theme;
}

/** The face of a style. */
export function faceOf({ typefaces }: Setting, { face }: TextStyle): Typeface {
  return typefaces[face];
}

/** The drawn size of a style: nominal size times the factor of its family. */
export function sizeOf({ theme }: Setting, { face, size }: TextStyle): number {
  return size * (face.startsWith('serif') ? theme.scale.serif : theme.scale.sans);
}

/** Gives the widths of words in a style, in points. A word has no space in it, or is one. */
export function widthsIn(setting: Setting, textStyle: TextStyle): (word: string) => number {
  const face = faceOf(setting, textStyle);
  const size = sizeOf(setting, textStyle);
  return (word) => (face.run(word).advance * size) / 1000;
}

/** The width of a text in a style, in points. */
export function widthOf(setting: Setting, text: string, textStyle: TextStyle): number {
  return faceOf(setting, textStyle).width(text, sizeOf(setting, textStyle));
}

/** The same look in another colour, face or size. */
export function restyle(base: TextStyle, changes: Partial<TextStyle>): TextStyle {
  return { ...base, ...changes };
}

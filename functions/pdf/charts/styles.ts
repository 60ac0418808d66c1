import type { TextStyle } from '../text/styles.ts';

const style = (face: TextStyle['face'], size: number, colour: TextStyle['colour']): TextStyle => ({
  face,
  size,
  leading: size * 1.3,
  colour,
});

/** The looks of text inside charts. */
export const chartStyles = {
  cardLabel: style('sansStrong', 8.5, 'ink'),
  cardValue: style('serifStrong', 24, 'ink'),
  cardUnit: style('sansRegular', 7.25, 'ink2'),
  cardChange: style('sansStrong', 8.5, 'ink'),
  cardRest: style('sansRegular', 8.5, 'ink2'),
  cardBar: style('sansRegular', 7, 'ink2'),
  value: style('sansStrong', 8.5, 'ink'),
  valueLarge: style('sansStrong', 9, 'ink'),
  valuePlain: style('sansRegular', 9, 'ink'),
  valueSoft: style('sansRegular', 9, 'ink2'),
  callout: style('serifStrong', 15, 'ink'),
  category: style('sansRegular', 8.5, 'ink'),
  categoryStrong: style('sansStrong', 8.5, 'ink'),
  categoryMedium: style('sansMedium', 9, 'ink'),
  categoryPlain: style('sansRegular', 9, 'ink'),
  name: style('sansStrong', 9, 'ink'),
  soft: style('sansRegular', 8.5, 'ink2'),
  softSmall: style('sansRegular', 7.5, 'ink2'),
  head: style('sansStrong', 8, 'ink'),
  headSoft: style('sansStrong', 8, 'ink2'),
  headSmall: style('sansStrong', 7.5, 'ink2'),
  axis: style('sansRegular', 8, 'ink2'),
  axisStrong: style('sansMedium', 8, 'ink2'),
  tiny: style('sansRegular', 7.25, 'ink2'),
} as const satisfies Readonly<Record<string, TextStyle>>;

import type { TextStyle } from '../text/styles.ts';

const style = (face: TextStyle['face'], size: number, colour: TextStyle['colour']): TextStyle => ({
  face,
  size,
  leading: size * 1.3,
  colour,
});

/** The text styles of charts. */
export const chartStyles = {
  cardLabel: style('sansStrong', 8.5, 'text'),
  cardValue: style('serifStrong', 24, 'text'),
  cardUnit: style('sansRegular', 7.25, 'textSecondary'),
  cardChange: style('sansStrong', 8.5, 'text'),
  cardRest: style('sansRegular', 8.5, 'textSecondary'),
  cardBar: style('sansRegular', 7, 'textSecondary'),
  value: style('sansStrong', 8.5, 'text'),
  valueLarge: style('sansStrong', 9, 'text'),
  valuePlain: style('sansRegular', 9, 'text'),
  valueSoft: style('sansRegular', 9, 'textSecondary'),
  callout: style('serifStrong', 15, 'text'),
  category: style('sansRegular', 8.5, 'text'),
  categoryStrong: style('sansStrong', 8.5, 'text'),
  categoryMedium: style('sansMedium', 9, 'text'),
  categoryPlain: style('sansRegular', 9, 'text'),
  name: style('sansStrong', 9, 'text'),
  soft: style('sansRegular', 8.5, 'textSecondary'),
  softSmall: style('sansRegular', 7.5, 'textSecondary'),
  head: style('sansStrong', 8, 'text'),
  headSoft: style('sansStrong', 8, 'textSecondary'),
  headSmall: style('sansStrong', 7.5, 'textSecondary'),
  axis: style('sansRegular', 8, 'textSecondary'),
  axisStrong: style('sansMedium', 8, 'textSecondary'),
  part: style('sansMedium', 8.25, 'text'),
  partDense: style('sansMedium', 7.75, 'text'),
  partValue: style('sansStrong', 8.25, 'text'),
  partPlain: style('sansRegular', 8.25, 'text'),
  partCode: style('sansRegular', 7.25, 'textTertiary'),
  tiny: style('sansRegular', 7.25, 'textSecondary'),
} as const satisfies Readonly<Record<string, TextStyle>>;

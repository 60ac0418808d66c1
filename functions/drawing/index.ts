export { ageCardMarks } from './charts/age-card.ts';
export { cardMarks } from './charts/card.ts';
export { unitLines, unitRoom } from './charts/card-unit.ts';
export { chartMarks } from './charts/index.ts';
export { monthCardHeight, monthCardMarks } from './charts/month-card.ts';
export { columnAt, span } from './grid.ts';
export { linearWindow, type MapWindow, marketWindow, partnerMaps } from './maps/frames.ts';
export { type Land, landUnit, type Outlines } from './maps/outlines.ts';
export {
  type CircleMark,
  type ClipMark,
  type DrawingMark,
  filled,
  type LineMark,
  type Mark,
  outlined,
  type PathMark,
  type PathSegment,
  type PolygonMark,
  type Rectangle,
  type RectMark,
  rule,
  type TextMark,
} from './marks.ts';
export { type SvgFacts, svgFile } from './svg/svg-file.ts';
export { FontFile } from './text/font-file.ts';
export { type Kerning, type PackedKerning, packKerning, unpackKerning } from './text/kerning.ts';
export { breakEvenly, breakLines, type Line, type Segment, type StyleOf } from './text/lines.ts';
export { readKerning } from './text/read-kerning.ts';
export { dottedUnder, markOf, setLine, setLineCentredOn, setLineEndingAt } from './text/set-line.ts';
export {
  leadingOf,
  restyle,
  sizeOf,
  smallestType,
  styles,
  type TextContext,
  type TextStyle,
  widthOf,
} from './text/styles.ts';
export {
  type FaceName,
  type FaceParts,
  faceNames,
  type GlyphRun,
  openTypefaces,
  type Typeface,
  type Typefaces,
  withoutKerning,
} from './text/typeface.ts';
export type { Colours, Logo, LogoShape, Theme } from './theme.ts';

export { lastDue, nextDue, usualSchedule } from './due.ts';
export { type EditionData, editionOf } from './edition-data.ts';
export { EditionError, editionsOf, resolveEdition } from './editions.ts';
export { type FindServices, type FoundBriefing, findBriefing } from './find-briefing.ts';
export {
  beforeRender,
  briefingKey,
  type MeasureName,
  type Measures,
  type RenderOutcome,
  type RenderServices,
  renderBriefing,
} from './render-briefing.ts';
export type {
  DescribedFigure,
  FigureFormat,
  LaidOut,
  Reading,
  Rendered,
  RenderedFile,
  Renderer,
} from './renderer.ts';
export { touchedEditions } from './touched-editions.ts';
export { webPageHeaders } from './web-page-headers.ts';

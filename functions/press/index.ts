export { BrandError } from './brand-error.ts';
export { CatalogueError } from './catalogue-error.ts';
export { type EditionData, editionOf } from './edition-data.ts';
export { EditionError, editionsOf, resolveEdition } from './editions.ts';
export { figuresOf } from './figures-json.ts';
export type { LaidOut, Press, Printed } from './press.ts';
export {
  briefingKey,
  type MeasureName,
  type Measures,
  type Produced,
  type Production,
  produceBriefing,
} from './produce.ts';
export { repertoire } from './repertoire.ts';

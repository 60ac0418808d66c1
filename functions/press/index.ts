export { BrandError } from './brand-error.ts';
export { CatalogueError } from './compile-messages.ts';
export { EditionError, editionsOf, resolveEdition } from './editions.ts';
export { type Press, type Printed, printBriefing } from './press.ts';
export { briefingKey, editionOf, type Produced, type Production, printEdition, produceBriefing } from './produce.ts';

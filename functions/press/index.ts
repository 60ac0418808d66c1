export { BrandError } from './brand-error.ts';
export { CatalogueError } from './compile-messages.ts';
export { type Press, printBriefing } from './press.ts';

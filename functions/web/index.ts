export type { DatasetFacts } from './json-ld.ts';
export type { PageColours } from './palette.ts';
export { renderWeb, type WebOptions } from './render-web.ts';
export { styleSheet, type WebFaces, type WebStyle, webStyle } from './style.ts';

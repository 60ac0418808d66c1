export { checkFaces } from './check-faces.ts';
export { compileMessages, keysOf, type Patterns, readPatterns } from './compile-messages.ts';
export { checkSource, compileOptions, compileTemplates } from './compile-templates.ts';
export {
  brandNames,
  checksVersion,
  codeVersion,
  loadBrand,
  projectFolder,
  readColourProfile,
  readTemplates,
  readText,
  rendererFromFiles,
  rendererVersionOf,
} from './from-files.ts';
export { makeOutlines } from './make-outlines.ts';
export { readShareWording, shareBrand } from './share-wording.ts';
export { styleSheets } from './style-sheets.ts';
export { subsetFonts, withoutKerning } from './subset-fonts.ts';

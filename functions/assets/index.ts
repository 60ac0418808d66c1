export { checkFaces } from './check-faces.ts';
export { compileMessages, type Patterns, readPatterns } from './compile-messages.ts';
export { compileOptions, compileTemplates, templateFile } from './compile-templates.ts';
export {
  brandNames,
  codeVersion,
  loadBrand,
  projectFolder,
  readTemplates,
  readText,
  rendererFromFiles,
  rendererVersionOf,
} from './from-files.ts';
export { makeOutlines } from './make-outlines.ts';
export { repertoire } from './repertoire.ts';
export { subsetFonts, withoutKerning } from './subset-fonts.ts';

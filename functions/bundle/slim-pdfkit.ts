import { type Edit, edited, put } from './cut.ts';

/** Leaves a group of PDFKit's methods only those of some names. */
const keep =
  (group: string, names: readonly string[]): Edit =>
  (text) => {
    const [whole, body = ''] = new RegExp(`^var ${group} = \\{\n([\\s\\S]*?)^\\};$`, 'm').exec(text) ?? [];
    const methods = [...body.matchAll(/^ {2}(\w+)\([\s\S]*?^ {2}\}/gm)].filter(([, name = '']) => names.includes(name));
    if (whole === undefined || methods.length !== names.length) return null;
    return text.replace(whole, () => `var ${group} = {\n${methods.map(([method]) => method).join(',\n')}\n};`);
  };

/** Leaves out a group of PDFKit's methods. */
const drop = (group: string): Edit => put(new RegExp(`^mixin\\(${group}\\);\n`, 'm'));

/** PDFKit does without these, and says so where it is asked for them. */
const refuseOptions = `
    for (const name of ['font', 'subset', 'ownerPassword', 'userPassword']) {
      if (options[name]) throw new Error(\`the option \${name} was left out of the PDFKit of this bundle\`);
    }
    this._security = null;`;

/**
 * What functions/pdf/paint/pdf-file.ts has PDFKit do: pages, objects, streams, bookmarks and metadata.
 * What sets text, draws, fills in forms and encrypts is left out: a method of it is not there, an option is refused.
 * Whatever is then unused esbuild drops.
 */
const edits: readonly Edit[] = [
  keep('MetadataMixin', ['initMetadata', 'appendXML', 'endMetadata']),
  keep('ColorMixin', ['initColor']),
  keep('VectorMixin', ['initVector', 'transform']),
  keep('FontsMixin', ['sizeToPoint']),
  keep('MarkingsMixin', ['initMarkings', 'endPageMarkings', 'hasMarkInfoDictionary']),
  drop('TextMixin'),
  drop('ImagesMixin'),
  drop('AnnotationsMixin'),
  drop('AcroFormMixin'),
  drop('AttachmentsMixin'),
  drop('SubsetMixin'),
  drop('TableMixin'),
  put(/^ {4}this\.initFonts\(options\.font\);\n {4}this\.initText\(\);\n {4}this\.initImages\(\);\n/m),
  put(/^ {4}this\.initTables\(\);\n {4}this\.initSubset\(options\);\n/m, refuseOptions),
  put(/^ {4}this\.endAcroForm\(\);\n/m),
  put(/^import \{ cbc, ecb \} from .*;$/m),
  put(/^import \{ create \} from .*;\nimport LineBreaker from .*;\nimport PNG from .*;$/m),
  // The packed file has an identity of its own, and is not encrypted.
  put(/^ {4}this\._id = PDFSecurity\.generateFileID\(this\.info\);\n {4}this\._security = PDFSecurity.*;\n/m),
  put(/,\n {6}ID: \[this\._id, this\._id\]/),
  // From the hashes to the table that passwords are filled up with.
  put(/^function isBytes\(a\) \{$[\s\S]*?^const PASSWORD_PADDING = .*;$/m),
  // What runs when PDFKit is loaded, and would keep what it names.
  put(/^const \{\n {2}PDFGradient,[\s\S]*?\} = pattern;$/m),
  put(/^const characters = `[\s\S]*?`\.split\(.*\);$/m),
  put(/^const ICC_PROFILE_PATH = .*;$/m),
  put(/^const require\$1 = .*;\nregisterStdFontLoaders\([\s\S]*?^\}\);$/m),
  put(/^export \{ .* \};$/m, 'export default PDFDocument;'),
];

/** PDFKit as far as it is used. */
export const pdfkit = edited('/pdfkit/js/pdfkit.node.mjs', edits);

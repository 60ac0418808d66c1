/** What kind of mistake a message of ours is about, and the words in it that change; the page has a text for each. */
export interface DiagnosticCode {
  readonly kind: string;
  readonly slots: readonly string[];
}

/** The messages of the dataset's checks and of the templates, by what they say. */
const kinds: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['empty', /^the cell must not be empty$/],
  ['formula', /^a cell must not begin like a formula/],
  ['spaces', /^remove the spaces around the value$/],
  ['one-of', /^expected one of (.+)$/],
  ['decimal-comma', /^write the decimals after a point: (.+)$/],
  ['not-number', /^expected a number such as /],
  ['not-whole', /^(?:expected a whole number|a count is a whole number)$/],
  ['too-small', /(?:expected|is) at least (\S+)$/],
  ['too-large', /(?:expected|is) at most (\S+)$/],
  ['same-key', /^row (\d+) has the same (.+); keep one of the two$/],
  ['not-listed', /^not in (\S+); add a row with that (\S+) there/],
  ['period', /^expected a period whose end/],
  ['helper', /^\{\{(\w+)\}\} needs (.+)$/],
  ['needs', /^(\S+) needs (.+)$/],
  ['decimals', /^has more decimals than the column decimals says \((\d+)\)$/],
  ['multiplied', /^(\S+) is not multiplied: 0$/],
  ['period-after', /^the period ends after (\S+) was published \((.+)\)$/],
  ['same-months', /^row (\d+) states the same months as (\S+); keep one of the two$/],
  ['after-today', /^not after today \((.+)\)$/],
  ['three-languages', /^fill in every language/],
  ['missing-file', /^the file is missing from the package$/],
  ['not-utf8', /^save the file as (?:CSV in UTF-8|UTF-8 without)/],
  ['line-ends', /^end rows with a line feed/],
  ['quotes', /^close every quotation mark/],
  ['cells', /^expected (\d+) cells, found (\d+)/],
  ['column-missing', /^the column is missing/],
  ['column-unknown', /^unknown column/],
  ['turnover', /^no edition can be made: exports and imports do not make up turnover/],
  ['bases', /^no edition can be made: the growth indices do not fit together; (.+?): a gap/],
  ['totals', /^no edition can be made: the shares of Russia do not imply one total; (.+?): a gap/],
  ['shares', /^the (\d+) regional shares of (\S+) add up to more than 100$/],
  ['part', /^a part of (\S+) \((\S+), row (\d+)\) cannot be larger$/],
  ['unknown-name', /^"(.+?)" not defined in /],
  ['unknown-element', /^unknown element <(.+?)>; use one of (.+)$/],
  ['unknown-attribute', /^unknown attribute "(.+?)" of <(.+?)>; (.+)$/],
  ['not-closed', /^<(.+?)> is not closed$/],
  ['unknown-message', /has no message "(.+?)"/],
  ['contrast', /contrast/],
  ['form', /^expected (.+)$/],
];

/** The kind of a message; `other` with the message itself where it is none that we know. */
export function kindOf(message: string): DiagnosticCode {
  for (const [kind, pattern] of kinds) {
    const match = pattern.exec(message);
    if (match) return { kind, slots: match.slice(1) };
  }
  return { kind: 'other', slots: [message] };
}

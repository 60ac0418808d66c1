import { type FileProblem, inOneLine, type Sentences } from '../dataset/index.ts';

/** What can be wrong with the catalogue of messages, and the values that tell more than the place. */
export type MessagesValues = {
  not_utf8: Readonly<Record<never, never>>;
  separator: Readonly<Record<never, never>>;
  quotes: Readonly<Record<never, never>>;
  cells: { readonly expected: number; readonly found: number };
  messages_column: { readonly language: string };
  message_repeated: { readonly key: string };
  message_empty: { readonly key: string; readonly language: string };
  message_markup: { readonly key: string; readonly language: string };
  message_pattern: { readonly key: string; readonly language: string; readonly reason: string };
};

/** What can be wrong with the catalogue of messages. */
export type MessagesCode = keyof MessagesValues;

/** One thing that is wrong with the catalogue, as an author can find and mend it. */
export type MessagesProblem<Code extends MessagesCode = MessagesCode> = FileProblem<MessagesValues, Code>;

/** What should be there and how to get it, by code. */
export const messagesSentences: Sentences<MessagesValues> = {
  not_utf8: () => 'this letter is not in UTF-8; save the file as CSV in UTF-8',
  separator: () => 'separate the columns with commas',
  quotes: () => 'close every quotation mark; double those inside a cell',
  cells: ({ expected, found }) => `expected ${expected} cells, found ${found}; quote cells that contain a comma`,
  messages_column: ({ language }) => `there is no column ${language}; add it with its texts`,
  message_repeated: ({ key }) => `the key "${key}" stands here twice; keep one`,
  message_empty: ({ key, language }) => `"${key}" has no text in the column ${language}`,
  message_markup: ({ key, language }) => `"${key}" (${language}) must not contain <, > or &`,
  message_pattern: ({ key, language, reason }) => `"${key}" (${language}) is no ICU message: ${reason}`,
};

/** A catalogue of messages that cannot be used, with everything that is wrong with it. */
export class MessagesError extends Error {
  override readonly name = 'MessagesError';
  readonly problems: readonly MessagesProblem[];

  constructor(problems: readonly MessagesProblem[], options?: ErrorOptions) {
    super(problems.map((problem) => inOneLine(problem, 'row', messagesSentences)).join('\n'), options);
    this.problems = problems;
  }
}

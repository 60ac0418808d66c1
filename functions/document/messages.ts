import { TemplateError } from './template-error.ts';

/** A message of the catalogue: fills its slots and gives the text. */
export type Message = (slots: Readonly<Record<string, string | number>>) => string;

/** The messages of one language by key. */
export type Messages = Readonly<Record<string, Message>>;

/** The message with this key. Throws a {@link TemplateError} that names an unknown key. */
export function messageOf(catalogue: Messages, key: string): Message {
  const message = catalogue[key];
  if (!message) {
    const place = { file: 'templates/messages.csv', row: null, column: null, value: key };
    throw new TemplateError({ ...place, code: 'message_missing', values: { key } });
  }
  return message;
}

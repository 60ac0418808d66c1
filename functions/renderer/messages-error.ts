/** A message catalogue that cannot be used. The message gives the row of every problem. */
export class MessagesError extends Error {
  override readonly name = 'MessagesError';
}

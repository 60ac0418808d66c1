/** A catalogue of messages that cannot be used, with the row of every problem. */
export class MessagesError extends Error {
  override readonly name = 'MessagesError';
}

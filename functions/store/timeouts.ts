/** How long to wait for the store, in milliseconds. */
export interface Timeouts {
  /** For one attempt, before the next retry. */
  readonly attempt: number;
  /** For all attempts of one call to the store. After that the call fails. */
  readonly call: number;
}

/**
 * The timeouts of a function. The longest request waits for five calls one after another (two for published data that
 * passed other checks; look up, write, look up again) and renders a briefing in between. With these timeouts it ends
 * within the 28 seconds of the function, whatever the store does.
 */
export const lambdaTimeouts: Timeouts = { attempt: 1500, call: 3500 };

/** The timeouts of a command at a terminal, whose connection may be slow. */
export const terminalTimeouts: Timeouts = { attempt: 30_000, call: 90_000 };

/** The most attempts of a call. Between them is a random pause that grows. */
export const attempts = 3;

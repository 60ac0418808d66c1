/** How long an answer is waited for, in milliseconds. */
export interface Timeouts {
  /** For one attempt; what takes longer is tried again. */
  readonly attempt: number;
  /** For all attempts of one call to the store; then it is given up. */
  readonly call: number;
}

/**
 * That of a function. The longest request makes seven calls (three for published data; look, write, look again, sign)
 * and prints a briefing in between: it ends within the 28 seconds of the function, whatever the store does.
 */
export const lambdaTimeouts: Timeouts = { attempt: 1500, call: 3500 };

/** That of a person at a terminal, whose line may be slow. */
export const terminalTimeouts: Timeouts = { attempt: 30_000, call: 90_000 };

/** How often a call is tried; between attempts lies a random pause that grows. */
export const attempts = 3;

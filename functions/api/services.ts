import type { Production } from '../press/index.ts';

/** Where messages for operators go: one line of JSON each, with the facts that find them again. */
export interface Log {
  info(message: string, facts?: object): void;
  warn(message: string, facts?: object): void;
  error(message: string, facts?: object): void;
}

/** What the operations of the API work with. */
export interface Services extends Production {
  readonly now: () => Date;
  readonly logger: Log;
  /** The version of the code. */
  readonly version: string;
}

/** A log whose every line has some facts beside its own. */
export function tagged(log: Log, always: object): Log {
  return {
    info: (message, facts) => log.info(message, { ...always, ...facts }),
    warn: (message, facts) => log.warn(message, { ...always, ...facts }),
    error: (message, facts) => log.error(message, { ...always, ...facts }),
  };
}

import type { FindServices } from '../briefings/index.ts';
import type { ServedData } from '../publishing/index.ts';

/** A log for operators: one JSON line for each message, with facts to search by. */
export interface Log {
  info(message: string, facts?: object): void;
  warn(message: string, facts?: object): void;
  error(message: string, facts?: object): void;
}

/** What the operations of the API need. */
export interface Services extends FindServices {
  /** The state of the dataset among the published versions. */
  readonly data: Pick<ServedData, 'state' | 'withdrawn'>;
  /** The address before the paths of shares, without a slash at its end. */
  readonly shareAddress: string;
  /** When editions are published: a cron expression of EventBridge Scheduler, in the time of Minsk. */
  readonly schedule: string;
  readonly now: () => Date;
  readonly logger: Log;
  /** The version of the code. */
  readonly version: string;
}

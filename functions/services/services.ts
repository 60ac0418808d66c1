import type { RenderServices } from '../briefings/index.ts';
import type { ServedData } from '../publishing/index.ts';

/** Where messages for operators go: one line of JSON each, with the facts that find them again. */
export interface Log {
  info(message: string, facts?: object): void;
  warn(message: string, facts?: object): void;
  error(message: string, facts?: object): void;
}

/** What the operations of the API work with. */
export interface Services extends RenderServices {
  /** What the dataset is among the published versions. */
  readonly data: Pick<ServedData, 'state' | 'withdrawn'>;
  readonly now: () => Date;
  readonly logger: Log;
  /** The version of the code. */
  readonly version: string;
}

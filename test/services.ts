import { rendererVersionOf } from '../functions/assets/from-files.ts';
import { usualSchedule } from '../functions/briefings/index.ts';
import type { Log, Services } from '../functions/services/services.ts';
import { folderStore } from './folders.ts';
import { dataset, noon } from './package-files.ts';
import { renderer } from './renders.ts';

/** A log that keeps its entries. */
export class ListLog implements Log {
  readonly lines: string[] = [];
  info = (message: string, facts?: object) => this.keep('info', message, facts);
  warn = (message: string, facts?: object) => this.keep('warn', message, facts);
  error = (message: string, facts?: object) => this.keep('error', message, facts);

  private keep(level: string, message: string, facts: object = {}): void {
    this.lines.push(`${level} ${message} ${JSON.stringify(facts)}`);
  }
}

/** The services of all operations, over a store in a new folder. */
export async function servicesWith(changes: Partial<Services> = {}): Promise<Services & { readonly logger: ListLog }> {
  const now = changes.now ?? (() => noon);
  return {
    dataset,
    dataDigest: null,
    data: { state: 'current', withdrawn: [] },
    store: await folderStore(now),
    rendererVersion: rendererVersionOf('default'),
    loadRenderer: renderer,
    measure: () => {},
    shareAddress: 'https://share.example',
    schedule: usualSchedule,
    now,
    version: '1.2.3',
    ...changes,
    logger: new ListLog(),
  };
}

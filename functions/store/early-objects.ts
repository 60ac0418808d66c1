import type { ObjectStore } from './objects.ts';

/** Two views of a store, for one request. */
export interface EarlyObjects {
  /** For what will be asked: its calls begin now, and their outcomes wait. */
  readonly ahead: ObjectStore;
  /** For the request itself: what was asked ahead is not asked again. */
  readonly objects: ObjectStore;
}

/**
 * Opens a store so that a request can begin calls before it needs their answers. Each outcome is given once, to the same
 * call; that it failed too. A call that nobody needed in the end does no harm, because only reads can be begun.
 */
export function openEarly(store: ObjectStore): EarlyObjects {
  const begun = new Map<string, Promise<unknown>>();
  const begin = <T>(name: string, outcome: Promise<T>): Promise<T> => {
    outcome.catch(() => {}); // whoever asks for it is told
    begun.set(name, outcome);
    return outcome;
  };
  const take = <T>(name: string, ask: () => Promise<T>): Promise<T> => {
    const outcome = begun.get(name) as Promise<T> | undefined;
    begun.delete(name);
    return outcome ?? ask();
  };
  const rest: Omit<ObjectStore, 'get' | 'head' | 'list'> = {
    put: (...call) => store.put(...call),
    sign: (...call) => store.sign(...call),
    prepareLinks: (seconds) => store.prepareLinks(seconds),
    deadline: () => store.deadline(),
  };
  const nameOfGet = (path: string, etag = '') => `get ${path} ${etag}`;
  return {
    ahead: {
      ...rest,
      get: (...call) => begin(nameOfGet(call[0], call[1]), store.get(...call)),
      head: (...call) => begin(`head ${call[0]}`, store.head(...call)),
      list: (...call) => begin(`list ${call[0]}`, store.list(...call)),
    },
    objects: {
      ...rest,
      get: (...call) => take(nameOfGet(call[0], call[1]), () => store.get(...call)),
      head: (...call) => take(`head ${call[0]}`, () => store.head(...call)),
      list: (...call) => take(`list ${call[0]}`, () => store.list(...call)),
    },
  };
}

export { contentDisposition } from './content-disposition.ts';
export { FolderObjects } from './folder-objects.ts';
export { FolderStore } from './folder-store.ts';
export { makeFolder } from './make-folder.ts';
export type { ObjectStore, VersionedObject, WriteCondition } from './objects.ts';
export { verifyLink } from './signature.ts';
export {
  type BriefingFacts,
  type BriefingKey,
  type BriefingPage,
  type BriefingStore,
  briefingsPrefix,
  type DataFacts,
  keyOf,
  type LinkRequest,
  type ListRequest,
  pageOf,
  pathOf,
  type SignedLink,
  type StoredBriefing,
  StoreUnavailableError,
} from './store.ts';
export { attempts, lambdaTimeouts, type Timeouts, terminalTimeouts } from './timeouts.ts';

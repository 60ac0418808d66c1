export { contentDisposition } from './content-disposition.ts';
export { FolderObjects } from './folder-objects.ts';
export { FolderStore } from './folder-store.ts';
export { makeFolder } from './make-folder.ts';
export type { MarkedObject, ObjectStore, WriteCondition } from './objects.ts';
export { type Patience, terminalPatience, usualPatience } from './patience.ts';
export { verifyLink } from './signature.ts';
export {
  type BriefingFacts,
  type BriefingKey,
  type BriefingPage,
  type BriefingStore,
  briefingsPrefix,
  type DataFacts,
  keyOf,
  type ListRequest,
  pathOf,
  type SignedLink,
  type StoredBriefing,
  StoreUnavailableError,
} from './store.ts';

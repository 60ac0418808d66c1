export { type BriefingKey, briefingsPrefix, fileNameOf, keyOf, pathOf } from './briefing-key.ts';
export { BriefingStore, type DataFacts, type ListedBriefings, type StoredBriefing } from './briefing-store.ts';
export { contentDisposition } from './content-disposition.ts';
export { type EarlyObjects, openEarly } from './early-objects.ts';
export { FolderObjects } from './folder-objects.ts';
export { makeFolder } from './make-folder.ts';
export {
  type LinkRequest,
  type ListedObject,
  type LookUp,
  type ObjectDescription,
  type ObjectHead,
  type ObjectStore,
  type SignedLink,
  StoreUnavailableError,
  type VersionedObject,
  type WriteCondition,
} from './objects.ts';
export {
  type Form,
  type Format,
  formats,
  forms,
  fullPdf,
  mediaTypes,
  type Rendition,
  renditionOf,
  renditions,
} from './rendition.ts';
export { attempts, lambdaTimeouts, type Timeouts, terminalTimeouts } from './timeouts.ts';

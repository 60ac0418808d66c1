export { FolderStore } from './folder-store.ts';
export { verifyLink } from './signature.ts';
export {
  type BriefingFacts,
  type BriefingKey,
  type BriefingPage,
  type BriefingStore,
  type DataFacts,
  keyOf,
  type ListRequest,
  pathOf,
  type SignedLink,
  type StoredBriefing,
  StoreUnavailableError,
} from './store.ts';

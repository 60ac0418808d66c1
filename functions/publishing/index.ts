export {
  currentPointer,
  NoVersionError,
  PublishConflictError,
  type Published,
  publishPackage,
  rollBack,
} from './publish.ts';
export { type DataSources, PublishedData } from './published-data.ts';
export { DamagedVersionError, type Pointer, pointerPath, readVersion } from './versions.ts';

export { baseOf, withBase } from './base.ts';
export type { Move, RowCounts } from './moves.ts';
export { describeObjection, type Objection, objectionsTo } from './objections.ts';
export {
  type MoveOptions,
  NoVersionError,
  type Published,
  type PublishOptions,
  PublishRefusedError,
  publishPackage,
  type RollBackTarget,
  rollBack,
} from './publish.ts';
export { type DataSources, PublishedData, type ServedData } from './published-data.ts';
export { type Situation, situationOf, type VersionSources } from './situation.ts';
export {
  DamagedVersionError,
  type DataVersion,
  type FormerVersion,
  type Pointer,
  pointerPath,
  readVersion,
} from './versions.ts';
export { currentPointer, PublishConflictError } from './write-pointer.ts';

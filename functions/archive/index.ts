export { type ArchivedFile, ArchiveError, openZip } from './open-zip.ts';
export { zip } from './zip.ts';

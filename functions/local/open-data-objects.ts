import { openS3Objects } from '../s3/index.ts';
import { FolderObjects, type ObjectStore, terminalTimeouts } from '../store/index.ts';
import { localFolder } from './local-folder.ts';

/** Where published data are kept: in the S3 bucket that `BUCKET` names, else in the folder of this machine. */
export function openDataObjects(now: () => Date): ObjectStore {
  const { BUCKET: bucket } = process.env;
  return bucket ? openS3Objects(bucket, process.env, now, terminalTimeouts) : new FolderObjects(localFolder(), { now });
}

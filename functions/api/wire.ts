import { Logger } from '@aws-lambda-powertools/logger';
import { bundledPackage, openPress, pressDigest, version } from '#press';
import { PublishedData } from '../publishing/index.ts';
import { type BriefingStore, FolderObjects, FolderStore, type ObjectStore } from '../store/index.ts';
import { openS3Objects, openS3Store } from '../store/s3.ts';
import type { Log, Services } from './services.ts';

/**
 * Builds what the functions work with from the environment of the process, once when a process starts. Each request
 * gets the services as of then: with the data that are current.
 */
export function wireServices(environment: NodeJS.ProcessEnv = process.env): () => Promise<Services> {
  const now = () => new Date();
  const logger = structuredLog();
  const fixed = { store: openStore(environment, now), pressDigest, openPress, now, logger, version };
  const data = new PublishedData({
    objects: openObjects(environment, now),
    bundled: bundledPackage,
    now,
    refused: (error) => logger.error(publishedDataRefused, { error }),
  });
  return async () => ({ ...fixed, dataset: await data.current() });
}

/** The log line that operators are alarmed by: published data could not be used. */
export const publishedDataRefused = 'published data refused';

/** Logs as lines of JSON that CloudWatch can be asked about. */
function structuredLog(): Log {
  const logger = new Logger({ serviceName: 'gomel-briefing' });
  return {
    info: (message, facts = {}) => logger.info(message, facts as Record<string, unknown>),
    warn: (message, facts = {}) => logger.warn(message, facts as Record<string, unknown>),
    error: (message, facts = {}) => logger.error(message, facts as Record<string, unknown>),
  };
}

/** An S3 bucket where one is named, else a folder; a process with neither is not set up. */
export function openStore(environment: NodeJS.ProcessEnv, now: () => Date): BriefingStore {
  const { BUCKET: bucket, BRIEFINGS_FOLDER: folder, BRIEFINGS_ADDRESS: address = 'http://localhost' } = environment;
  if (bucket) return openS3Store(bucket, environment, now);
  if (folder) return new FolderStore(folder, { now, address: () => address });
  throw new Error('Set BUCKET to the name of an S3 bucket, or BRIEFINGS_FOLDER to a folder on this machine.');
}

/** Where published data are: in the bucket or the folder of the briefings. */
export function openObjects(environment: NodeJS.ProcessEnv, now: () => Date): ObjectStore {
  const { BUCKET: bucket, BRIEFINGS_FOLDER: folder } = environment;
  if (bucket) return openS3Objects(bucket, environment);
  if (folder) return new FolderObjects(folder, now);
  throw new Error('Set BUCKET to the name of an S3 bucket, or BRIEFINGS_FOLDER to a folder on this machine.');
}

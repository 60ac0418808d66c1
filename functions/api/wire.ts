import { Logger } from '@aws-lambda-powertools/logger';
import { bundledPackage, openPress, pressDigest, version } from '#press';
import { loadDataset } from '../dataset/index.ts';
import { type BriefingStore, FolderStore } from '../store/index.ts';
import { openS3Store } from '../store/s3.ts';
import type { Log, Services } from './services.ts';

/** Builds what the functions work with from the environment of the process; done once, when a process starts. */
export async function wireServices(environment: NodeJS.ProcessEnv = process.env): Promise<Services> {
  const now = () => new Date();
  const today = now().toISOString().slice(0, 10);
  return {
    dataset: loadDataset(await bundledPackage(), today),
    store: openStore(environment, now),
    pressDigest,
    openPress,
    now,
    logger: structuredLog(),
    version,
  };
}

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

import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { bundledDataset, loadRenderer, rendererVersion, version } from '#renderer';
import type { MeasureName, Measures } from '../briefings/index.ts';
import { PublishedData } from '../publishing/index.ts';
import { openS3Objects, openS3Store } from '../s3/index.ts';
import { type BriefingStore, FolderObjects, FolderStore, type ObjectStore } from '../store/index.ts';
import type { Log, Services } from './services.ts';

/**
 * Builds what the functions work with from the environment of the process, once when a process starts. Each request
 * gets the services as of then: with the data that are current.
 */
export function servicesFromEnvironment(environment: NodeJS.ProcessEnv = process.env): () => Promise<Services> {
  const now = () => new Date();
  // The stack sets its name: two stacks in one account are told apart.
  const service = environment.POWERTOOLS_SERVICE_NAME ?? 'gomel-briefing';
  const logger = structuredLog(service);
  const measure = structuredMetrics(service);
  const fixed = { store: openStore(environment, now), rendererVersion, loadRenderer, measure, now, logger, version };
  let refusals = 0;
  const data = new PublishedData({
    objects: openObjects(environment, now),
    bundled: bundledDataset,
    now,
    refused: (error) => {
      refusals += 1;
      measure({ DataRefused: 1 });
      logger.error('published data refused', { error });
    },
  });
  let isCold = true;
  let served: Services['dataset'] | undefined;
  return async () => {
    if (isCold) measure({ ColdStart: 1 });
    isCold = false;
    const before = refusals;
    const dataset = await data.current();
    // Current data that were read, when a process starts or others become current: the alarm of refused data is over.
    if (dataset !== served && refusals === before) measure({ DataRefused: 0 });
    served = dataset;
    return { ...fixed, dataset };
  };
}

/** Logs as lines of JSON that CloudWatch can be asked about. */
function structuredLog(serviceName: string): Log {
  const logger = new Logger({ serviceName });
  return {
    info: (message, facts = {}) => logger.info(message, facts as Record<string, unknown>),
    warn: (message, facts = {}) => logger.warn(message, facts as Record<string, unknown>),
    error: (message, facts = {}) => logger.error(message, facts as Record<string, unknown>),
  };
}

/** Measurements as lines of JSON that CloudWatch reads metrics from (its embedded metric format). */
function structuredMetrics(serviceName: string): (values: Measures) => void {
  const metrics = new Metrics({ namespace: 'gomel-briefing', serviceName });
  return (values) => {
    for (const [name, value] of Object.entries(values)) metrics.addMetric(name, unitOf(name as MeasureName), value);
    metrics.publishStoredMetrics();
  };
}

function unitOf(name: MeasureName) {
  if (name.endsWith('Time')) return MetricUnit.Milliseconds;
  return name.endsWith('Size') ? MetricUnit.Bytes : MetricUnit.Count;
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

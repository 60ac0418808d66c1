import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { bundledDataset, loadRenderer, rendererVersion, version } from '#renderer';
import type { MeasureName, Measures } from '../briefings/index.ts';
import { PublishedData, type ServedData } from '../publishing/index.ts';
import { openS3Objects } from '../s3/index.ts';
import { BriefingStore, FolderObjects, type ObjectStore } from '../store/index.ts';
import type { Log, Services } from './services.ts';

/** Gives the services of a process as of now: with the data that are current. */
export interface ServiceSource {
  /** For answers to readers: older data serve where the store does not answer, and the services say so. */
  serving(): Promise<Services>;
  /** For what is made unattended. Throws a `StoreUnavailableError` where the current data cannot be read. */
  required(): Promise<Services>;
}

/** Builds what the functions work with from the environment of the process, once when a process starts. */
export function servicesFromEnvironment(environment: NodeJS.ProcessEnv = process.env): ServiceSource {
  const now = () => new Date();
  // The stack sets its name: two stacks in one account are told apart.
  const service = environment.POWERTOOLS_SERVICE_NAME ?? 'gomel-briefing';
  const logger = structuredLog(service);
  const measure = structuredMetrics(service);
  const objects = openObjects(environment, now);
  const store = new BriefingStore(objects);
  const fixed = { store, rendererVersion, loadRenderer, measure, now, logger, version };
  const published = new PublishedData({
    objects,
    bundled: bundledDataset,
    now,
    refused: (error) => {
      measure({ DataRefused: 1 });
      logger.error('published data refused', { error });
    },
    unavailable: (error) => logger.warn('published data not read; older data serve', { error }),
  });
  let isCold = true;
  let last: ServedData | undefined;
  const servicesWith = (served: ServedData): Services => {
    const { dataset, digest, state, withdrawn } = served;
    if (isCold) measure({ ColdStart: 1 });
    isCold = false;
    // When a process starts or other data become current: the alarm of refused data is over.
    if (state === 'current' && (dataset !== last?.dataset || last.state !== state)) measure({ DataRefused: 0 });
    last = served;
    return { ...fixed, dataset, dataDigest: digest, data: { state, withdrawn } };
  };
  return {
    serving: async () => servicesWith(await published.serving()),
    required: async () => servicesWith(await published.required()),
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

/** Where briefings and data are: in an S3 bucket where one is named, else in a folder; with neither it throws. */
export function openObjects(environment: NodeJS.ProcessEnv, now: () => Date): ObjectStore {
  const { BUCKET: bucket, BRIEFINGS_FOLDER: folder, BRIEFINGS_ADDRESS: address = 'http://localhost' } = environment;
  if (bucket) return openS3Objects(bucket, environment, now);
  if (folder) return new FolderObjects(folder, { now, address: () => address });
  throw new Error('Set BUCKET to the name of an S3 bucket, or BRIEFINGS_FOLDER to a folder on this machine.');
}

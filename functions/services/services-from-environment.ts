import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { bundledDataset, checks, loadRenderer, rendererVersion, version } from '#renderer';
import { type MeasureName, type Measures, usualSchedule } from '../briefings/index.ts';
import { PublishedData, type ServedData } from '../publishing/index.ts';
import { openS3Objects } from '../s3/index.ts';
import { BriefingStore, FolderObjects, type ListedBriefings, type ObjectStore, openEarly } from '../store/index.ts';
import type { Log, Services } from './services.ts';

/** Gives the services of a process, with the data that are current now. */
export interface ServiceSource {
  /**
   * For one response to a reader. When the store does not answer, older data are used, and `data.state` says so. While
   * the store is asked which data are current, `begin` can begin what the response will need.
   */
  serving(begin?: Begin): Promise<Services>;
  /** For unattended runs. Throws a `StoreUnavailableError` when the current data cannot be read. */
  required(): Promise<Services>;
}

/**
 * Begins reads that a request will need, before it is known which data are current. What it asks of `ahead` waits in the
 * store of the request; `known` has the data that were current at the last request, null in a new process. It must not
 * throw.
 */
export type Begin = (ahead: BriefingStore, known: Services | null) => void;

/** Builds the services from the environment variables of the process, once at its start. */
export function servicesFromEnvironment(environment: NodeJS.ProcessEnv = process.env): ServiceSource {
  const now = () => new Date();
  // The stack sets its own name, so that metrics and logs of two stacks in one account can be distinguished.
  const service = environment.POWERTOOLS_SERVICE_NAME ?? 'gomel-briefing';
  const logger = structuredLog(service);
  const measure = structuredMetrics(service);
  const objects = openObjects(environment, now);
  const shareAddress = (environment.SHARE_ADDRESS ?? 'http://localhost').replace(/\/$/, '');
  const schedule = environment.SCHEDULE ?? usualSchedule;
  const fixed = { shareAddress, schedule, rendererVersion, loadRenderer, measure, now, logger, version };
  const published = new PublishedData({
    objects,
    bundled: bundledDataset,
    now,
    checks,
    refused: (error) => {
      measure({ DataRefused: 1 });
      logger.error('published data refused', { error });
    },
    unavailable: (error) => logger.warn('published data not read; older data serve', { error }),
  });
  let isCold = true;
  let last: ServedData | undefined;
  const servicesOf = ({ dataset, digest, state, withdrawn }: ServedData, store: BriefingStore): Services => {
    return { ...fixed, store, dataset, dataDigest: digest, data: { state, withdrawn } };
  };
  const listed: ListedBriefings = new Map();
  const servicesWith = (served: ServedData, store: BriefingStore): Services => {
    const { dataset, state } = served;
    if (isCold) measure({ ColdStart: 1 });
    isCold = false;
    // Reported when a process starts and when other data become current, so that the alarm for refused data ends.
    if (state === 'current' && (dataset !== last?.dataset || last.state !== state)) measure({ DataRefused: 0 });
    last = served;
    return servicesOf(served, store);
  };
  return {
    serving: async (begin = () => {}) => {
      const early = openEarly(objects);
      const ahead = new BriefingStore(early.ahead, listed);
      const served = published.serving();
      begin(ahead, last ? servicesOf(last, ahead) : null);
      return servicesWith(await served, new BriefingStore(early.objects, listed));
    },
    required: async () => servicesWith(await published.required(), new BriefingStore(objects, listed)),
  };
}

/** A log of JSON lines, which CloudWatch can query. */
function structuredLog(serviceName: string): Log {
  const logger = new Logger({ serviceName });
  return {
    info: (message, facts = {}) => logger.info(message, facts as Record<string, unknown>),
    warn: (message, facts = {}) => logger.warn(message, facts as Record<string, unknown>),
    error: (message, facts = {}) => logger.error(message, facts as Record<string, unknown>),
  };
}

/** Metrics as JSON lines in CloudWatch's embedded metric format. */
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

/** Opens the objects of the S3 bucket `BUCKET`, else of the folder `BRIEFINGS_FOLDER`. Throws when neither is set. */
function openObjects(environment: NodeJS.ProcessEnv, now: () => Date): ObjectStore {
  const { BUCKET: bucket, BRIEFINGS_FOLDER: folder, BRIEFINGS_ADDRESS: address = 'http://localhost' } = environment;
  if (bucket) return openS3Objects(bucket, environment, now);
  if (folder) return new FolderObjects(folder, { now, address: () => address });
  throw new Error('Set BUCKET to the name of an S3 bucket, or BRIEFINGS_FOLDER to a folder on this machine.');
}

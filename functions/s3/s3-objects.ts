import { GetObjectCommand, PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import {
  type ObjectStore,
  StoreUnavailableError,
  type Timeouts,
  type VersionedObject,
  type WriteCondition,
} from '../store/index.ts';
import { isListed } from './is-listed.ts';

/** Keeps objects in an S3 bucket, by its conditional reads and writes. */
export class S3Objects implements ObjectStore {
  private readonly client: S3Client;
  private readonly bucket: string;
  private readonly timeouts: Timeouts;

  constructor(client: S3Client, bucket: string, timeouts: Timeouts) {
    this.client = client;
    this.bucket = bucket;
    this.timeouts = timeouts;
  }

  async get(path: string, knownEtag?: string): Promise<VersionedObject | 'unchanged' | null> {
    const abortSignal = AbortSignal.timeout(this.timeouts.call);
    const known = knownEtag === undefined ? {} : { IfNoneMatch: knownEtag };
    try {
      const command = new GetObjectCommand({ Bucket: this.bucket, Key: path, ...known });
      const { Body: body, ETag: etag } = await this.client.send(command, { abortSignal });
      if (!body || !etag) throw new Error('the answer has no body or no ETag');
      return { bytes: await body.transformToByteArray(), etag };
    } catch (error) {
      if (statusOf(error) === 304) return 'unchanged';
      if (statusOf(error) === 404 || (await this.isMissing(path, error, abortSignal))) return null;
      throw unavailable('read', error);
    }
  }

  /** True when a refusal means that nothing is there. */
  private async isMissing(path: string, error: unknown, abortSignal: AbortSignal): Promise<boolean> {
    if (statusOf(error) !== 403) return false;
    return !(await isListed(this.client, this.bucket, path, abortSignal).catch(() => true));
  }

  async put(path: string, bytes: Uint8Array, condition: WriteCondition): Promise<'written' | 'refused'> {
    const holds = condition.only === 'new' ? { IfNoneMatch: '*' } : { IfMatch: condition.etag };
    const command = new PutObjectCommand({ Bucket: this.bucket, Key: path, Body: bytes, ...holds });
    try {
      await this.client.send(command, { abortSignal: AbortSignal.timeout(this.timeouts.call) });
      return 'written';
    } catch (error) {
      const status = statusOf(error);
      if (status === 409 || status === 412 || (status === 404 && condition.only === 'unchanged')) return 'refused';
      throw unavailable('write', error);
    }
  }
}

function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
}

function unavailable(what: string, cause: unknown): StoreUnavailableError {
  return new StoreUnavailableError(`the store did not ${what}`, { cause });
}

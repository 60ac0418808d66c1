import { setTimeout as pause } from 'node:timers/promises';
import {
  GetObjectCommand,
  HeadObjectCommand,
  type _Object as ListedByS3,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import {
  attempts,
  contentDisposition,
  type LinkRequest,
  type ListedObject,
  type LookUp,
  type ObjectDescription,
  type ObjectHead,
  type ObjectStore,
  type SignedLink,
  StoreUnavailableError,
  type Timeouts,
  type VersionedObject,
  type WriteCondition,
} from '../store/index.ts';
import type { LinkSigner } from './link-signer.ts';

/** Options of {@link S3Objects}. */
export interface S3ObjectsOptions {
  readonly client: S3Client;
  readonly bucket: string;
  readonly signer: LinkSigner;
  readonly timeouts: Timeouts;
  /** The clock of S3. */
  readonly now: () => Date;
}

/**
 * Keeps objects in an S3 bucket, with conditional reads and writes. The facts of an object are in its metadata, and its
 * date, because the answer to a write does not tell the one that S3 gives it. Each call is tried a few times and fails
 * after its timeout.
 */
export class S3Objects implements ObjectStore {
  private readonly client: S3Client;
  private readonly bucket: string;
  private readonly signer: LinkSigner;
  private readonly timeouts: Timeouts;
  private readonly now: () => Date;

  constructor({ client, bucket, signer, timeouts, now }: S3ObjectsOptions) {
    this.client = client;
    this.bucket = bucket;
    this.signer = signer;
    this.timeouts = timeouts;
    this.now = now;
  }

  async get(path: string, knownEtag?: string, lookUp: LookUp = {}): Promise<VersionedObject | 'unchanged' | null> {
    const { likelyMissing = false, signal: abortSignal = this.deadline() } = lookUp;
    const listed = likelyMissing ? this.isListed(path, abortSignal) : null;
    const known = knownEtag === undefined ? {} : { IfNoneMatch: knownEtag };
    try {
      const command = new GetObjectCommand({ Bucket: this.bucket, Key: path, ...known });
      const { Body: body, ETag: etag } = await this.client.send(command, { abortSignal });
      if (!body || !etag) throw new Error('the answer has no body or no ETag');
      return { bytes: await body.transformToByteArray(), etag };
    } catch (error) {
      if (statusOf(error) === 304) return 'unchanged';
      if (await isMissing(error, () => listed ?? this.isListed(path, abortSignal))) return null;
      throw unavailable('read', error);
    }
  }

  /** Writes with `If-None-Match: *` or `If-Match`, so that only one of several writers succeeds. */
  async put(
    path: string,
    bytes: Uint8Array,
    condition: WriteCondition,
    description?: ObjectDescription,
  ): Promise<Date | 'refused'> {
    const abortSignal = this.deadline();
    const isNew = condition.only === 'new';
    const created = this.now();
    const input = {
      Bucket: this.bucket,
      Key: path,
      Body: bytes,
      ...(isNew ? { IfNoneMatch: '*' } : { IfMatch: condition.etag }),
      ...(description && { ContentType: description.contentType }),
      Metadata: {
        created: created.toISOString(),
        ...(description && { facts: encodeURIComponent(description.facts) }),
      },
    };
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.client.send(new PutObjectCommand(input), { abortSignal });
        return created;
      } catch (error) {
        const status = statusOf(error);
        if (status === 412) return 'refused';
        if (!isNew && (status === 404 || status === 409)) return 'refused';
        // 409: another write is in progress. It may still fail, so S3 asks for a retry.
        if (status !== 409 || attempt === attempts) throw unavailable('write', error);
        await pause(Math.random() * 100 * 2 ** attempt);
      }
    }
  }

  async head(path: string, lookUp: LookUp = {}): Promise<ObjectHead | null> {
    const { likelyMissing = false, signal: abortSignal = this.deadline() } = lookUp;
    const listed = likelyMissing ? this.isListed(path, abortSignal) : null;
    const command = new HeadObjectCommand({ Bucket: this.bucket, Key: path });
    try {
      const output = await this.client.send(command, { abortSignal });
      const { ContentLength: bytes, LastModified: modified, Metadata: { facts, created: kept } = {} } = output;
      // Objects of earlier releases have only the date that S3 gave them.
      const created = kept === undefined ? modified : new Date(kept);
      if (bytes === undefined || created === undefined) throw new Error('the answer has no length or no date');
      return { bytes, created, facts: facts === undefined ? null : decodeURIComponent(facts) };
    } catch (error) {
      if (await isMissing(error, () => listed ?? this.isListed(path, abortSignal))) return null;
      throw unavailable('read', error);
    }
  }

  async list(prefix: string, abortSignal = this.deadline()): Promise<readonly ListedObject[]> {
    const listed: ListedObject[] = [];
    let token: string | undefined;
    do {
      const command = new ListObjectsV2Command({ Bucket: this.bucket, Prefix: prefix, ContinuationToken: token });
      const output = await this.client.send(command, { abortSignal }).catch((error: unknown) => {
        throw unavailable('list', error);
      });
      // A response that lost its body parses as an empty list. A real list always has IsTruncated.
      if (output.IsTruncated === undefined) throw unavailable('list', new Error('the answer is no list'));
      listed.push(...(output.Contents ?? []).flatMap(listedObject));
      token = output.NextContinuationToken;
    } while (token);
    return listed;
  }

  async sign(
    path: string,
    { expiresInSeconds, fileName, contentType, requestId }: LinkRequest & Pick<ObjectDescription, 'contentType'>,
  ): Promise<SignedLink> {
    const { client, expiration, now } = await this.signer.session(expiresInSeconds);
    const wanted = new Date(Math.floor(now.getTime() / 1000) * 1000 + expiresInSeconds * 1000);
    const expiresAt = expiration && expiration < wanted ? expiration : wanted;
    const command = new GetObjectCommand({
      Bucket: this.bucket,
      Key: path,
      ResponseContentDisposition: contentDisposition(fileName),
      ResponseContentType: contentType,
    });
    // S3 ignores parameters that begin with "x-" and not with "x-amz-", and writes them into its access log.
    const named = requestId === undefined ? {} : { 'x-request-id': requestId };
    command.middlewareStack.add(
      (next) => (args) => {
        Object.assign((args.request as { readonly query: object }).query, named);
        return next(args);
      },
      { step: 'build' },
    );
    const url = await getSignedUrl(client, command, { expiresIn: expiresInSeconds, signingDate: now });
    return { url, expiresAt };
  }

  prepareLinks(expiresInSeconds: number): void {
    this.signer.prepare(expiresInSeconds);
  }

  deadline(): AbortSignal {
    return AbortSignal.timeout(this.timeouts.call);
  }

  /** Whether the list of the bucket has an object; true when it cannot be read. */
  private async isListed(path: string, abortSignal: AbortSignal): Promise<boolean> {
    const command = new ListObjectsV2Command({ Bucket: this.bucket, Prefix: path, MaxKeys: 1 });
    try {
      const { Contents: found = [] } = await this.client.send(command, { abortSignal });
      return found.some(({ Key }) => Key === path);
    } catch {
      return true;
    }
  }
}

/** The ETag follows from the content alone, and the date is that of the last write. */
function listedObject({ Key, ETag, LastModified }: ListedByS3): readonly ListedObject[] {
  if (Key === undefined) return [];
  return [{ path: Key, version: ETag && LastModified ? `${ETag} ${LastModified.toISOString()}` : null }];
}

/**
 * Whether an error means that the object does not exist. S3 answers 403 in place of 404 if the caller may list only a
 * prefix of the bucket, as our functions may. Then only a list can tell the difference.
 */
async function isMissing(error: unknown, isListed: () => Promise<boolean>): Promise<boolean> {
  return statusOf(error) === 403 ? !(await isListed()) : statusOf(error) === 404;
}

function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
}

/** An error that says what failed. The cause is for the log; the message has no keys or bucket names. */
function unavailable(what: string, cause: unknown): StoreUnavailableError {
  return new StoreUnavailableError(`the store did not ${what}`, { cause });
}

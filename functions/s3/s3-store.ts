import { setTimeout as pause } from 'node:timers/promises';
import {
  GetObjectCommand,
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import {
  attempts,
  type BriefingFacts,
  type BriefingKey,
  type BriefingPage,
  type BriefingStore,
  briefingsPrefix,
  contentDisposition,
  keyOf,
  type LinkRequest,
  type ListRequest,
  pageOf,
  pathOf,
  type SignedLink,
  type StoredBriefing,
  StoreUnavailableError,
  type Timeouts,
} from '../store/index.ts';
import { isListed } from './is-listed.ts';
import type { LinkSigner } from './link-signer.ts';

/** How many briefings of a list are looked up at the same time. */
const lookups = 10;

/** Keeps briefings in an S3 bucket. Each call tries a few times and gives up after its timeout. */
export class S3Store implements BriefingStore {
  private readonly client: S3Client;
  private readonly bucket: string;
  private readonly signer: LinkSigner;
  private readonly timeouts: Timeouts;

  constructor(client: S3Client, bucket: string, signer: LinkSigner, timeouts: Timeouts) {
    this.client = client;
    this.bucket = bucket;
    this.signer = signer;
    this.timeouts = timeouts;
  }

  /** Writes with `If-None-Match: *`: of several writers one wins, and the others learn that it is there. */
  async put(key: BriefingKey, pdf: Uint8Array, facts: BriefingFacts): Promise<'created' | 'existed'> {
    const abortSignal = this.deadline();
    const input = {
      Bucket: this.bucket,
      Key: pathOf(key),
      Body: pdf,
      ContentType: 'application/pdf',
      IfNoneMatch: '*',
      Metadata: { facts: encodeURIComponent(JSON.stringify(facts)) },
    };
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.client.send(new PutObjectCommand(input), { abortSignal });
        return 'created';
      } catch (error) {
        if (statusOf(error) === 412) return 'existed';
        // 409: another writer has not finished; S3 asks to try again.
        if (statusOf(error) !== 409 || attempt === attempts) throw unavailable('write', error);
        await pause(Math.random() * 100 * 2 ** attempt);
      }
    }
  }

  head(key: BriefingKey): Promise<StoredBriefing | null> {
    return this.lookUp(key, this.deadline());
  }

  async list(request: ListRequest): Promise<BriefingPage> {
    const deadline = this.deadline();
    const { taken, next } = pageOf(await this.paths(request, deadline), request);
    const keys = taken.flatMap((path) => keyOf(path) ?? []);
    const briefings: StoredBriefing[] = [];
    for (let at = 0; at < keys.length; at += lookups) {
      const found = await Promise.all(keys.slice(at, at + lookups).map((key) => this.lookUp(key, deadline)));
      briefings.push(...found.filter((briefing) => briefing !== null));
    }
    return { briefings, next };
  }

  async link(key: BriefingKey, { expiresInSeconds, fileName }: LinkRequest): Promise<SignedLink> {
    const { client, expiration, now } = await this.signer.session(expiresInSeconds);
    const wanted = new Date(Math.floor(now.getTime() / 1000) * 1000 + expiresInSeconds * 1000);
    const expiresAt = expiration && expiration < wanted ? expiration : wanted;
    const command = new GetObjectCommand({
      Bucket: this.bucket,
      Key: pathOf(key),
      ResponseContentDisposition: contentDisposition(fileName),
      ResponseContentType: 'application/pdf',
    });
    const url = await getSignedUrl(client, command, { expiresIn: expiresInSeconds, signingDate: now });
    return { url, expiresAt };
  }

  private async lookUp(key: BriefingKey, abortSignal: AbortSignal): Promise<StoredBriefing | null> {
    const command = new HeadObjectCommand({ Bucket: this.bucket, Key: pathOf(key) });
    try {
      return storedBriefing(key, await this.client.send(command, { abortSignal }));
    } catch (error) {
      if (statusOf(error) === 404 || (await this.isMissing(key, error, abortSignal))) return null;
      throw unavailable('read', error);
    }
  }

  /** True when a refusal means that nothing is there. */
  private async isMissing(key: BriefingKey, error: unknown, abortSignal: AbortSignal): Promise<boolean> {
    if (statusOf(error) !== 403) return false;
    return !(await isListed(this.client, this.bucket, pathOf(key), abortSignal).catch(() => true));
  }

  /** The paths under the prefix of the request. */
  private async paths({ edition, language }: ListRequest, abortSignal: AbortSignal): Promise<readonly string[]> {
    const prefix = `${briefingsPrefix}${edition ? `${edition}/${language ? `${language}/` : ''}` : ''}`;
    const paths: string[] = [];
    let token: string | undefined;
    do {
      const command = new ListObjectsV2Command({ Bucket: this.bucket, Prefix: prefix, ContinuationToken: token });
      const output = await this.client.send(command, { abortSignal }).catch((error: unknown) => {
        throw unavailable('list', error);
      });
      // An answer that was lost on the way reads as an empty list; a list always says whether it goes on.
      if (output.IsTruncated === undefined) throw unavailable('list', new Error('the answer is no list'));
      paths.push(...(output.Contents ?? []).flatMap(({ Key }) => Key ?? []));
      token = output.NextContinuationToken;
    } while (token);
    return paths;
  }

  private deadline(): AbortSignal {
    return AbortSignal.timeout(this.timeouts.call);
  }
}

/** What an answer tells of a briefing; null for an object that was not put there by a store. */
function storedBriefing(key: BriefingKey, output: HeadObjectCommandOutput): StoredBriefing | null {
  const { ContentLength: bytes, LastModified: created, Metadata: { facts } = {} } = output;
  if (bytes === undefined || created === undefined) throw new Error('the answer has no length or no date');
  return facts === undefined
    ? null
    : { key, bytes, created, ...(JSON.parse(decodeURIComponent(facts)) as BriefingFacts) };
}

function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
}

/** Says what failed and keeps why for the log; keys and buckets stay out of the message. */
function unavailable(what: string, cause: unknown): StoreUnavailableError {
  return new StoreUnavailableError(`the store did not ${what}`, { cause });
}

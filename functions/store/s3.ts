import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';
import { OwnSigner, RoleSigner } from './link-signer.ts';
import type { ObjectStore } from './objects.ts';
import { S3Objects } from './s3-objects.ts';
import { S3Store } from './s3-store.ts';
import type { BriefingStore } from './store.ts';

/**
 * Opens the store in an S3 bucket. With `LINK_ROLE_ARN` links are signed by sessions of that role, whose end is known;
 * with an endpoint of one's own (`AWS_ENDPOINT_URL_S3` or `AWS_ENDPOINT_URL`) buckets stand in the path.
 */
export function openS3Store(bucket: string, environment: NodeJS.ProcessEnv, now: () => Date): BriefingStore {
  const config = configOf(environment);
  const client = new S3Client(config);
  const { LINK_ROLE_ARN: role } = environment;
  const signer = role ? new RoleSigner(new STSClient({}), role, config, now) : new OwnSigner(client, now);
  return new S3Store(client, bucket, signer);
}

/** Opens the objects of an S3 bucket: what is not a briefing. */
export function openS3Objects(bucket: string, environment: NodeJS.ProcessEnv): ObjectStore {
  return new S3Objects(new S3Client(configOf(environment)), bucket);
}

function configOf(environment: NodeJS.ProcessEnv): S3ClientConfig {
  const ownEndpoint = environment.AWS_ENDPOINT_URL_S3 ?? environment.AWS_ENDPOINT_URL;
  return {
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 2000, requestTimeout: 5000 },
    ...(ownEndpoint ? { forcePathStyle: true } : {}),
  };
}

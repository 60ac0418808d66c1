import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished, vi } from 'vitest';
import { openS3Store } from '../../functions/store/s3.ts';
import { BucketServer, rootKey } from './bucket-server.ts';

/** The role whose sessions sign links. */
export const linkRole = 'arn:aws:iam::123456789012:role/links';

/** Starts a server on a free port of this machine and gives its address; it ends with the test. */
export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The variables of a process whose AWS is at an address. */
export function awsAt(address: string): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL: address,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: rootKey.accessKeyId,
    AWS_SECRET_ACCESS_KEY: rootKey.secretAccessKey,
    LINK_ROLE_ARN: linkRole,
  };
}

/** An S3 of its own for a test, and a store over it that signs links with sessions. */
export async function bucketStore(now: () => Date = () => new Date()) {
  const bucket = new BucketServer();
  const address = await listening(bucket.listen());
  return { bucket, address, store: storeAt(address, now) };
}

/** A store over the AWS at an address. */
export function storeAt(address: string, now: () => Date, ...patience: [] | [{ attempt: number; call: number }]) {
  const environment = awsAt(address);
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  return openS3Store('bucket', environment, now, ...patience);
}

import type { Server } from 'node:http';
import { onTestFinished, vi } from 'vitest';
import { openS3Objects } from '../../functions/s3/index.ts';
import { BriefingStore, terminalTimeouts } from '../../functions/store/index.ts';
import { awsAt, BucketServer } from './bucket-server.ts';
import { open } from './open.ts';

/** Starts a server that stops with the test, and gives its address. */
export async function listening(server: Server): Promise<string> {
  const { address, close } = await open(server);
  onTestFinished(close);
  return address;
}

/**
 * A new S3 for a test, and a store that uses it and signs links with sessions. It waits as a terminal does, because a busy
 * machine may take longer than a function would wait.
 */
export async function bucketStore(now: () => Date = () => new Date()) {
  const bucket = new BucketServer();
  const address = await listening(bucket.listen());
  return { bucket, address, store: storeAt(address, now, terminalTimeouts) };
}

/** A store that uses the AWS at an address. */
export function storeAt(address: string, now: () => Date, ...timeouts: [] | [{ attempt: number; call: number }]) {
  const environment = awsAt(address);
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  return new BriefingStore(openS3Objects('bucket', environment, now, ...timeouts));
}

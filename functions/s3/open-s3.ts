import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';
import { attempts, lambdaTimeouts, type ObjectStore, type Timeouts } from '../store/index.ts';
import { arnOfCaller } from './caller.ts';
import { OwnSigner, RoleSigner } from './link-signer.ts';
import { S3Objects } from './s3-objects.ts';

/**
 * Opens the objects of an S3 bucket. With `LINK_ROLE_ARN`, sessions of that role sign the links, because their expiry
 * is known. With a custom endpoint (`AWS_ENDPOINT_URL_S3` or `AWS_ENDPOINT_URL`), the bucket is in the path.
 */
export function openS3Objects(
  bucket: string,
  environment: NodeJS.ProcessEnv,
  now: () => Date,
  timeouts: Timeouts = lambdaTimeouts,
): ObjectStore {
  const config = configOf(environment, timeouts);
  const client = new S3Client(config);
  // The time of S3, from the offset that the SDK measures. S3 would refuse a link that was dated by a wrong local
  // clock.
  const storeTime = () => new Date(now().getTime() + client.config.systemClockOffset);
  const { LINK_ROLE_ARN: roleArn } = environment;
  const signer = roleArn
    ? new RoleSigner({ sts: openSts(environment, timeouts), roleArn, clientConfig: config, now: storeTime, timeouts })
    : new OwnSigner(client, storeTime);
  return new S3Objects({ client, bucket, signer, timeouts, now: storeTime });
}

/** The ARN of the credentials of an environment; see {@link arnOfCaller}. */
export function callerOf(environment: NodeJS.ProcessEnv, timeouts: Timeouts): Promise<string> {
  return arnOfCaller(openSts(environment, timeouts), timeouts);
}

function openSts(environment: NodeJS.ProcessEnv, timeouts: Timeouts): STSClient {
  const endpoint = environment.AWS_ENDPOINT_URL_STS ?? environment.AWS_ENDPOINT_URL;
  return new STSClient({ ...boundsOf(timeouts), ...(endpoint ? { endpoint } : {}) });
}

function configOf(environment: NodeJS.ProcessEnv, timeouts: Timeouts): S3ClientConfig {
  const ownEndpoint = environment.AWS_ENDPOINT_URL_S3 ?? environment.AWS_ENDPOINT_URL;
  return { ...boundsOf(timeouts), ...(ownEndpoint ? { endpoint: ownEndpoint, forcePathStyle: true } : {}) };
}

function boundsOf({ attempt }: Timeouts) {
  return {
    maxAttempts: attempts,
    retryMode: 'standard',
    // Without `throwOnRequestTimeout` the SDK only logs a warning when a response never comes.
    requestHandler: { connectionTimeout: attempt, requestTimeout: attempt, throwOnRequestTimeout: true },
  };
}

import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';

/**
 * Whether a list of the bucket has an object. S3 answers 403 instead of 404 for what is not there to those who may
 * list a prefix and not the whole bucket, as our functions may: then only a list can tell.
 */
export async function isListed(
  client: S3Client,
  bucket: string,
  path: string,
  abortSignal: AbortSignal,
): Promise<boolean> {
  const { Contents: found = [] } = await client.send(
    new ListObjectsV2Command({ Bucket: bucket, Prefix: path, MaxKeys: 1 }),
    { abortSignal },
  );
  return found.some(({ Key }) => Key === path);
}

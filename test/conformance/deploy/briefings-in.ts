import { keyOf } from '../../../functions/store/index.ts';
import type { AwsCli } from '../aws-cli.ts';

/** The paths of the briefings in a bucket, in every form and format. */
export async function briefingsIn(aws: AwsCli, bucket: string): Promise<readonly string[]> {
  const args = ['s3api', 'list-objects-v2', '--bucket', bucket, '--prefix', 'briefings/'];
  const { Contents: found = [] } = await aws.ask<{ readonly Contents?: readonly { readonly Key: string }[] }>(...args);
  return found.map(({ Key }) => Key).filter((path) => keyOf(path) !== null);
}

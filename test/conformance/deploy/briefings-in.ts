import type { AwsCli } from '../aws-cli.ts';

/** The paths of the PDFs in a bucket. */
export async function briefingsIn(aws: AwsCli, bucket: string): Promise<readonly string[]> {
  const args = ['s3api', 'list-objects-v2', '--bucket', bucket, '--prefix', 'briefings/'];
  const { Contents: found = [] } = await aws.ask<{ readonly Contents?: readonly { readonly Key: string }[] }>(...args);
  return found.map(({ Key }) => Key).filter((path) => path.endsWith('.pdf'));
}

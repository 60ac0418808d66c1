import type { AwsCli } from '../aws-cli.ts';
import type { Credentials } from '../local-aws.ts';

/** Creates a user with some policy statements; without any the user may do nothing. */
export async function makeUser(aws: AwsCli, name: string, ...statements: readonly object[]): Promise<Credentials> {
  await aws.ask('iam', 'create-user', '--user-name', name);
  if (statements.length > 0) {
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: statements });
    await aws.ask('iam', 'put-user-policy', '--user-name', name, '--policy-name', 'own', '--policy-document', policy);
  }
  const { AccessKey: key } = await aws.ask<{
    readonly AccessKey: { readonly AccessKeyId: string; readonly SecretAccessKey: string };
  }>('iam', 'create-access-key', '--user-name', name);
  return { id: key.AccessKeyId, secret: key.SecretAccessKey };
}

/** Creates a user with a policy of the stack. */
export async function makeUserWith(aws: AwsCli, name: string, policyArn: string): Promise<Credentials> {
  const credentials = await makeUser(aws, name);
  await aws.ask('iam', 'attach-user-policy', '--user-name', name, '--policy-arn', policyArn);
  return credentials;
}

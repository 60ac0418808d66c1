import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AwsCli } from '../aws-cli.ts';
import type { Credentials } from '../local-aws.ts';
import { runWell } from '../programs.ts';
import type { Deployment, Outputs } from './deployment.ts';

/** A call that a role tries, and how it must end: done, or refused with a code. */
type Attempt = readonly [sentence: string, call: readonly string[], ends: string];

/**
 * What the api function and the role that signs its links can really do, tried with the credentials that its running
 * container holds: S3 itself refuses all else.
 */
export async function tryRoles(deployment: Deployment, { BucketName: bucket }: Outputs, key: string) {
  const { checks, scratch: folder } = deployment;
  const probe = join(folder, 'probe');
  await writeFile(probe, 'probe');
  const inBucket = (name: string, path: string) => ['s3api', name, '--bucket', bucket, '--key', path];
  const put = (path: string) => [...inBucket('put-object', path), '--body', probe];
  const get = (path: string) => [...inBucket('get-object', path), join(folder, 'got')];
  const list = (prefix: string) => ['s3api', 'list-objects-v2', '--bucket', bucket, '--prefix', prefix];
  const onlyNew = ['--if-none-match', '*'];
  const { variables, credentials } = await runningFunction('GomelBriefing-ApiFunction');
  const api = deployment.as(credentials);
  const [topic] = (await deployment.aws.ask<Topics>('sns', 'list-topics')).Topics;
  const topicArn = topic?.TopicArn ?? '';
  await tryAll('the api function', api, checks, [
    ['writes a briefing where none is', [...put('briefings/probe/new'), ...onlyNew], 'done'],
    ['cannot write over a briefing', [...put(key), ...onlyNew], 'PreconditionFailed'],
    ['cannot write without saying so', put('briefings/probe/other'), 'AccessDenied'],
    ['cannot write data', [...put('data/current.json'), ...onlyNew], 'AccessDenied'],
    ['cannot delete a briefing', inBucket('delete-object', key), 'AccessDenied'],
    ['lists briefings', list('briefings/'), 'done'],
    ['cannot list the whole bucket', list(''), 'AccessDenied'],
    ['cannot read the results of a backfill', get('backfills/any'), 'AccessDenied'],
    ['cannot open the bucket', ['s3api', 'delete-public-access-block', '--bucket', bucket], 'AccessDenied'],
    ['cannot send notices', ['sns', 'publish', '--topic-arn', topicArn, '--message', 'x'], 'AuthorizationError'],
  ]);
  const session = await api.ask<{ readonly Credentials: Session }>(
    ...['sts', 'assume-role', '--role-arn', variables.LINK_ROLE_ARN ?? '', '--role-session-name', 'try'],
  );
  const { AccessKeyId: id, SecretAccessKey: secret, SessionToken: token } = session.Credentials;
  await tryAll('the signer of links', deployment.as({ id, secret, token }), checks, [
    ['reads a briefing', get(key), 'done'],
    ['cannot read data', get('data/current.json'), 'AccessDenied'],
    ['cannot write', [...put('briefings/probe/third'), ...onlyNew], 'AccessDenied'],
    ['cannot list', list('briefings/'), 'AccessDenied'],
  ]);
  await deployment.aws.ask(...inBucket('delete-object', 'briefings/probe/new'));
}

interface Topics {
  readonly Topics: readonly { readonly TopicArn: string }[];
}

interface Session {
  readonly AccessKeyId: string;
  readonly SecretAccessKey: string;
  readonly SessionToken: string;
}

async function tryAll(who: string, aws: AwsCli, checks: Deployment['checks'], attempts: readonly Attempt[]) {
  for (const [sentence, call, ends] of attempts) {
    const met = await aws.refusal(...call);
    checks.expect(`${who} ${sentence}${ends === 'done' ? '' : `: ${ends}`}`, met === ends, met);
  }
}

/** The environment of a function's container and the credentials in it, which are those of its role. */
async function runningFunction(name: string) {
  const ids = (await runWell('docker', ['ps', '--quiet'])).split('\n').filter(Boolean);
  const told = JSON.parse(await runWell('docker', ['inspect', ...ids])) as readonly {
    readonly Config: { readonly Env: readonly string[] };
  }[];
  const environments = told.map(({ Config }) =>
    Object.fromEntries(Config.Env.map((line) => [line.slice(0, line.indexOf('=')), line.replace(/^[^=]*=/, '')])),
  );
  const variables = environments.find((found) => found.AWS_LAMBDA_FUNCTION_NAME?.startsWith(name));
  if (!variables) throw new Error(`no container runs ${name}`);
  const { AWS_ACCESS_KEY_ID: id = '', AWS_SECRET_ACCESS_KEY: secret = '', AWS_SESSION_TOKEN: token = '' } = variables;
  const credentials: Credentials = { id, secret, token };
  return { variables, credentials };
}

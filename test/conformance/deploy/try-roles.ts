import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AwsCli } from '../aws-cli.ts';
import type { Credentials } from '../local-aws.ts';
import { runWell } from '../programs.ts';
import type { Deployment, Outputs } from './deployment.ts';
import { makeUser } from './make-user.ts';

/** A call that a role or a person tries, and its expected end: done, or refused with an error code. */
export type Attempt = readonly [sentence: string, call: readonly string[], ends: string];

/**
 * Tries what the API function and the role for links can really do, with the credentials of the running container. S3
 * itself must refuse everything else.
 */
export async function tryRoles(deployment: Deployment, outputs: Outputs, key: string) {
  const { checks, scratch: folder } = deployment;
  const { BucketName: bucket, ReadersTopicArn: topicArn } = outputs;
  const probe = join(folder, 'probe');
  await writeFile(probe, 'probe');
  const inBucket = (name: string, path: string) => ['s3api', name, '--bucket', bucket, '--key', path];
  const put = (path: string) => [...inBucket('put-object', path), '--body', probe];
  const get = (path: string) => [...inBucket('get-object', path), join(folder, 'got')];
  const list = (prefix: string) => ['s3api', 'list-objects-v2', '--bucket', bucket, '--prefix', prefix];
  const onlyNew = ['--if-none-match', '*'];
  const { variables, credentials } = await runningFunction('GomelBriefing-ApiFunction');
  const api = deployment.as(credentials);
  await tryAll('the api function', api, checks, [
    ['writes a briefing where none is', [...put(probeKey), ...onlyNew], 'done'],
    ['cannot write over a briefing', [...put(key), ...onlyNew], 'PreconditionFailed'],
    ['cannot write without saying so', put(`${probeKey}.other.pdf`), 'AccessDenied'],
    ['cannot note that a notice was sent', [...put('briefings/2000-01/notice/sent.json'), ...onlyNew], 'AccessDenied'],
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
    ['cannot write', [...put(`${probeKey}.third.pdf`), ...onlyNew], 'AccessDenied'],
    ['cannot list', list('briefings/'), 'AccessDenied'],
  ]);
  const everything = {
    Effect: 'Allow',
    Action: 's3:*',
    Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
  };
  const administrator = deployment.as(await makeUser(deployment.aws, 'administrator', everything));
  const { VersionId: version } = await deployment.aws.ask<{ readonly VersionId: string }>(
    ...inBucket('head-object', probeKey),
  );
  await tryAll('an administrator', administrator, checks, [
    ['cannot write over a briefing', put(key), 'AccessDenied'],
    ['cannot write over a version of the data', put('data/versions/probe/areas.csv'), 'AccessDenied'],
    [
      'cannot delete a version of a briefing',
      [...inBucket('delete-object', probeKey), '--version-id', version],
      'AccessDenied',
    ],
    ['can take a briefing away, of which its version stays', inBucket('delete-object', probeKey), 'done'],
  ]);
}

/** The key of a briefing that does not exist. */
const probeKey = 'briefings/2000-01/en/probe.pdf';

interface Session {
  readonly AccessKeyId: string;
  readonly SecretAccessKey: string;
  readonly SessionToken: string;
}

/** Makes each attempt, and expects its end. */
export async function tryAll(who: string, aws: AwsCli, checks: Deployment['checks'], attempts: readonly Attempt[]) {
  for (const [sentence, call, ends] of attempts) {
    const met = await aws.refusal(...call);
    checks.expect(`${who} ${sentence}${ends === 'done' ? '' : `: ${ends}`}`, met === ends, met);
  }
}

/** The environment of a function's container, with the credentials of its role. */
async function runningFunction(name: string) {
  const ids = (await runWell('docker', ['ps', '--quiet'])).split('\n').filter(Boolean);
  const containers = JSON.parse(await runWell('docker', ['inspect', ...ids])) as readonly {
    readonly Config: { readonly Env: readonly string[] };
  }[];
  const environments = containers.map(({ Config }) =>
    Object.fromEntries(Config.Env.map((line) => [line.slice(0, line.indexOf('=')), line.replace(/^[^=]*=/, '')])),
  );
  const variables = environments.find((found) => found.AWS_LAMBDA_FUNCTION_NAME?.startsWith(name));
  if (!variables) throw new Error(`no container runs ${name}`);
  const { AWS_ACCESS_KEY_ID: id = '', AWS_SECRET_ACCESS_KEY: secret = '', AWS_SESSION_TOKEN: token = '' } = variables;
  const credentials: Credentials = { id, secret, token };
  return { variables, credentials };
}

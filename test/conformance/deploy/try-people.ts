import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Credentials, credentialVariables } from '../local-aws.ts';
import type { Deployment, Outputs } from './deployment.ts';
import { makeUserWith } from './make-user.ts';
import { tryAll } from './try-roles.ts';

/**
 * Tries the policies of the stack for people, each with the work of another. What editors do with data is tried where data
 * are published, and what readers do where the API is.
 */
export async function tryPeople(deployment: Deployment, outputs: Outputs, editor: Credentials): Promise<void> {
  const { checks, aws, scratch: folder } = deployment;
  const { BucketName: bucket, MonthlyFunctionName: monthly, BackfillArn: machine, DeadLettersUrl: queue } = outputs;
  const probe = join(folder, 'probe');
  await writeFile(probe, 'probe');
  const inBucket = (name: string, path: string) => ['s3api', name, '--bucket', bucket, '--key', path];
  const put = (path: string) => [...inBucket('put-object', path), '--body', probe, '--if-none-match', '*'];
  const get = (path: string) => [...inBucket('get-object', path), join(folder, 'got')];
  const invoke = ['lambda', 'invoke', '--function-name', monthly, '--payload', '{"task":"watch"}', '/dev/null'];
  const reader = await makeUserWith(aws, 'another-reader', outputs.ReaderPolicyArn);
  await tryAll('a reader', deployment.as(reader), checks, [
    ['cannot read data', get('data/current.json'), 'AccessDenied'],
    ['cannot write data', put('data/versions/reader/areas.csv'), 'AccessDenied'],
    ['cannot invoke a function', invoke, 'AccessDeniedException'],
  ]);
  await tryAll('an editor', deployment.as(editor), checks, [
    ['reads the pointer', get('data/current.json'), 'done'],
    ['cannot write other objects beside the data', put('data/other.json'), 'AccessDenied'],
    ['cannot write a briefing', put('briefings/2000-01/en/editor.pdf'), 'AccessDenied'],
    ['cannot delete data', inBucket('delete-object', 'data/current.json'), 'AccessDenied'],
    ['cannot invoke a function', invoke, 'AccessDeniedException'],
  ]);
  const operator = await makeUserWith(aws, 'operator', outputs.OperatorPolicyArn);
  await tryAll('an operator', deployment.as(operator), checks, [
    ['invokes the monthly function', invoke, 'done'],
    ['looks into the dead letters', ['sqs', 'get-queue-attributes', '--queue-url', queue], 'done'],
    ['lists backfills', ['stepfunctions', 'list-executions', '--state-machine-arn', machine], 'done'],
    ['cannot write data', put('data/versions/operator/areas.csv'), 'AccessDenied'],
    ['cannot write a briefing', put('briefings/2000-01/en/operator.pdf'), 'AccessDenied'],
    ['cannot delete a briefing', inBucket('delete-object', 'briefings/2000-01/en/probe.pdf'), 'AccessDenied'],
  ]);
  const variables = { ...credentialVariables(operator), BACKFILL_ARN: machine };
  const run = await deployment.script('backfill', ['--from', '2021-07', '--to', '2021-07'], variables);
  checks.expect('an operator runs a backfill', run.code === 0, run);
}

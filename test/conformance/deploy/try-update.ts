import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Credentials } from '../local-aws.ts';
import { askSigned, type Briefing, jsonOf } from './call-api.ts';
import type { Deployment, Outputs } from './deployment.ts';
import { sha256 } from './try-api.ts';

/** Updates the stack in place, with another brand, another retention and the default schedule. */
export async function tryUpdate(
  deployment: Deployment,
  outputs: Outputs,
  editor: Credentials,
  before: { readonly briefing: Briefing; readonly key: string },
): Promise<void> {
  const { aws, checks, local } = deployment;
  const { BucketName: bucket } = outputs;
  const updated = await deployment.deploy(
    'architecture=x86_64',
    'protection=off',
    'brand=sozh-chamber',
    'retention=30',
  );
  checks.expect(
    'an update keeps the bucket and the address',
    JSON.stringify(updated) === JSON.stringify(outputs),
    updated,
  );
  const post = ['-X', 'POST', '-d', '{"edition":"2022-11","language":"ru"}'];
  const made = await askSigned(`${outputs.ApiUrl}/briefings`, local, editor, ...post);
  const { sha256: digest } = jsonOf<Briefing>(made);
  const isOther = made.status === 201 && digest !== before.briefing.sha256;
  checks.expect('the same request then makes the briefing of the other brand: 201', isOther, made.status);
  const file = join(deployment.scratch, 'before.pdf');
  await aws.ask('s3api', 'get-object', '--bucket', bucket, '--key', before.key, file);
  checks.expect('the briefing of before is kept', (await digestOf(file)) === before.briefing.sha256);
  const days = await aws.ask<readonly number[]>(
    ...[
      'logs',
      'describe-log-groups',
      '--query',
      "logGroups[?contains(logGroupName, 'GomelBriefing')].retentionInDays",
    ],
  );
  checks.expect('all logs are kept for 30 days', days.length === 6 && days.every((kept) => kept === 30), days);
  const names = await aws.ask<readonly string[]>('scheduler', 'list-schedules', '--query', 'Schedules[].Name');
  const expressionOf = (name: string) =>
    aws.ask<string>('scheduler', 'get-schedule', '--name', name, '--query', 'ScheduleExpression');
  const times = (await Promise.all(names.map(expressionOf))).toSorted();
  const isUsual = times.join() === 'cron(0 12 * * ? *),cron(0 8 1 * ? *)';
  checks.expect('the schedules are the usual ones', isUsual, times);
}

async function digestOf(file: string): Promise<string> {
  return sha256(await readFile(file));
}

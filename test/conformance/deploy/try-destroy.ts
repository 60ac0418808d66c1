import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askSigned, type Briefing } from './call-api.ts';
import type { Deployment, Outputs } from './deployment.ts';
import { sha256 } from './try-api.ts';

/** Runs `npx cdk destroy`: everything is deleted except the buckets and their contents. */
export async function tryDestroy(
  deployment: Deployment,
  outputs: Outputs,
  before: { readonly briefing: Briefing; readonly key: string },
): Promise<void> {
  const { aws, checks, local, scratch } = deployment;
  const { BucketName: bucket, ApiUrl: api } = outputs;
  const objects = () =>
    aws.ask<{ readonly Versions: readonly object[] }>('s3api', 'list-object-versions', '--bucket', bucket);
  const policy = () => aws.ask<{ readonly Policy: string }>('s3api', 'get-bucket-policy', '--bucket', bucket);
  const [held, ruled] = [(await objects()).Versions.length, (await policy()).Policy];
  await deployment.destroy();
  const left: Readonly<Record<string, readonly string[]>> = {
    functions: ['lambda', 'list-functions', '--query', 'Functions[].FunctionName'],
    schedules: ['scheduler', 'list-schedules', '--query', 'Schedules[].Name'],
    alarms: ['cloudwatch', 'describe-alarms', '--query', 'MetricAlarms[].AlarmName'],
    'state machines': ['stepfunctions', 'list-state-machines', '--query', 'stateMachines[].name'],
    topics: ['sns', 'list-topics', '--query', 'Topics[].TopicArn'],
    APIs: ['apigatewayv2', 'get-apis', '--query', 'Items[].ApiId'],
    roles: ['iam', 'list-roles', '--query', "Roles[?starts_with(RoleName, 'GomelBriefing')].RoleName"],
  };
  for (const [what, call] of Object.entries(left)) {
    const found = await aws.ask<readonly string[]>(...call);
    checks.expect(`destroyed: no ${what} are left`, found.length === 0, found);
  }
  const gone = await askSigned(`${api}/briefings`, local, local.root);
  checks.expect('the API is gone', gone.status >= 400, gone.status);
  const kept = (await objects()).Versions.length;
  checks.expect(
    `the bucket is retained with all it held: ${held} versions of objects`,
    kept === held && held > 0,
    kept,
  );
  const file = join(scratch, 'after.pdf');
  await aws.ask('s3api', 'get-object', '--bucket', bucket, '--key', before.key, file);
  checks.expect('a briefing is read from it, byte for byte', sha256(await readFile(file)) === before.briefing.sha256);
  const block = JSON.stringify(await aws.ask('s3api', 'get-public-access-block', '--bucket', bucket));
  const isPrivate = (block.match(/true/g) ?? []).length === 4 && (await policy()).Policy === ruled;
  checks.expect('it is as private as before, by the same policy', isPrivate, [block, ruled]);
}

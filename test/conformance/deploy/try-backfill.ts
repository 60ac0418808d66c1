import { languages } from '../../../functions/dataset/index.ts';
import { renditions } from '../../../functions/store/index.ts';
import type { AwsCli } from '../aws-cli.ts';
import { briefingsIn } from './briefings-in.ts';
import type { Deployment, Outputs } from './deployment.ts';
import { until } from './until.ts';

/** Runs `npm run backfill` for some editions, for all, and for one that does not exist. Then stops a run. */
export async function tryBackfill(deployment: Deployment, outputs: Outputs): Promise<void> {
  const { aws, checks } = deployment;
  const { BucketName: bucket, BackfillArn: machine } = outputs;
  const backfill = (from: string, to: string, language = 'all') => {
    const args = ['--from', from, '--to', to, '--language', language];
    return deployment.script('backfill', args, { BACKFILL_ARN: machine });
  };
  const some = await backfill('2021-06', '2021-09', 'en');
  const listed = some.out.includes('3 made, 0 were there, 1 failed.') && /^2021-06 en: .*2021-07/m.test(some.out);
  const output = `${some.out}${some.err}`;
  checks.expect('one that fails is listed with its reason; the others are made', listed, output);
  checks.expect('its command ends with 1', some.code === 1, some.code);
  const before = (await briefingsIn(aws, bucket)).length;
  const stopped = backfill('2021-07', '2026-11', 'be');
  await stopRunning(aws, machine);
  const { code, err } = await stopped;
  checks.expect('a run that is stopped says so and ends with 1', code === 1 && err.includes('ABORTED'), err);
  // This emulator does not stop the child executions of a map, as AWS does. The next run waits for them.
  const isOver = async () => (await briefingsIn(aws, bucket)).length === before + editions * renditions.length;
  checks.expect('what it had begun comes to its end here', await until(isOver, 400));
  const begun = Date.now();
  const all = await backfill('2021-07', '2026-11');
  const seconds = Math.round((Date.now() - begun) / 1000);
  const [, made = 0, kept = 0] = /(\d+) made, (\d+) were there, 0 failed/.exec(all.out)?.map(Number) ?? [];
  const isComplete = kept === editions + 3 && made + kept === languages.length * editions && all.code === 0;
  checks.expect(`the next one goes on from there: ${made} made, ${kept} were there, in ${seconds} s`, isComplete, all);
  const after = (await briefingsIn(aws, bucket)).length;
  // There before: every file of three editions in English, and the one that was made after the update.
  const missing = (languages.length * editions - 3) * renditions.length - 1;
  checks.expect('each is in the bucket once', after === before + missing, [before, after]);
  const run = await mapRunOf(aws, /arn:\S+/.exec(all.out)?.[0] ?? '');
  checks.expect(
    'five at once',
    run.maxConcurrency === 5 && run.itemCounts.succeeded === languages.length * editions,
    run,
  );
}

/** From 2021-07 to 2026-11. */
const editions = 65;

interface MapRun {
  readonly maxConcurrency: number;
  readonly itemCounts: { readonly succeeded: number };
}

/** The map run of an execution. */
async function mapRunOf(aws: AwsCli, execution: string): Promise<MapRun> {
  const runs = ['list-map-runs', '--execution-arn', execution, '--query', 'mapRuns[0].mapRunArn'];
  const run = await aws.ask<string>('stepfunctions', ...runs);
  return aws.ask('stepfunctions', 'describe-map-run', '--map-run-arn', run);
}

/** Stops the execution of a state machine as soon as it has started. */
async function stopRunning(aws: AwsCli, machine: string): Promise<void> {
  const running = ['--status-filter', 'RUNNING', '--query', 'executions[].executionArn'];
  let found: readonly string[] = [];
  await until(async () => {
    found = await aws.ask('stepfunctions', 'list-executions', '--state-machine-arn', machine, ...running);
    return found.length > 0;
  }, 60);
  await aws.ask('stepfunctions', 'stop-execution', '--execution-arn', found[0] ?? '');
}

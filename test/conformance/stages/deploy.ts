import { join } from 'node:path';
import { Checks } from '../checks.ts';
import { Deployment } from '../deploy/deployment.ts';
import { Mailbox } from '../deploy/mailbox.ts';
import { tryApi } from '../deploy/try-api.ts';
import { tryBackfill } from '../deploy/try-backfill.ts';
import { tryData } from '../deploy/try-data.ts';
import { tryDestroy } from '../deploy/try-destroy.ts';
import { tryMonth } from '../deploy/try-month.ts';
import { tryPeople } from '../deploy/try-people.ts';
import { tryRoles } from '../deploy/try-roles.ts';
import { tryAgain, trySecond } from '../deploy/try-second.ts';
import { tryUpdate } from '../deploy/try-update.ts';
import { needDocker } from '../docker.ts';
import { lambdaImage, makeLambdaImage, needSamCli } from '../lambda-image.ts';
import { type LocalAws, startLocalAws } from '../local-aws.ts';
import { needProgram, needPython, runWell } from '../programs.ts';
import type { Outcome, Stage, StageContext } from '../stage.ts';

/** The image name that MiniStack uses for our runtime. */
const runtimeImage = 'public.ecr.aws/lambda/nodejs:24';

/** What a local AWS accepts but does not do, and the tests that check it in the template. */
const notEmulated: Readonly<Record<string, string>> = {
  'encryption at rest, access logs, expiry of superseded versions': 'buckets-and-functions.test.ts, “the buckets”',
  'traces, log levels': 'buckets-and-functions.test.ts, “the functions”',
  'throttle and access log of the API, tokens of an issuer': 'apis.test.ts, “the API”',
  'refusal without TLS (nothing else is served here)': 'roles.test.ts, “the policies of resources”',
  'roles of the scheduler and of the state machine, whose trust names an account': 'roles.test.ts, “the roles”',
  'a first creation that fails and leaves nothing behind': 'buckets-and-functions.test.ts, “the buckets”',
  'how much a new account can run at once': 'buckets-and-functions.test.ts, “the functions”',
  'two stacks and two regions': 'stack.test.ts, “two stacks”',
  'time zone, retries and dead letters of the scheduler': 'operations.test.ts, “the monthly schedule”',
  'alarms ringing by themselves, and that they are over': 'alarms.test.ts, “an alarm”',
  'e-mail, who may publish to the topic': 'operations.test.ts, “notifications”; roles.test.ts',
  'the look of the dashboard': 'operations.test.ts',
};

/** The stack in an AWS on this machine, from `cdk bootstrap` to `cdk destroy`. */
export const deploy: Stage = {
  name: 'deploy',
  about:
    'The CDK CLI deploys the whole stack, as it is, to an AWS on this machine that enforces its policies; it works there, is updated and destroyed, and the briefings stay.',
  async run(context: StageContext): Promise<Outcome> {
    const { shared, scratch, say } = context;
    await needProgram('curl', 'curl', say);
    const docker = await needDocker(scratch, say);
    try {
      await makeLambdaImage(join(shared, 'image'), await needSamCli(shared, say), say);
      await runWell('docker', ['tag', lambdaImage, runtimeImage]);
      const aws = await needPython(join(shared, 'aws-cli'), ['awscli==1.46.2'], say);
      const local = await startLocalAws(shared, scratch, docker.gateway, say);
      try {
        return await live(context, local, join(aws, 'aws'));
      } finally {
        await local.end();
      }
    } finally {
      await docker.end();
    }
  },
};

async function live({ scratch, say }: StageContext, local: LocalAws, program: string): Promise<Outcome> {
  const checks = new Checks();
  const deployment = new Deployment(local, checks, program, scratch);
  const took: string[] = [];
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    say(name);
    const begun = Date.now();
    const result = await work();
    took.push(`| ${name} | ${((Date.now() - begun) / 1000).toFixed(1)} |`);
    return result;
  };
  // If a step fails, the summary still has the checks before it.
  await steps(deployment, step).catch((error: Error) =>
    checks.expect('every step goes to its end', false, error.message),
  );
  const { passed, summary } = checks.outcome();
  return { passed, summary: [summary, '', '| step | s |', '| --- | --- |', ...took, '', ...beyondLines()].join('\n') };
}

type Step = <T>(name: string, work: () => Promise<T>) => Promise<T>;

async function steps(deployment: Deployment, step: Step): Promise<void> {
  await step('cdk bootstrap', () => deployment.bootstrap());
  // Every minute, to see the scheduler itself start the month.
  const people = ['notify=operator@example.org', 'readers=reader@example.org'];
  const settings = ['architecture=x86_64', 'protection=off', 'schedule=* * * * ? *', ...people];
  const outputs = await step('cdk deploy', () => deployment.deploy(...settings));
  const readers = await Mailbox.open(deployment.aws, 'readers', outputs.ReadersTopicArn);
  const operators = await Mailbox.open(deployment.aws, 'operators', outputs.OperatorsTopicArn);
  await step('every resource is there', () => countResources(deployment));
  await step('a second stack', () => trySecond(deployment, outputs));
  const { editor, ...before } = await step('the API', () => tryApi(deployment, outputs));
  await step('the roles', () => tryRoles(deployment, outputs, before.key));
  await step('the month', () => tryMonth(deployment, outputs, { readers, operators }));
  await step('cdk deploy again, with other settings', () => tryUpdate(deployment, outputs, editor, before));
  await step('the backfill', () => tryBackfill(deployment, outputs));
  await step('data without a deployment', () => tryData(deployment, outputs, editor));
  await step('what people may do', () => tryPeople(deployment, outputs, editor));
  await step('cdk destroy', () => tryDestroy(deployment, outputs, before));
  await step('a new stack with the same bucket', () => tryAgain(deployment, outputs));
}

/** Checks that every resource of the template was created. */
async function countResources(deployment: Deployment): Promise<void> {
  const { aws, checks } = deployment;
  const { Resources: resources } = await deployment.template();
  const wanted = Object.keys(resources);
  const { StackResourceSummaries: found } = await aws.ask<{
    readonly StackResourceSummaries: readonly { readonly LogicalResourceId: string; readonly ResourceStatus: string }[];
  }>('cloudformation', 'list-stack-resources', '--stack-name', 'GomelBriefing');
  const there = found.filter(({ ResourceStatus }) => ResourceStatus === 'CREATE_COMPLETE');
  const missing = wanted.filter((id) => !there.some(({ LogicalResourceId }) => LogicalResourceId === id));
  checks.expect(`all ${wanted.length} resources of the template are made`, missing.length === 0, missing);
}

function beyondLines(): readonly string[] {
  return [
    'This AWS is MiniStack, to which test/conformance/local-aws/main.py adds what it lacks, as AWS documents it: the condition keys of conditional writes, and the files that a map writes its results to.',
    'What it takes without doing it is asserted on the template, in test/lib:',
    '',
    ...Object.entries(notEmulated).map(([what, where]) => `- ${what}: ${where}`),
  ];
}

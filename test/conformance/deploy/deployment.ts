import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AwsCli } from '../aws-cli.ts';
import type { Checks } from '../checks.ts';
import { type Credentials, credentialVariables, type LocalAws } from '../local-aws.ts';
import { type Ended, runToEnd, runWell } from '../programs.ts';

/** What the stack tells of itself. */
export interface Outputs {
  readonly ApiUrl: string;
  readonly BucketName: string;
  readonly MonthlyFunctionName: string;
  readonly BackfillArn: string;
  readonly DeadLettersUrl: string;
  readonly OperatorsTopicArn: string;
  readonly ReadersTopicArn: string;
  readonly ReaderPolicyArn: string;
  readonly EditorPolicyArn: string;
  readonly OperatorPolicyArn: string;
}

/** The stack in a local AWS, as its operator sees it, and what is noted of it. */
export class Deployment {
  readonly local: LocalAws;
  readonly checks: Checks;
  /** The AWS CLI in the hands of the root of the account. */
  readonly aws: AwsCli;
  /** A folder for files on the way. */
  readonly scratch: string;
  private readonly program: string;

  constructor(local: LocalAws, checks: Checks, program: string, scratch: string) {
    this.local = local;
    this.checks = checks;
    this.program = program;
    this.scratch = scratch;
    this.aws = new AwsCli(program, local.environment, scratch);
  }

  /** The AWS CLI in the hands of someone else. */
  as(credentials: Credentials): AwsCli {
    return new AwsCli(this.program, { ...this.local.environment, ...credentialVariables(credentials) }, this.scratch);
  }

  /** `npx cdk bootstrap`, as the README has it. */
  async bootstrap(): Promise<void> {
    await runWell('npx', ['cdk', 'bootstrap', '--output', join(this.scratch, 'bootstrap.out')], {
      env: this.local.environment,
    });
  }

  /** `npm run deploy` with settings; gives the outputs of the stack. */
  async deploy(...settings: readonly string[]): Promise<Outputs> {
    const outputs = join(this.scratch, 'outputs.json');
    const context = settings.flatMap((setting) => ['-c', setting]);
    const places = ['--output', this.assembly, '--outputs-file', outputs];
    const args = ['run', 'deploy', '--', '--require-approval', 'never', ...places, ...context];
    await runWell('npm', args, { env: this.local.environment });
    const stacks = JSON.parse(await readFile(outputs, 'utf8')) as Readonly<Record<string, Outputs>>;
    const [only] = Object.values(stacks);
    if (!only) throw new Error('cdk deploy told no outputs');
    return only;
  }

  /** `npx cdk destroy` with settings. */
  async destroy(...settings: readonly string[]): Promise<void> {
    const context = settings.flatMap((setting) => ['-c', setting]);
    const args = ['cdk', 'destroy', '--force', '--output', this.assembly, ...context];
    await runWell('npx', args, { env: this.local.environment });
  }

  /** The template that was deployed last. */
  async template(): Promise<Template> {
    return JSON.parse(await readFile(join(this.assembly, 'GomelBriefing.template.json'), 'utf8')) as Template;
  }

  /** A script of the project, as its operator calls it. */
  script(name: string, args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ended> {
    return runToEnd('npm', ['run', name, '--', ...args], { env: { ...this.local.environment, ...environment } });
  }

  private get assembly(): string {
    return join(this.scratch, 'cdk.out');
  }
}

/** The parts of a template that are counted. */
export interface Template {
  readonly Resources: Readonly<Record<string, { readonly Type: string }>>;
}

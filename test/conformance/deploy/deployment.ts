import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AwsCli } from '../aws-cli.ts';
import type { Checks } from '../checks.ts';
import { type Credentials, credentialVariables, type LocalAws } from '../local-aws.ts';
import { type Ended, runToEnd, runWell } from '../programs.ts';

/** The outputs of the stack. */
export interface Outputs {
  readonly ApiUrl: string;
  readonly ShareUrl: string;
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

/** The stack in a local AWS, as its operator uses it, with the checks made of it. */
export class Deployment {
  readonly local: LocalAws;
  readonly checks: Checks;
  /** The AWS CLI as the root user of the account. */
  readonly aws: AwsCli;
  /** A folder for temporary files. */
  readonly scratch: string;
  private readonly program: string;

  constructor(local: LocalAws, checks: Checks, program: string, scratch: string) {
    this.local = local;
    this.checks = checks;
    this.program = program;
    this.scratch = scratch;
    this.aws = new AwsCli(program, local.environment, scratch);
  }

  /** The AWS CLI with other credentials. */
  as(credentials: Credentials): AwsCli {
    return new AwsCli(this.program, { ...this.local.environment, ...credentialVariables(credentials) }, this.scratch);
  }

  /** Runs `npx cdk bootstrap`, as in the README. */
  async bootstrap(): Promise<void> {
    await runWell('npx', ['cdk', 'bootstrap', '--output', join(this.scratch, 'bootstrap.out')], {
      env: this.local.environment,
    });
  }

  /** Runs `npm run deploy` with settings and gives the outputs of the stack. */
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

  /** Runs `npx cdk destroy` with settings. */
  async destroy(...settings: readonly string[]): Promise<void> {
    const context = settings.flatMap((setting) => ['-c', setting]);
    const args = ['cdk', 'destroy', '--force', '--output', this.assembly, ...context];
    await runWell('npx', args, { env: this.local.environment });
  }

  /** The template of the last deployment. */
  async template(): Promise<Template> {
    return JSON.parse(await readFile(join(this.assembly, 'GomelBriefing.template.json'), 'utf8')) as Template;
  }

  /** Runs a script of the project as its operator does. */
  script(name: string, args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ended> {
    return runToEnd('npm', ['run', name, '--', ...args], { env: { ...this.local.environment, ...environment } });
  }

  private get assembly(): string {
    return join(this.scratch, 'cdk.out');
  }
}

/** The parts of a template that are checked. */
export interface Template {
  readonly Resources: Readonly<Record<string, { readonly Type: string }>>;
}

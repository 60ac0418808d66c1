import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runToEnd } from './programs.ts';

/** The AWS CLI with the credentials of one caller. */
export class AwsCli {
  private readonly program: string;
  private readonly environment: Readonly<Record<string, string>>;
  private readonly folder: string;

  /** `environment` has the credentials; `folder` receives files that commands download. */
  constructor(program: string, environment: Readonly<Record<string, string>>, folder: string) {
    this.program = program;
    this.environment = environment;
    this.folder = folder;
  }

  /** Runs a command that must succeed, and gives its output as JSON; `{}` when there is none. */
  async ask<T>(...args: readonly string[]): Promise<T> {
    const { code, out, err } = await this.run(args);
    if (code !== 0) throw new Error(`aws ${args.join(' ')}: ${err.trim()}`);
    return JSON.parse(out.trim() || '{}') as T;
  }

  /** Gives the error code of a refused command, such as AccessDenied; «done» when it succeeds. */
  async refusal(...args: readonly string[]): Promise<string> {
    const { code, err } = await this.run(args);
    if (code === 0) return 'done';
    return /\((\w+)\)/.exec(err)?.[1] ?? err.trim();
  }

  /** Invokes a function and gives its result. */
  async invoke<T>(name: string, event?: object): Promise<T> {
    const answer = join(this.folder, 'answer.json');
    const payload = event ? ['--payload', JSON.stringify(event)] : [];
    await this.ask('lambda', 'invoke', '--function-name', name, ...payload, answer);
    return JSON.parse(await readFile(answer, 'utf8')) as T;
  }

  private run(args: readonly string[]) {
    // For SQS the CLI does not read the endpoint from the environment.
    const place = ['--endpoint-url', this.environment.AWS_ENDPOINT_URL ?? ''];
    return runToEnd(this.program, [...args, ...place, '--output', 'json'], {
      env: { ...this.environment, AWS_PAGER: '' },
    });
  }
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runToEnd } from './programs.ts';

/** The AWS CLI in the hands of one who calls. */
export class AwsCli {
  private readonly program: string;
  private readonly environment: Readonly<Record<string, string>>;
  private readonly folder: string;

  /** `environment` says who calls; answers that are files go to `folder`. */
  constructor(program: string, environment: Readonly<Record<string, string>>, folder: string) {
    this.program = program;
    this.environment = environment;
    this.folder = folder;
  }

  /** Gives the answer to a command, which must succeed; `{}` where there is none. */
  async ask<T>(...args: readonly string[]): Promise<T> {
    const { code, out, err } = await this.run(args);
    if (code !== 0) throw new Error(`aws ${args.join(' ')}: ${err.trim()}`);
    return JSON.parse(out.trim() || '{}') as T;
  }

  /** The code with which a command is refused, such as AccessDenied; «done» when it is not. */
  async refusal(...args: readonly string[]): Promise<string> {
    const { code, err } = await this.run(args);
    if (code === 0) return 'done';
    return /\((\w+)\)/.exec(err)?.[1] ?? err.trim();
  }

  /** What a function answers to an event, or to none. */
  async invoke<T>(name: string, event?: object): Promise<T> {
    const answer = join(this.folder, 'answer.json');
    const payload = event ? ['--payload', JSON.stringify(event)] : [];
    await this.ask('lambda', 'invoke', '--function-name', name, ...payload, answer);
    return JSON.parse(await readFile(answer, 'utf8')) as T;
  }

  private run(args: readonly string[]) {
    // For queues the CLI does not look for the address in the environment.
    const place = ['--endpoint-url', this.environment.AWS_ENDPOINT_URL ?? ''];
    return runToEnd(this.program, [...args, ...place, '--output', 'json'], {
      env: { ...this.environment, AWS_PAGER: '' },
    });
  }
}

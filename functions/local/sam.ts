import { type SpawnOptions, spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../assets/index.ts';
import { CommandError, oneOf, readPort, runCommand, UsageError } from '../cli/index.ts';
import { fromCaller } from './load-package.ts';

const usage = `Usage: npm run sam -- [options]

Synthesises the stack for this machine and runs its functions in Docker with the SAM CLI: the whole API,
or one function with one event.

  --port N       the port of the API; 3000 by default
  --invoke NAME  calls the function api, monthly or public once, in place of serving the API
  --event FILE   the event of that call, such as one of test/events
  --help         these lines

BUCKET names the S3 bucket that briefings are kept in. It is one of AWS, with the credentials of the
environment, or one at AWS_ENDPOINT_URL. Needs the SAM CLI (pip install aws-sam-cli) and Docker.`;

/** The name by which a container calls this machine. */
const machine = 'host.docker.internal';

await runCommand(
  {
    usage,
    options: {
      port: { type: 'string', default: '3000' },
      invoke: { type: 'string' },
      event: { type: 'string' },
    },
  },
  async (options) => {
    const port = readPort(options.port);
    const called = options.invoke === undefined ? null : oneOf('invoke', options.invoke, ['api', 'monthly', 'public']);
    if ((called === null) !== (options.event === undefined)) {
      throw new UsageError(`--invoke and --event go together.\n\n${usage}`);
    }
    const { BUCKET: bucket, AWS_ENDPOINT_URL: ownAddress } = process.env;
    if (!bucket) throw new UsageError(`BUCKET is not set: name an S3 bucket.\n\n${usage}`);
    const endpoint = ownAddress?.replace(/\/\/(localhost|127\.0\.0\.1)(?=[:/]|$)/, `//${machine}`);
    await run('docker', ['info'], { stdio: 'ignore' }, 'Start the Docker daemon.');
    await synthesise(endpoint);
    const folder = join(projectFolder, 'cdk.out');
    const functions = await functionIds(join(folder, 'GomelBriefing.template.json'));
    const variables = join(folder, 'sam-variables.json');
    // Links are signed with the local credentials, and a trial sends no notices.
    const values = {
      BUCKET: bucket,
      LINK_ROLE_ARN: '',
      TOPIC_ARN: '',
      ...(endpoint ? { AWS_ENDPOINT_URL: endpoint } : {}),
    };
    await writeFile(variables, JSON.stringify(Object.fromEntries(functions.map((id) => [id, values]))));
    const common = [
      ...['--template', join(folder, 'GomelBriefing.template.json'), '--env-vars', variables],
      ...(endpoint ? ['--add-host', `${machine}:host-gateway`] : []),
    ];
    const id = functions.find((name) => name.toLowerCase().startsWith(called ?? 'api'));
    const command = called
      ? ['invoke', id ?? '', '--event', fromCaller(options.event ?? '')]
      : ['start-api', '--port', `${port}`];
    await run('sam', ['local', ...command, ...common], { stdio: 'inherit' }, 'Install it: pip install aws-sam-cli');
  },
);

/** Synthesises the stack for the processor of this machine; the SAM CLI checks no signatures, so access is open. */
async function synthesise(endpoint: string | undefined): Promise<void> {
  const architecture = process.arch === 'arm64' ? 'arm64' : 'x86_64';
  const settings = [
    'name=GomelBriefing',
    'access=none',
    `architecture=${architecture}`,
    ...(endpoint ? [`endpoint=${endpoint}`] : []),
  ];
  const context = settings.flatMap((setting) => ['-c', setting]);
  await run('npx', ['cdk', 'synth', '--quiet', ...context], { stdio: 'inherit', cwd: projectFolder }, 'Run npm ci.');
}

/** The names of the functions in a template. */
async function functionIds(template: string): Promise<readonly string[]> {
  const { Resources: resources } = JSON.parse(await readFile(template, 'utf8')) as {
    readonly Resources: Readonly<Record<string, { readonly Type: string }>>;
  };
  return Object.keys(resources).filter((id) => resources[id]?.Type === 'AWS::Lambda::Function');
}

/** Runs a program to its end; one that is not there or fails ends the command with a remedy. */
function run(program: string, args: readonly string[], options: SpawnOptions, remedy: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, options);
    child.on('error', () => reject(new CommandError(`${program} cannot be started. ${remedy}`)));
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new CommandError(`${program} ended with ${code}. ${remedy}`));
    });
  });
}

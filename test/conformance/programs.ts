import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectFolder } from '../../functions/assets/from-files.ts';

/** The exit of a program and its output. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The environment of a program. */
export interface Place {
  /** @default the folder of the project */
  readonly cwd?: string;
  /** Variables in addition to those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Its standard input. */
  readonly input?: string;
  /** The encoding of its output; latin1 preserves bytes. @default utf8 */
  readonly encoding?: BufferEncoding;
}

/** Runs a program to its end, with any exit code. Throws only when it cannot be started. */
export function runToEnd(program: string, args: readonly string[], place: Place = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: place.cwd ?? projectFolder,
      env: { ...process.env, ...place.env },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({
        code: code ?? 1,
        out: Buffer.concat(out).toString(place.encoding),
        err: Buffer.concat(err).toString(),
      }),
    );
    child.stdin.on('error', () => {}); // a program may end without reading its input
    child.stdin.end(place.input ?? '');
  });
}

/** Runs a program that must succeed, and gives its standard output. */
export async function runWell(program: string, args: readonly string[], place: Place = {}): Promise<string> {
  const { code, out, err } = await runToEnd(program, args, place);
  if (code !== 0) {
    const tail = `${out}\n${err}`.trim().split('\n').slice(-15).join('\n');
    throw new Error(`${[program, ...args].join(' ')} ended with ${code}:\n${tail}`);
  }
  return out;
}

/** Makes sure that a program is on the path; installs its Debian package if it is missing. */
export async function needProgram(program: string, debianPackage: string, say: (line: string) => void): Promise<void> {
  const onPath = (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, program)));
  if (!onPath) await installDebianPackage(debianPackage, `${program} is missing`, say);
}

/** Makes sure that a Debian package is installed. */
export async function needDebianPackage(name: string, say: (line: string) => void): Promise<void> {
  const { out } = await runToEnd('dpkg', ['-s', name]);
  if (!out.includes('Status: install ok installed')) await installDebianPackage(name, `${name} is missing`, say);
}

async function installDebianPackage(name: string, why: string, say: (line: string) => void): Promise<void> {
  const remedy = `as root: apt-get install ${name}`;
  if (process.getuid?.() !== 0) throw new Error(`${why}; ${remedy}`);
  say(`${why}; installing Debian's ${name}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => runToEnd('apt-get', ['install', '-y', '--no-install-recommends', name], { env });
  if ((await install()).code === 0) return;
  await runToEnd('apt-get', ['update'], { env });
  const { code, err } = await install();
  if (code !== 0) throw new Error(`${why}, and Debian's ${name} could not be installed:\n${err.trim()}\n${remedy}`);
}

/** Creates a Python environment in a folder, with packages from PyPI. Gives the folder of its programs. */
export async function needPython(
  folder: string,
  requirements: readonly string[],
  say: (line: string) => void,
): Promise<string> {
  await needDebianPackage('python3-venv', say);
  const environment = join(folder, 'venv');
  const programs = join(environment, 'bin');
  // The programs contain the path of their environment, so one that was moved is created again.
  const pip = await readFile(join(programs, 'pip'), 'utf8').catch(() => '');
  if (!pip.startsWith(`#!${programs}/`)) {
    await rm(environment, { recursive: true, force: true });
    await runWell('python3', ['-m', 'venv', environment]);
  }
  const installed = await runWell(join(programs, 'pip'), ['freeze']);
  const missing = requirements.filter((requirement) => !installed.toLowerCase().includes(requirement.toLowerCase()));
  if (missing.length > 0) {
    say(`installing ${missing.join(', ')} from PyPI`);
    await runWell(join(programs, 'pip'), ['install', '--quiet', ...missing]);
  }
  return programs;
}

/** Installs an exact version of an npm package in a folder, and gives its exports. */
export async function needNodePackage(
  folder: string,
  name: string,
  version: string,
  say: (line: string) => void,
): Promise<unknown> {
  const described = join(folder, 'node_modules', name, 'package.json');
  const installed = JSON.parse(await readFile(described, 'utf8').catch(() => '{}')) as { version?: string };
  if (installed.version !== version) {
    say(`installing ${name} ${version} from npm`);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), '{"private":true}');
    await runWell('npm', ['install', '--no-audit', '--no-fund', `${name}@${version}`], { cwd: folder });
  }
  return createRequire(join(folder, 'package.json'))(name);
}

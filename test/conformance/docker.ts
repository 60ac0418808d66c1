import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { needProgram, runToEnd, runWell } from './programs.ts';

/** A running Docker daemon. */
export interface Docker {
  /** The address by which both containers and this machine reach a server here. */
  readonly gateway: string;
  /** Stops the daemon if we started it. */
  readonly end: () => Promise<void>;
}

/** Makes sure that a Docker daemon runs; starts Debian's if there is none, with its log in a folder. */
export async function needDocker(folder: string, say: (line: string) => void): Promise<Docker> {
  await needProgram('dockerd', 'docker.io', say);
  await needProgram('docker', 'docker-cli', say); // a package of its own from Debian 13 on
  await needProgram('iptables', 'iptables', say);
  const started = (await answers()) ? null : await startDaemon(folder, say);
  const { out } = await runToEnd('docker', ['network', 'inspect', 'bridge']);
  const [bridge] = JSON.parse(out) as readonly { IPAM: { Config: readonly { Gateway?: string; Subnet: string }[] } }[];
  const [config] = bridge?.IPAM.Config ?? [];
  const gateway = config?.Gateway ?? config?.Subnet.replace(/\.0\/\d+$/, '.1') ?? '';
  return { gateway, end: async () => started?.() };
}

async function answers(): Promise<boolean> {
  return (await runToEnd('docker', ['info'])).code === 0;
}

/** Starts a daemon that needs no special file system, and gives a function that stops it. */
async function startDaemon(folder: string, say: (line: string) => void): Promise<() => Promise<void>> {
  say('no Docker daemon answers; starting one');
  const log = openSync(join(folder, 'dockerd.log'), 'w');
  const daemon = spawn('dockerd', ['--storage-driver=vfs'], { stdio: ['ignore', log, log] });
  for (let tries = 0; tries < 100; tries += 1) {
    if (daemon.exitCode !== null) break;
    if (await answers()) {
      return () =>
        new Promise((resolve) => {
          daemon.on('close', () => resolve());
          daemon.kill('SIGTERM');
        });
    }
    await pause(200);
  }
  daemon.kill('SIGTERM');
  const { out } = await runToEnd('tail', ['-n', '3', join(folder, 'dockerd.log')]);
  throw new Error(`the Docker daemon does not start, which needs root and a kernel with namespaces:\n${out}`);
}

/** Imports a folder as an image with a name. */
export async function importImage(root: string, name: string, changes: readonly string[]): Promise<void> {
  const archive = `${root}.tar`;
  await runWell('tar', ['-C', root, '-cf', archive, '.']);
  const options = changes.flatMap((change) => ['--change', change]);
  await runWell('docker', ['import', ...options, archive, name]);
}

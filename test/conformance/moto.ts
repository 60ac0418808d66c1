import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free-port.ts';

/** The packages of moto. */
export const motoPackages = ['moto[all,server]==5.2.5'];

/** A running moto, which emulates AWS. */
export interface Moto {
  readonly endpoint: string;
  readonly end: () => Promise<void>;
}

/** The environment of a program that uses it. */
export function awsAt(endpoint: string): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'testing',
    AWS_SECRET_ACCESS_KEY: 'testing',
  };
}

/** Starts moto on a free port of an address of this machine, with its log in a folder. */
export async function startMoto(
  programs: string,
  folder: string,
  address: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Moto> {
  const port = await freePort(address);
  const log = openSync(join(folder, 'moto.log'), 'w');
  const env = { ...process.env, MOTO_PORT: String(port), ...environment };
  const server = spawn(join(programs, 'moto_server'), ['-H', address, '-p', String(port)], {
    env,
    stdio: ['ignore', log, log],
  });
  const endpoint = `http://${address}:${port}`;
  const end = () =>
    new Promise<void>((resolve) => {
      server.on('close', () => resolve());
      server.kill('SIGTERM');
    });
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`${endpoint}/moto-api/`).catch(() => null);
    if (answer?.ok) return { endpoint, end };
    await pause(200);
  }
  await end();
  throw new Error(`moto did not begin to answer at ${endpoint}; see ${join(folder, 'moto.log')}`);
}

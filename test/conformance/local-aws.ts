import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';
import { needProgram, needPython, runWell } from './programs.ts';

/** The account id of a local AWS. */
export const account = '123456789012';

/** The region of a local AWS. */
export const region = 'us-east-1';

/** An AWS on this machine with all services of the stack and with policies enforced, over TLS only. */
export interface LocalAws {
  /** The environment of programs that call it as the root user of the account. */
  readonly environment: Readonly<Record<string, string>>;
  /** The credentials of the root user. */
  readonly root: Credentials;
  /** Arguments for curl that map AWS host names to this server. */
  readonly curl: readonly string[];
  readonly end: () => Promise<void>;
}

/** The credentials of a caller. */
export interface Credentials {
  readonly id: string;
  readonly secret: string;
  readonly token?: string;
}

/** The environment variables for credentials. */
export function credentialVariables({ id, secret, token = '' }: Credentials): Readonly<Record<string, string>> {
  return { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token };
}

/** Starts MiniStack on Docker's bridge, where containers reach it, with its log in a folder. */
export async function startLocalAws(
  shared: string,
  folder: string,
  gateway: string,
  say: (line: string) => void,
): Promise<LocalAws> {
  const programs = await needPython(join(shared, 'ministack'), ['ministack==1.5.33', 'docker==7.2.0'], say);
  const { certificate, key } = await makeCertificate(folder, gateway, say);
  const port = await freePort(gateway);
  const endpoint = `https://${gateway}:${port}`;
  const root = { id: 'local-root', secret: randomBytes(20).toString('hex') };
  const environment = {
    ...credentialVariables(root),
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    NODE_EXTRA_CA_CERTS: certificate,
    AWS_CA_BUNDLE: certificate,
  };
  const settings = {
    AUTH: 'true',
    USE_SSL: '1',
    MINISTACK_SSL_CERT: certificate,
    MINISTACK_SSL_KEY: key,
    MINISTACK_ACCOUNT_ID: account,
    // It serves the host names that AWS gives to an API.
    MINISTACK_HOST: `${region}.amazonaws.com`,
    BIND_HOST: gateway,
    GATEWAY_PORT: String(port),
    TMPDIR: folder,
    LAMBDA_EXECUTOR: 'docker',
    LAMBDA_STRICT: '1',
    // Retries a failed event immediately, where AWS waits a minute or two.
    LAMBDA_ASYNC_RETRY_BASE_SECONDS: '0.2',
    IOT_MTLS_ENABLED: '0',
    SFTP_ENABLED: '0',
  };
  const log = openSync(join(folder, 'ministack.log'), 'w');
  const program = fileURLToPath(new URL('./local-aws/main.py', import.meta.url));
  const server = spawn(join(programs, 'python'), [program], {
    env: { ...process.env, ...environment, ...settings },
    stdio: ['ignore', log, log],
  });
  const end = () =>
    new Promise<void>((resolve) => {
      if (server.exitCode !== null) return resolve();
      server.on('close', () => resolve());
      server.kill('SIGTERM');
    });
  for (let tries = 0; tries < 150; tries += 1) {
    if ((await readFile(join(folder, 'ministack.log'), 'utf8')).includes('Running on')) {
      return { environment, root, curl: ['--cacert', certificate, '--connect-to', `::${gateway}:${port}`], end };
    }
    if (server.exitCode !== null) break;
    await pause(200);
  }
  await end();
  throw new Error(`MiniStack did not begin to answer at ${endpoint}; see ${join(folder, 'ministack.log')}`);
}

/** A certificate for the address on the bridge and for the host names of APIs, valid for one day. */
async function makeCertificate(folder: string, gateway: string, say: (line: string) => void) {
  await needProgram('openssl', 'openssl', say);
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const names = `subjectAltName=IP:${gateway},DNS:*.execute-api.${region}.amazonaws.com`;
  await runWell('openssl', [
    ...['req', '-x509', '-nodes', '-days', '1', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
    ...['-subj', '/CN=local AWS', '-addext', names, '-keyout', key, '-out', certificate],
  ]);
  return { certificate, key };
}

import { spawn } from 'node:child_process';
import { projectFolder } from '../../functions/assets/from-files.ts';

/** `npm start` in a process of its own, with a store of its own. */
export interface LocalServer {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly address: string;
  /** The id of the process that serves. */
  readonly pid: number;
  /** All that it wrote to its standard error until now. */
  readonly complaints: () => string;
  /** Stops it and gives its exit code; null when it had to be killed. */
  readonly end: () => Promise<number | null>;
}

/** A server that did not stop by then is killed, in milliseconds. */
const timeouts = 10_000;

/**
 * Starts the local server on a free port over a folder, and waits until it has made the current edition. `options` are
 * those of Node.
 */
export function startLocalServer(folder: string, options: readonly string[] = []): Promise<LocalServer> {
  const child = spawn(process.execPath, [...options, 'functions/local/start.ts', '--port', '0'], {
    cwd: projectFolder,
    env: { ...process.env, BRIEFINGS_FOLDER: folder, BUCKET: '', AWS_ENDPOINT_URL_S3: '' },
  });
  let [told, complaints] = ['', ''];
  const ended = new Promise<number | null>((resolve) => {
    child.on('exit', resolve);
  });
  const end = () => {
    child.kill('SIGINT');
    const timer = setTimeout(() => child.kill('SIGKILL'), timeouts);
    return ended.finally(() => clearTimeout(timer));
  };
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    void ended.then((code) => reject(new Error(`npm start ended with ${code}: ${complaints}`)));
    child.stderr.on('data', (chunk: Buffer) => {
      complaints += chunk.toString();
    });
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString();
      const [, port] = /Serving http:\/\/127\.0\.0\.1:(\d+)/.exec(told) ?? [];
      if (!port || !child.pid || !told.includes('Press Ctrl-C')) return;
      resolve({ address: `http://127.0.0.1:${port}`, pid: child.pid, complaints: () => complaints, end });
    });
  });
}

import { spawn } from 'node:child_process';
import { projectFolder } from '../../functions/assets/from-files.ts';

/** `npm start` in its own process, with its own store. */
export interface LocalServer {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly address: string;
  /** The id of the process that serves. */
  readonly pid: number;
  /** Everything on its standard error so far. */
  readonly complaints: () => string;
  /** Stops the server and gives its exit code; null when it had to be killed. */
  readonly end: () => Promise<number | null>;
}

/** A server that has not stopped after this time is killed, in milliseconds. */
const stopTimeout = 10_000;

/**
 * Starts the local server on a free port with a folder, and waits until it has made the current edition. `options` are
 * those of Node.
 */
export function startLocalServer(folder: string, options: readonly string[] = []): Promise<LocalServer> {
  const child = spawn(process.execPath, [...options, 'functions/local/start.ts', '--port', '0'], {
    cwd: projectFolder,
    env: { ...process.env, BRIEFINGS_FOLDER: folder, BUCKET: '', AWS_ENDPOINT_URL_S3: '' },
  });
  let [output, complaints] = ['', ''];
  const ended = new Promise<number | null>((resolve) => {
    child.on('exit', resolve);
  });
  const end = () => {
    child.kill('SIGINT');
    const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeout);
    return ended.finally(() => clearTimeout(timer));
  };
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    void ended.then((code) => reject(new Error(`npm start ended with ${code}: ${complaints}`)));
    child.stderr.on('data', (chunk: Buffer) => {
      complaints += chunk.toString();
    });
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const [, port] = /Serving http:\/\/127\.0\.0\.1:(\d+)/.exec(output) ?? [];
      if (!port || !child.pid || !output.includes('Press Ctrl-C')) return;
      resolve({ address: `http://127.0.0.1:${port}`, pid: child.pid, complaints: () => complaints, end });
    });
  });
}

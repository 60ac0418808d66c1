import type { AddressInfo } from 'node:net';
import { brandNames, codeVersion, projectFolder, rendererFromFiles, rendererVersionOf } from '../assets/index.ts';
import {
  CommandError,
  clearProgress,
  oneOf,
  readOptions,
  readPort,
  reasonOf,
  runCommand,
  showProgress,
} from '../cli/index.ts';
import { type Dataset, type Language, languages, loadDataset, readFolder } from '../dataset/index.ts';
import { PublishedData } from '../publishing/index.ts';
import { openS3Objects, openS3Store } from '../s3/index.ts';
import type { Log, Services } from '../services/index.ts';
import { type BriefingStore, FolderObjects, FolderStore, terminalTimeouts } from '../store/index.ts';
import { LivePreview } from './live-preview.ts';
import { fromCaller, loadPackage } from './load-package.ts';
import { localFolder } from './local-folder.ts';
import { localServer } from './server.ts';

const usage = `Usage: npm start -- [options]

Serves the API on this machine, makes the current edition and prints signed links to it.

  --port N      the port to listen on, 0 for any that is free; 3000 by default
  --data DIR    a Data Package to make it from; what was published here, else data/ by default
  --brand NAME  a folder of templates/brand; default by default
  --help        these lines

Briefings are kept in .store/, or in the folder that BRIEFINGS_FOLDER names, or in the S3 bucket that BUCKET
names at AWS_ENDPOINT_URL_S3.`;

const plainLog: Log = {
  info: () => {},
  warn: (message) => process.stderr.write(`${message}\n`),
  error: (message, facts) => process.stderr.write(`${message}\n${reasonOf((facts as { error?: unknown })?.error)}\n`),
};

await runCommand(async () => {
  const options = readOptions(
    {
      port: { type: 'string', default: '3000' },
      data: { type: 'string' },
      brand: { type: 'string', default: 'default' },
      help: { type: 'boolean', default: false },
    },
    usage,
  );
  if (options.help) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  const port = readPort(options.port);
  const brand = oneOf('brand', options.brand, brandNames());
  const now = () => new Date();
  let address = '';
  const services: Services = {
    dataset: await currentDataset(options.data, now),
    store: openLocalStore(now, () => address),
    rendererVersion: rendererVersionOf(brand),
    loadRenderer: once(() => rendererFromFiles(brand)),
    measure: () => {},
    now,
    logger: plainLog,
    version: codeVersion(),
  };
  const dataName = options.data?.replace(/\/+$/, '') ?? 'data';
  const data = options.data ? fromCaller(options.data) : `${projectFolder}data`;
  const reload = async () => {
    const renderer = await rendererFromFiles(brand);
    return {
      dataset: await currentDataset(options.data, now),
      rendererVersion: rendererVersionOf(brand),
      loadRenderer: async () => renderer,
    };
  };
  const livePreview = new LivePreview(services, reload, { project: projectFolder, data, dataName });
  const unwatch = livePreview.watch(
    new Map([
      [dataName, data],
      ['templates', `${projectFolder}templates`],
    ]),
  );
  const server = localServer(livePreview);
  let stopped = false;
  const stop = () => {
    stopped = true;
    unwatch();
    server.close();
    server.closeAllConnections();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    address = `http://localhost:${(server.address() as AddressInfo).port}`;
    process.stdout.write(
      `Serving ${address} – open it to see the pages; they renew when a file of data or templates is saved.\n`,
    );
    for (const language of languages) await announce(language, address);
  } catch (error) {
    if (stopped) return;
    stop();
    throw error;
  }
  process.stdout.write('Press Ctrl-C to stop.\n');
});

/** Asks the API for the current edition in a language, as a client would, and prints its link. */
async function announce(language: Language, address: string): Promise<void> {
  showProgress(`Making the current edition in ${language}…`);
  const response = await fetch(`${address}/briefings`, { method: 'POST', body: JSON.stringify({ language }) });
  const answer = (await response.json()) as { edition: string; url: string; expiresAt: string; detail?: string };
  clearProgress();
  if (response.status >= 500)
    throw new CommandError(`The current edition was not made in ${language}; the lines above say why.`);
  if (!response.ok) throw new CommandError(answer.detail ?? response.statusText);
  const until = new Date(answer.expiresAt).toLocaleTimeString('en-GB');
  process.stdout.write(`Edition ${answer.edition} in ${language}, until ${until}: ${answer.url}\n`);
}

/** The dataset of a folder that was named, else the published one, else the one of the project. */
async function currentDataset(folder: string | undefined, now: () => Date): Promise<Dataset> {
  if (folder !== undefined) return loadPackage(folder);
  const { BUCKET: bucket, AWS_ENDPOINT_URL_S3: endpoint } = process.env;
  const objects =
    bucket && endpoint ? openS3Objects(bucket, process.env, terminalTimeouts) : new FolderObjects(localFolder(), now);
  // What is wrong with the files of the project is told with the file that was saved.
  let ownError: unknown;
  const data = new PublishedData({
    objects,
    bundled: async (today) => {
      try {
        return loadDataset(await readFolder(`${projectFolder}data`), today);
      } catch (error) {
        ownError = error;
        throw error;
      }
    },
    now,
    refused: (error) => {
      if (error !== ownError) process.stderr.write(`The published data cannot be used: ${reasonOf(error)}\n`);
    },
  });
  return data.current();
}

function openLocalStore(now: () => Date, address: () => string): BriefingStore {
  const { BUCKET: bucket, AWS_ENDPOINT_URL_S3: endpoint } = process.env;
  if (bucket && endpoint) return openS3Store(bucket, process.env, now, terminalTimeouts);
  return new FolderStore(localFolder(), { now, address });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

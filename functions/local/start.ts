import { once } from 'node:events';
import { access, constants } from 'node:fs/promises';
import { Agent, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import {
  brandNames,
  checksVersion,
  codeVersion,
  projectFolder,
  rendererFromFiles,
  rendererVersionOf,
} from '../assets/index.ts';
import { renderBriefing, resolveEdition, usualSchedule } from '../briefings/index.ts';
import { CommandError, clearProgress, oneOf, readPort, reasonOf, runCommand, showProgress } from '../cli/index.ts';
import { type Language, languages, loadDataset, readFolder } from '../dataset/index.ts';
import { PublishedData } from '../publishing/index.ts';
import { openS3Objects } from '../s3/index.ts';
import type { Log, Services } from '../services/index.ts';
import {
  BriefingStore,
  FolderObjects,
  makeFolder,
  type ObjectStore,
  renditions,
  terminalTimeouts,
} from '../store/index.ts';
import type { Places } from './diagnostics.ts';
import { editorName } from './editor-name.ts';
import { EditorsDesk } from './editors-desk.ts';
import { LivePreview } from './live-preview.ts';
import { fromCaller, loadPackage } from './load-package.ts';
import { localFolder } from './local-folder.ts';
import { openDataObjects } from './open-data-objects.ts';
import { localServer } from './server.ts';
import { writeMails } from './write-mails.ts';

const usage = `Usage: npm start -- [options]

Serves the API on this machine, makes the current edition and prints signed links to it.

  --port N      the port to listen on, 0 for any that is free; 3000 by default
  --data DIR    a Data Package to make it from; what was published here, else data/ by default
  --brand NAME  a folder of templates/brand; default by default
  --sender A    writes mails from this address, with --readers
  --readers L   to these, such as a@example.org,ru:b@example.org, as .eml files into the folder of the briefings
  --help        these lines

Briefings are kept in .store/, or in the folder that BRIEFINGS_FOLDER names, or in the S3 bucket that BUCKET
names at AWS_ENDPOINT_URL_S3. The data desk of the page, and the pages with it, are over the data that were published
in the bucket that BUCKET names, with your AWS credentials; else over those in the folder.`;

const plainLog: Log = {
  info: () => {},
  warn: (message) => process.stderr.write(`${message}\n`),
  // The reason alone: what clients are told, such as to try again, is no help to the one who can mend it.
  error: (message, facts) => {
    const { error } = (facts ?? {}) as { readonly error?: unknown };
    process.stderr.write(`${error === undefined ? message : reasonOf(error)}\n`);
  },
};

await runCommand(
  {
    usage,
    options: {
      port: { type: 'string', default: '3000' },
      data: { type: 'string' },
      brand: { type: 'string', default: 'default' },
      sender: { type: 'string' },
      readers: { type: 'string' },
    },
  },
  async (options) => {
    const port = readPort(options.port);
    const brand = oneOf('brand', options.brand, brandNames());
    const now = () => new Date();
    let address = '';
    const objects = await openObjects(now, () => address);
    const published = process.env.BUCKET ? openDataObjects(now) : objects;
    const services: Services = {
      ...(await currentData(options.data, published, now)),
      store: new BriefingStore(objects),
      rendererVersion: rendererVersionOf(brand),
      loadRenderer: lazily(() => rendererFromFiles(brand)),
      measure: () => {},
      // The server says under which of its names it was called.
      shareAddress: '',
      schedule: usualSchedule,
      now,
      logger: plainLog,
      version: codeVersion(),
    };
    const reload = async () => {
      const renderer = await rendererFromFiles(brand);
      return {
        ...(await currentData(options.data, published, now)),
        rendererVersion: rendererVersionOf(brand),
        loadRenderer: async () => renderer,
      };
    };
    const livePreview = new LivePreview(services, reload, placesOf(options.data));
    const unwatch = watchAll(livePreview, options.data, published);
    const server = localServer(livePreview, brand, deskOver(published, livePreview, now));
    let stopped = false;
    const stop = () => {
      stopped = true;
      unwatch();
      server.close();
      server.closeAllConnections();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
    try {
      // Not "localhost": where another server has the same port of [::1], that name leads to it.
      address = `http://127.0.0.1:${await listen(server, port)}`;
      const saved = services.dataDigest === null ? 'data or templates' : 'templates';
      process.stdout.write(
        `Serving ${address} – open it to see the pages; they renew when a file of ${saved} is saved.\n`,
      );
      if (services.dataDigest !== null) process.stdout.write(`${publishedLine(services)}\n`);
      for (const language of languages) await announce(language, address);
      await writeMails(options, localFolder(), { ...services, shareAddress: address });
    } catch (error) {
      if (stopped) return;
      stop();
      throw error;
    }
    process.stdout.write('Press Ctrl-C to stop.\n');
    // The files as they are now are the last good ones, should the first save break one.
    await services.loadRenderer();
    await makeOtherForms(services, () => stopped);
  },
);

/** The desk on the page, over the data of this machine or of a stack. */
function deskOver(objects: ObjectStore, livePreview: LivePreview, now: () => Date): EditorsDesk {
  const isWatched = objects instanceof FolderObjects;
  return new EditorsDesk({
    ...{ objects, now, editor: editorName, checks: checksVersion(), place: isWatched ? 'computer' : 'stack' },
    bundled: () => readFolder(`${projectFolder}data`),
    renderer: () => livePreview.loadRenderer(),
    moved: () => {
      if (!isWatched) void livePreview.saved('published/current.json');
    },
  });
}

/** Makes the other forms of the current edition while nobody waits for them, until the server is stopped. */
async function makeOtherForms(services: Services, isStopped: () => boolean): Promise<void> {
  const edition = resolveEdition('latest', services.dataset, services.now());
  for (const language of languages) {
    for (const rendition of renditions) {
      if (isStopped()) return;
      await renderBriefing(edition, language, rendition, services).catch((error: unknown) => {
        services.logger.error(
          `the edition ${edition} in ${language} could not be made as ${rendition.form} ${rendition.format}`,
          { error },
        );
      });
    }
  }
}

/** The folders of the project, and that of the data with the name by which the caller knows it. */
function placesOf(named: string | undefined): Places {
  return {
    project: projectFolder,
    data: named ? fromCaller(named) : join(projectFolder, 'data'),
    dataName: named?.replace(/\/+$/, '') ?? 'data',
  };
}

/** Watches the files of the project, and what is published or rolled back; gives a function that ends it. */
function watchAll(livePreview: LivePreview, named: string | undefined, objects: ObjectStore): () => void {
  const { data, dataName } = placesOf(named);
  // Data may be published while we run: whether a file of data/ is read is known when it is saved.
  const ends = [
    livePreview.watch(
      new Map([
        [dataName, data],
        ['templates', join(projectFolder, 'templates')],
      ]),
    ),
    // A bucket tells nothing of itself; there, a new start reads what was published.
    ...(named === undefined && objects instanceof FolderObjects ? [livePreview.watchPublished(localFolder())] : []),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** Listens on a port of this machine, 0 for any that is free; gives its number. Rejects when it is taken. */
async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** Says that the data come from a published version, and how to see the files of the project. */
function publishedLine({ dataset, dataDigest }: Services): string {
  const version = `${dataset.version} (${dataDigest?.slice(0, 12)})`;
  return `The data are the published version ${version}, not the files in data/. To see those: npm start -- --data data`;
}

/** Asks the API for the current edition in a language, as a client would, and prints its link. */
async function announce(language: Language, address: string): Promise<void> {
  showProgress(`Making the current edition in ${language}…`);
  const { status, body } = await post(`${address}/briefings`, JSON.stringify({ language }));
  const answer = JSON.parse(body) as { edition: string; url: string; expiresAt: string; detail?: string };
  clearProgress();
  if (status >= 500)
    throw new CommandError(`The current edition was not made in ${language}; the lines above say why.`);
  if (status >= 300) throw new CommandError(answer.detail ?? body);
  const until = new Date(answer.expiresAt).toLocaleTimeString('en-GB');
  process.stdout.write(`Edition ${answer.edition} in ${language}, until ${until}: ${answer.url}\n`);
}

/** Sends a request to this machine with its own agent, so that no proxy of the environment is used. */
async function post(address: string, body: string): Promise<{ readonly status: number; readonly body: string }> {
  const call = request(address, { method: 'POST', agent: new Agent() }).end(body);
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, body: await text(response) };
}

/** The data of a folder that was named, else the published ones, else those of the project. */
async function currentData(
  folder: string | undefined,
  objects: ObjectStore,
  now: () => Date,
): Promise<Pick<Services, 'dataset' | 'dataDigest' | 'data'>> {
  if (folder !== undefined) {
    return { dataset: await loadPackage(folder), dataDigest: null, data: { state: 'current', withdrawn: [] } };
  }
  // Problems of the project files are reported when a file is saved.
  let ownError: unknown;
  const tell = (error: unknown) => {
    if (error !== ownError) process.stderr.write(`The published data cannot be used: ${reasonOf(error)}\n`);
  };
  const published = new PublishedData({
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
    checks: checksVersion(),
    refused: tell,
    unavailable: tell,
  });
  const { dataset, digest, state, withdrawn } = await published.serving();
  return { dataset, dataDigest: digest, data: { state, withdrawn } };
}

async function openObjects(now: () => Date, address: () => string): Promise<ObjectStore> {
  const { BUCKET: bucket, AWS_ENDPOINT_URL_S3: endpoint } = process.env;
  if (bucket && endpoint) return openS3Objects(bucket, process.env, now, terminalTimeouts);
  const folder = localFolder();
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK);
  } catch (cause) {
    const remedy = 'Name another folder: BRIEFINGS_FOLDER=~/briefings npm start';
    throw new CommandError(`Briefings cannot be kept in ${folder}. ${reasonOf(cause)} ${remedy}`, { cause });
  }
  return new FolderObjects(folder, { now, address });
}

/** Makes a value on first use, and once; again where that failed. */
function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

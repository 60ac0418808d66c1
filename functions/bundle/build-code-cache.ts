import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';

/** Events that make a function run the code that every call needs. */
const events = { api: [request('/health')], monthly: [], public: [request('/s/code-cache')] } as const;

/**
 * Starts a function in its own process, with an empty S3, and writes the code that V8 has compiled next to the parts.
 * For `answer.js` that is what every call needs, for `print.js` only what loading it needs. Caching all code that
 * renders would add 270 KB to each cold start and save only a tenth of one that renders. The cache works only with this
 * version of Node and this processor.
 */
export async function buildCodeCache(name: keyof typeof events, renders: boolean, folder: string): Promise<void> {
  const server = createServer((_, response) => {
    response.writeHead(404, { 'content-type': 'application/xml' }).end('<Error><Code>NoSuchKey</Code></Error>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', script, folder, JSON.stringify(events[name]), String(renders)],
      {
        env: {
          AWS_ACCESS_KEY_ID: 'code-cache',
          AWS_SECRET_ACCESS_KEY: 'code-cache',
          AWS_REGION: 'eu-central-1',
          AWS_ENDPOINT_URL: address,
          BUCKET: 'code-cache',
          LINK_ROLE_ARN: 'arn:aws:iam::123456789012:role/code-cache',
        },
      },
    );
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** Imports a function, lets it handle the events, loads `print.js` if it renders, and writes the code cache of each part. */
const script = `
  import { writeFileSync } from 'node:fs';
  import { pathToFileURL } from 'node:url';
  import { constants, zstdCompressSync } from 'node:zlib';
  const [folder, events, renders] = process.argv.slice(1);
  const { handler, load, scripts } = await import(pathToFileURL(folder + '/index.mjs').href);
  for (const event of JSON.parse(events)) {
    const { statusCode, body } = await handler(event, {});
    if (statusCode >= 500) throw new Error(body);
  }
  const params = { [constants.ZSTD_c_compressionLevel]: 22 };
  const writeCache = (file) => {
    const compiled = scripts.get(file).createCachedData();
    writeFileSync(folder + '/' + file + '.compiled.zst', zstdCompressSync(compiled, { params }));
  };
  // Each with the V8 flags that the loader sets for it.
  writeCache('answer.js');
  if (renders === 'true') {
    load('print.js');
    writeCache('print.js');
  }
  process.exit(0);`;

function request(rawPath: string) {
  return {
    version: '2.0',
    rawPath,
    rawQueryString: '',
    headers: {},
    body: '',
    isBase64Encoded: false,
    requestContext: { requestId: 'code-cache', http: { method: 'GET', path: rawPath } },
  };
}

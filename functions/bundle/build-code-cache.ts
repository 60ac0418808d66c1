import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';

/** Events that make a function do what every call of it does. */
const events = { api: [request('/health')], monthly: [] } as const;

/**
 * Starts a function in a process of its own, over an S3 that holds nothing, and keeps beside its parts what V8 compiled
 * until then: of what answers all that every call needs, of what prints what loading it takes, from where V8 goes on as
 * pages ask for more. All that printing needs would be another 270 KB to fetch at each cold start, and save a tenth of
 * one that prints. What is kept is bound to the version and processor of this Node.
 */
export async function buildCodeCache(name: keyof typeof events, folder: string): Promise<void> {
  const server = createServer((_, response) => {
    response.writeHead(404, { 'content-type': 'application/xml' }).end('<Error><Code>NoSuchKey</Code></Error>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', script, folder, JSON.stringify(events[name])],
      {
        env: {
          AWS_ACCESS_KEY_ID: 'rehearsal',
          AWS_SECRET_ACCESS_KEY: 'rehearsal',
          AWS_REGION: 'eu-central-1',
          AWS_ENDPOINT_URL: address,
          BUCKET: 'rehearsal',
          LINK_ROLE_ARN: 'arn:aws:iam::123456789012:role/rehearsal',
        },
      },
    );
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** Imports a function, lets it handle events, loads what prints, and writes the compiled code of both. */
const script = `
  import { writeFileSync } from 'node:fs';
  import { pathToFileURL } from 'node:url';
  import { constants, zstdCompressSync } from 'node:zlib';
  const [folder, events] = process.argv.slice(1);
  const { handler, load, scripts } = await import(pathToFileURL(folder + '/index.mjs').href);
  for (const event of JSON.parse(events)) {
    const { statusCode, body } = await handler(event, {});
    if (statusCode >= 300) throw new Error(body);
  }
  const params = { [constants.ZSTD_c_compressionLevel]: 22 };
  const keep = (file) => {
    const compiled = scripts.get(file).createCachedData();
    writeFileSync(folder + '/' + file + '.compiled.zst', zstdCompressSync(compiled, { params }));
  };
  // Each under the flags that the loader loads it with.
  keep('answer.js');
  load('print.js');
  keep('print.js');
  process.exit(0);`;

function request(rawPath: string) {
  return {
    version: '2.0',
    rawPath,
    rawQueryString: '',
    headers: {},
    body: '',
    isBase64Encoded: false,
    requestContext: { requestId: 'rehearsal', http: { method: 'GET', path: rawPath } },
  };
}

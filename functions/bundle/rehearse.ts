import { execFile } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { languages } from '../dataset/index.ts';

/** Events of each function that make it do what it is there for. */
const events = {
  api: [
    ...languages.map((language) => request('POST', '/briefings', { edition: '2021-07', language })),
    request('GET', '/briefings/2021-07/ru'),
    request('GET', '/briefings'),
  ],
  monthly: [{}],
} as const;

/**
 * Runs a function once in a process of its own, over an S3 that forgets everything, and keeps what V8 compiled of each
 * part beside it. It is bound to the version and processor of this Node.
 */
export async function rehearse(name: keyof typeof events, folder: string): Promise<void> {
  const server = createServer(new RehearsalStore().answer);
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

/** Imports a function, lets it handle events, and writes the compiled code. */
const script = `
  import { writeFileSync } from 'node:fs';
  import { constants, zstdCompressSync } from 'node:zlib';
  const [folder, events] = process.argv.slice(1);
  const { handler, scripts } = await import(folder + '/index.mjs');
  for (const event of JSON.parse(events)) {
    const { statusCode = 200, body } = await handler(event, {});
    if (statusCode >= 300) throw new Error(body);
  }
  const params = { [constants.ZSTD_c_compressionLevel]: 22 };
  const compiled = scripts.get('print.js').createCachedData();
  writeFileSync(folder + '/print.js.compiled.zst', zstdCompressSync(compiled, { params }));
  process.exit(0);`;

function request(method: string, rawPath: string, body?: object) {
  return {
    version: '2.0',
    rawPath,
    rawQueryString: '',
    headers: {},
    body: body ? JSON.stringify(body) : '',
    isBase64Encoded: false,
    requestContext: { requestId: 'rehearsal', http: { method, path: rawPath } },
  };
}

/** As much of S3 and STS as a rehearsal calls: what was written can be found by its path, and nothing else. */
class RehearsalStore {
  private readonly written = new Map<string, IncomingMessage['headers']>();

  readonly answer = (message: IncomingMessage, response: ServerResponse): void => {
    message.resume().on('end', () => {
      const { method, url = '', headers } = message;
      const [path = '', query = ''] = url.split('?');
      const found = this.written.get(path);
      if (method === 'PUT') this.written.set(path, headers);
      if (method === 'POST') answerXml(response, 200, session());
      else if (query.includes('list-type')) answerXml(response, 200, this.list());
      else if (method === 'PUT') response.end();
      else if (method === 'HEAD' && found) response.writeHead(200, headersOf(found)).end();
      else answerXml(response, 404, '<Error><Code>NoSuchKey</Code></Error>');
    });
  };

  private list(): string {
    const keys = [...this.written.keys()].map((path) => path.split('/').slice(2).join('/'));
    const contents = keys.map((key) => `<Contents><Key>${key}</Key></Contents>`);
    return `<ListBucketResult><IsTruncated>false</IsTruncated>${contents.join('')}</ListBucketResult>`;
  }
}

function headersOf(put: IncomingMessage['headers']): Record<string, string> {
  const facts = Object.entries(put).filter(([name]) => name.startsWith('x-amz-meta-') || name === 'content-length');
  return {
    ...Object.fromEntries(facts.map(([name, value]) => [name, String(value)])),
    'last-modified': new Date(0).toUTCString(),
  };
}

function session(): string {
  const keys = '<AccessKeyId>A</AccessKeyId><SecretAccessKey>S</SecretAccessKey><SessionToken>T</SessionToken>';
  const credentials = `<Credentials>${keys}<Expiration>2100-01-01T00:00:00Z</Expiration></Credentials>`;
  return `<AssumeRoleResponse><AssumeRoleResult>${credentials}</AssumeRoleResult></AssumeRoleResponse>`;
}

function answerXml(response: ServerResponse, status: number, xml: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0"?>\n${xml}`);
}

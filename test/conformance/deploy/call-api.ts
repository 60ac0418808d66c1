import { type Credentials, type LocalAws, region } from '../local-aws.ts';
import { runWell } from '../programs.ts';

/** A response of the API or of S3. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Requests an address with curl. */
export async function ask(address: string, { curl }: LocalAws, ...args: readonly string[]): Promise<Answer> {
  const output = await runWell(
    'curl',
    ['--silent', '--show-error', '--include', '--http1.1', ...curl, ...args, address],
    {
      encoding: 'latin1',
    },
  );
  const end = output.indexOf('\r\n\r\n');
  const [first = '', ...lines] = output.slice(0, end).split('\r\n');
  const headers = lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.replace(/^[^:]*: ?/, '')]);
  return {
    status: Number(first.split(' ')[1]),
    headers: Object.fromEntries(headers) as Readonly<Record<string, string>>,
    body: Buffer.from(output.slice(end + 4), 'latin1'),
  };
}

/** Calls an API with an AWS signature, as the README does. */
export function askSigned(
  address: string,
  local: LocalAws,
  { id, secret, token }: Credentials,
  ...args: readonly string[]
): Promise<Answer> {
  const session = token === undefined ? [] : ['-H', `x-amz-security-token: ${token}`];
  const signature = ['--aws-sigv4', `aws:amz:${region}:execute-api`, '--user', `${id}:${secret}`, ...session];
  return ask(address, local, ...signature, ...args);
}

/** The description of a briefing by the API. */
export interface Briefing {
  readonly url: string;
  readonly sha256: string;
  readonly title: string;
  readonly data: { readonly version: string };
}

/** Parses the JSON of a response. */
export function jsonOf<T>({ body }: Answer): T {
  return JSON.parse(body.toString()) as T;
}

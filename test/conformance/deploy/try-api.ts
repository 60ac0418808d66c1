import { createHash } from 'node:crypto';
import type { AwsCli } from '../aws-cli.ts';
import type { Credentials } from '../local-aws.ts';
import { ask, askSigned, type Briefing, jsonOf } from './call-api.ts';
import type { Deployment, Outputs } from './deployment.ts';
import { makeUser } from './make-user.ts';

/** The digest by which a file is known. */
export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** The API as its callers meet it: who is let in, a briefing, its link, the file. */
export async function tryApi({ local, aws, checks }: Deployment, { ApiUrl: api, BucketName: bucket }: Outputs) {
  const reader = await makeReader(aws, api);
  const stranger = await makeUser(aws, 'stranger');
  const post = ['-X', 'POST', '-d', '{"edition":"2022-11","language":"ru"}'];
  const open = await ask(`${api}briefings`, local, ...post);
  checks.expect('a caller without a signature is refused: 403', open.status === 403, open.status);
  const refused = await askSigned(`${api}briefings`, local, stranger, ...post);
  checks.expect('a user who may not invoke the API is refused: 403', refused.status === 403, refused.status);
  const made = await askSigned(`${api}briefings`, local, reader, ...post);
  const briefing = jsonOf<Briefing>(made);
  checks.expect('a user who may makes a briefing: 201', made.status === 201, briefing);
  const file = await ask(briefing.url, local);
  checks.expect('its link gives the PDF whose digest was told', sha256(file.body) === briefing.sha256, file.status);
  const disposition = file.headers['content-disposition'];
  const named = disposition?.includes('gomel-russia-briefing-2022-11-ru.pdf') ?? false;
  checks.expect('under its name, as application/pdf', named && file.headers['content-type'] === 'application/pdf');
  const tampered = await ask(briefing.url.replace('X-Amz-Expires=900', 'X-Amz-Expires=3600'), local);
  checks.expect('a link whose end was put off is refused: 403', tampered.status === 403, tampered.status);
  const bare = await ask(briefing.url.split('?')[0] ?? '', local);
  checks.expect('the file without a link is refused: 403', bare.status === 403, bare.status);
  const again = await askSigned(`${api}briefings`, local, reader, ...post);
  checks.expect('the second time it is there: 200', again.status === 200, again.status);
  const moved = await askSigned(`${api}briefings/2022-11/ru`, local, reader, '-H', 'accept: application/pdf');
  checks.expect('who asks for a PDF is sent to it: 303', moved.status === 303, moved.status);
  const wrong = await askSigned(`${api}briefings/2022-11/de`, local, reader);
  checks.expect('a wrong language is a problem: 422', wrong.status === 422, wrong.status);
  const key = new URL(briefing.url).pathname.replace(`/${bucket}/`, '');
  return { reader, briefing, key };
}

/** A user who may call an API and nothing else. */
async function makeReader(aws: AwsCli, api: string): Promise<Credentials> {
  const id = new URL(api).hostname.split('.')[0];
  return makeUser(aws, 'reader', {
    Effect: 'Allow',
    Action: 'execute-api:Invoke',
    Resource: `arn:aws:execute-api:*:*:${id}/*`,
  });
}

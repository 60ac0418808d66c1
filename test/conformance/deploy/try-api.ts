import { createHash } from 'node:crypto';
import { ask, askSigned, type Briefing, jsonOf } from './call-api.ts';
import type { Deployment, Outputs } from './deployment.ts';
import { makeUser, makeUserWith } from './make-user.ts';

/** The SHA-256 of a file, in hexadecimal. */
export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Uses the API as its callers do: access, a briefing, its link, the file. */
export async function tryApi({ local, aws, checks }: Deployment, outputs: Outputs) {
  const { ApiUrl: api, BucketName: bucket } = outputs;
  const reader = await makeUserWith(aws, 'reader', outputs.ReaderPolicyArn);
  const editor = await makeUserWith(aws, 'editor', outputs.EditorPolicyArn);
  const stranger = await makeUser(aws, 'stranger');
  const post = ['-X', 'POST', '-d', '{"edition":"2022-11","language":"ru"}'];
  const open = await ask(`${api}/briefings`, local, ...post);
  checks.expect('a caller without a signature is refused: 403', open.status === 403, open.status);
  const refused = await askSigned(`${api}/briefings`, local, stranger, ...post);
  checks.expect('a user who may not invoke the API is refused: 403', refused.status === 403, refused.status);
  const read = await askSigned(`${api}/briefings`, local, reader, ...post);
  checks.expect('a reader, who may not make any, is refused: 403', read.status === 403, read.status);
  const made = await askSigned(`${api}/briefings`, local, editor, ...post);
  const briefing = jsonOf<Briefing>(made);
  checks.expect('an editor makes a briefing: 201', made.status === 201, briefing);
  const file = await ask(briefing.url, local);
  checks.expect('its link gives the PDF whose digest was told', sha256(file.body) === briefing.sha256, file.status);
  const disposition = file.headers['content-disposition'];
  const named = disposition?.includes('gomel-russia-briefing-2022-11-ru.pdf') ?? false;
  checks.expect('under its name, as application/pdf', named && file.headers['content-type'] === 'application/pdf');
  const tampered = await ask(briefing.url.replace('X-Amz-Expires=900', 'X-Amz-Expires=3600'), local);
  checks.expect('a link whose end was put off is refused: 403', tampered.status === 403, tampered.status);
  const bare = await ask(briefing.url.split('?')[0] ?? '', local);
  checks.expect('the file without a link is refused: 403', bare.status === 403, bare.status);
  const again = await askSigned(`${api}/briefings`, local, editor, ...post);
  checks.expect('the second time it is there: 200', again.status === 200, again.status);
  const moved = await askSigned(`${api}/briefings/2022-11/ru`, local, reader, '-H', 'accept: application/pdf');
  checks.expect('who asks for a PDF is sent to it: 303', moved.status === 303, moved.status);
  const wrong = await askSigned(`${api}/briefings/2022-11/de`, local, reader);
  checks.expect('a wrong language is a problem: 422', wrong.status === 422, wrong.status);
  const key = new URL(briefing.url).pathname.replace(`/${bucket}/`, '');
  return { editor, briefing, key };
}

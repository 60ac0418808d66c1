import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../../../functions/assets/from-files.ts';
import { type Credentials, credentialVariables } from '../local-aws.ts';
import { askSigned, type Briefing, jsonOf } from './call-api.ts';
import type { Deployment, Outputs } from './deployment.ts';

/** A data editor publishes a package without a deployment, and the running function uses it; then it is taken back. */
export async function tryData(deployment: Deployment, outputs: Outputs, editor: Credentials): Promise<void> {
  const { checks, local } = deployment;
  const { ApiUrl: api, BucketName: bucket, BackfillArn: machine } = outputs;
  const folder = join(deployment.scratch, 'data');
  await cp(join(projectFolder, 'data'), folder, { recursive: true });
  await change(join(folder, 'datapackage.json'), /"version": "[^"]+"/, '"version": "2026.11.0"');
  await change(join(folder, 'observations.csv'), ',2024-07,441,PN,', ',2024-07,442,PN,');
  const own = { ...credentialVariables(editor), BUCKET: bucket };
  const why = ['--message', 'The count of July'];
  const published = await deployment.script('data:publish', [folder, ...why], own);
  checks.expect('an editor publishes data', published.out.includes('Version 2026.11.0 is current'), published);
  const touched = published.out.includes('--from 2024-07 --to 2026-11');
  checks.expect('and is told how the editions that change are made anew', touched, published.out);
  const post = ['-X', 'POST', '-d', '{"edition":"2026-11","language":"en"}'];
  const made = await askSigned(`${api}/briefings`, local, editor, ...post);
  const { version } = jsonOf<Briefing>(made).data;
  checks.expect('the running function prints them at once', made.status === 201 && version === '2026.11.0', version);
  const remade = ['--from', '2026-11', '--to', '2026-11', '--language', 'be'];
  const backfill = await deployment.script('backfill', remade, { ...own, BACKFILL_ARN: machine });
  checks.expect('an editor has editions made anew', backfill.out.includes('1 made, 0 were there, 0 failed'), backfill);
  const fetched = await deployment.script('data:fetch', [join(deployment.scratch, 'fetched')], own);
  checks.expect('an editor fetches what is current', fetched.out.includes('Version 2026.11.0'), fetched);
  const back = await deployment.script('data:publish', ['--roll-back', '--message', 'It was right'], own);
  checks.expect('an editor rolls back', back.out.includes('The data that come with the code are current'), back);
  const history = await deployment.script('data:history', [], own);
  const told = /rolled back by arn:\S*:user\/editor: It was right(.|\n)*published by arn:\S*:user\/editor: The count/;
  checks.expect('the history says who did it and why', told.test(history.out), history);
  const latest = await askSigned(`${api}/briefings/2026-11/en`, local, editor);
  const served = latest.status === 200 ? jsonOf<Briefing>(latest).data.version : '';
  checks.expect('what was withdrawn is served no more', served !== '2026.11.0', served);
}

async function change(file: string, found: string | RegExp, replacement: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const changed = text.replace(found, replacement);
  if (changed === text) throw new Error(`${file} no longer has ${found}`);
  await writeFile(file, changed);
}

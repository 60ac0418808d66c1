import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../../../functions/assets/from-files.ts';
import { type Credentials, credentialVariables } from '../local-aws.ts';
import { askSigned, type Briefing, jsonOf } from './call-api.ts';
import type { Deployment, Outputs } from './deployment.ts';

/** A data editor publishes a package without a deployment, and the running function uses it. */
export async function tryData(deployment: Deployment, outputs: Outputs, editor: Credentials): Promise<void> {
  const { checks, local } = deployment;
  const { ApiUrl: api, BucketName: bucket } = outputs;
  const folder = join(deployment.scratch, 'data');
  await cp(join(projectFolder, 'data'), folder, { recursive: true });
  await change(join(folder, 'datapackage.json'), /"version": "[^"]+"/, '"version": "2026.11.0"');
  await change(join(folder, 'observations.csv'), ',2024-07,441,PN,', ',2024-07,442,PN,');
  const own = { ...credentialVariables(editor), BUCKET: bucket };
  const published = await deployment.script('data:publish', [folder], own);
  checks.expect('an editor publishes data', published.out.includes('Version 2026.11.0 is current'), published);
  const post = ['-X', 'POST', '-d', '{"edition":"2026-11","language":"en"}'];
  const made = await askSigned(`${api}/briefings`, local, editor, ...post);
  const { version } = jsonOf<Briefing>(made).data;
  checks.expect('the running function prints them at once', made.status === 201 && version === '2026.11.0', version);
}

async function change(file: string, found: string | RegExp, replacement: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const changed = text.replace(found, replacement);
  if (changed === text) throw new Error(`${file} no longer has ${found}`);
  await writeFile(file, changed);
}

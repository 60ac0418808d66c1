import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { helpers } from '../../functions/document/index.ts';
import { temporaryFolder } from '../folders.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(`${project}${file}`, 'utf8');
const contributing = read('CONTRIBUTING.md');
const reference = contributing.slice(contributing.indexOf('## Templates'), contributing.indexOf('## Pages changed'));

describe('the reference of templates in CONTRIBUTING.md', () => {
  it('has a row for every helper, and none for a helper that does not exist', () => {
    const named = [...reference.matchAll(/^\| `\{\{(\w+)/gm)].map(([, name = '']) => name);
    expect(named.toSorted()).toEqual(Object.keys(helpers).toSorted());
  });

  it('names every element that a template uses', () => {
    const templates = globSync('templates/**/*.hbs', { cwd: project }).map(read).join('\n');
    const used = new Set([...templates.matchAll(/<(\w+)/g)].map(([, name = '']) => name));
    const rows = reference.split('\n').filter((line) => line.startsWith('|'));
    const heads = [...used].filter((name) => /^h\d$/.test(name));
    const missing = [...used].filter(
      (name) => !heads.includes(name) && !rows.some((row) => row.includes(`\`${name}\``)),
    );
    expect(missing).toEqual([]);
  });
});

/** The documents for contributors. Files in the changelog may be gone, so it is not among them. */
const documents = ['README.md', 'CONTRIBUTING.md', 'data/README.md', ...globSync('docs/*.md', { cwd: project })];

describe.each(documents)('%s', (document) => {
  it('names only files and folders that exist', () => {
    const named = [...read(document).matchAll(/`((?:[\w-]+\/)+(?:[\w.-]+\.(?:ts|js|md|csv|json|hbs)|[\w-]+\/))`/g)];
    // Files that a recipe invents, or that a command or a test writes.
    const invented =
      /^(functions\/document\/views\/goods\.ts|templates\/sections\/goods\.hbs|test\/pictures\/differing|dist\/|\.\w+)/;
    const paths = named.map(([, path = '']) => path).filter((path) => !invented.test(path));
    const missing = paths.filter((path) => ![path, `functions/${path}`].some((place) => existsSync(project + place)));
    expect(missing).toEqual([]);
  });

  it('links only to files that exist', () => {
    const folder = document.includes('/') ? document.slice(0, document.lastIndexOf('/') + 1) : '';
    const links = [...read(document).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => !existsSync(`${project}${folder}${target}`))).toEqual([]);
  });
});

it('the README gives curl the keys of AWS on its standard input, not on a command line that others can read', async () => {
  const [, command = ''] = /^(curl --config [\s\S]*?^END)$/m.exec(read('README.md')) ?? [];
  const folder = await temporaryFolder();
  writeFileSync(join(folder, 'curl'), '#!/bin/sh\nprintf "%s\\n" "$@"\necho INPUT\ncat\n');
  chmodSync(join(folder, 'curl'), 0o755);
  const keys = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret/key', AWS_SESSION_TOKEN: 'token==' };
  const where = { AWS_REGION: 'eu-central-1', API_URL: 'https://api.example' };
  const env = { PATH: `${folder}${delimiter}${process.env.PATH}`, ...keys, ...where };
  const [args = '', input] = execFileSync('sh', ['-c', command], { encoding: 'utf8', env }).split('INPUT\n');
  expect(args).toContain('https://api.example/briefings');
  expect(args).not.toMatch(/secret|token/);
  expect(input).toBe('user = "AKIDEXAMPLE:secret/key"\nheader = "x-amz-security-token: token=="\n');
});

it.each(documents)('%s puts no secret on a command line', (document) => {
  expect(read(document)).not.toMatch(/^(?!user|header).*(--user|-u|-H|--header)\b.*\$(AWS_SECRET|AWS_SESSION)/m);
});

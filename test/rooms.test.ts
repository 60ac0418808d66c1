import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';

/** Which rooms the files of a room may import from. */
const doors: Readonly<Record<string, readonly string[]>> = {
  dataset: [],
  figures: ['dataset'],
  document: ['dataset', 'figures'],
  pdf: ['dataset', 'document'],
  store: [],
  publishing: ['dataset', 'store'],
  press: ['dataset', 'figures', 'document', 'pdf', 'store'],
  api: ['dataset', 'press', 'publishing', 'store'],
  monthly: ['dataset', 'press', 'store', 'api'],
  local: ['dataset', 'document', 'press', 'publishing', 'store', 'api'],
  bundle: ['dataset', 'document', 'pdf', 'press', 'local'],
};

const project = new URL('..', import.meta.url).pathname;

function sourceFiles(folder: string): readonly string[] {
  const found = readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' });
  return found.filter((file) => file.endsWith('.ts')).map((file) => join(folder, file));
}

/** The files that a file imports by a relative path, from the folder of the project. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(project, file), 'utf8');
  return [...text.matchAll(/from '(\.[^']+)'|import\('(\.[^']+)'\)/g)].map(([, one, other]) =>
    relative(project, join(project, dirname(file), one ?? other ?? '')),
  );
}

const roomOf = (file: string) => file.split('/')[1] ?? '';

it('a room imports only from the rooms below it', () => {
  const wrong = sourceFiles('functions').flatMap((file) =>
    importsOf(file)
      .filter((target) => target.startsWith('functions/') && roomOf(target) !== roomOf(file))
      .filter((target) => !doors[roomOf(file)]?.includes(roomOf(target)))
      .map((target) => `${file} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

it('the stack and the functions do not import each other', () => {
  const wrong = ['lib', 'functions'].flatMap((folder) =>
    sourceFiles(folder).flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith(folder === 'lib' ? 'functions/' : 'lib/'))
        .map((target) => `${file} imports ${target}`),
    ),
  );
  expect(wrong).toEqual([]);
});

it('nothing that is deployed imports what measures or tests it', () => {
  const wrong = ['lib', 'functions'].flatMap((folder) =>
    sourceFiles(folder).flatMap((file) =>
      importsOf(file)
        .filter((target) => /^(bench|test)\//.test(target))
        .map((target) => `${file} imports ${target}`),
    ),
  );
  expect(wrong).toEqual([]);
});

it('only painting sees PDFKit, and only tests see fontkit', () => {
  const seeing = sourceFiles('functions').filter((file) =>
    /from '(pdfkit|fontkit)'/.test(readFileSync(join(project, file), 'utf8')),
  );
  expect(seeing).toEqual(['functions/pdf/paint/archive.ts']);
});

it('nothing outside the commands reads the clock of the machine', () => {
  const clocks = sourceFiles('functions').filter((file) =>
    /new Date\(\)|Date\.now\(\)/.test(readFileSync(join(project, file), 'utf8')),
  );
  expect(clocks.map(roomOf).filter((room) => !['api', 'local'].includes(room))).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const project = fileURLToPath(new URL('..', import.meta.url));

/** The layers of `functions/` with the layers that each may import, as in the table of docs/architecture.md. */
const layers = readLayers(readFileSync(join(project, 'docs/architecture.md'), 'utf8'));

function readLayers(text: string): ReadonlyMap<string, readonly string[]> {
  const rows = text.matchAll(/^\| `(\w+)\/` \| [^|]+ \| ([^|]+) \|$/gm);
  return new Map([...rows].map(([, name = '', imports = '']) => [name, imports.match(/\w+/g) ?? []]));
}

function sourceFiles(folder: string): readonly string[] {
  const found = readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' });
  return found.filter((file) => file.endsWith('.ts')).map((file) => join(folder, file).replaceAll('\\', '/'));
}

/** The files that a file imports by relative path, or as `#renderer` or `#share-wording`, relative to the project folder. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(project, file), 'utf8');
  const relativeOnes = [...text.matchAll(/from '(\.[^']+)'|import\('(\.[^']+)'\)/g)].map(([, one, other]) =>
    relative(project, join(project, dirname(file), one ?? other ?? '')).replaceAll('\\', '/'),
  );
  return /from '#(renderer|share-wording)'/.test(text) ? [...relativeOnes, 'functions/assets/index.ts'] : relativeOnes;
}

const layerOf = (file: string) => file.split('/')[1] ?? '';

/** Every import between two layers of `functions/`. */
const crossings = sourceFiles('functions').flatMap((file) =>
  importsOf(file)
    .filter((target) => target.startsWith('functions/') && layerOf(target) !== layerOf(file))
    .map((target) => ({ file, target })),
);

it('the table of layers in docs/architecture.md names every folder of functions/', () => {
  expect([...layers.keys()].toSorted()).toEqual(readdirSync(join(project, 'functions')).toSorted());
});

it('a layer imports exactly the layers that docs/architecture.md gives it: correct the import or the table', () => {
  for (const [layer, allowed] of layers) {
    const found = new Set(crossings.filter(({ file }) => layerOf(file) === layer).map(({ target }) => layerOf(target)));
    expect([...found].toSorted(), `imports of functions/${layer}`).toEqual([...allowed].toSorted());
  }
});

it('no two layers import each other, directly or through others', () => {
  const reached = (from: string, seen = new Set<string>()): ReadonlySet<string> => {
    for (const next of layers.get(from) ?? []) if (!seen.has(next)) reached(next, seen.add(next));
    return seen;
  };
  expect([...layers.keys()].filter((layer) => reached(layer).has(layer))).toEqual([]);
});

it('a layer is entered through its index.ts: export there what another layer needs', () => {
  const wrong = crossings
    .filter(({ target }) => target !== `functions/${layerOf(target)}/index.ts`)
    .map(({ file, target }) => `${file} imports ${target}`);
  expect(wrong).toEqual([]);
});

it('an index.ts only re-exports', () => {
  const wrong = [...layers.keys()]
    .map((layer) => `functions/${layer}/index.ts`)
    .filter((file) => sourceFiles('functions').includes(file))
    .filter((file) => /^(?!export (type )?(\{|\*)|\} from | {2}|$)/m.test(readFileSync(join(project, file), 'utf8')));
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
  expect(seeing).toEqual(['functions/pdf/paint/pdf-file.ts']);
});

it('nothing outside the commands reads the clock of the machine', () => {
  const clocks = sourceFiles('functions').filter((file) =>
    /new Date\(\)|Date\.now\(\)/.test(readFileSync(join(project, file), 'utf8')),
  );
  expect(clocks.map(layerOf).filter((layer) => !['services', 'local'].includes(layer))).toEqual([]);
});

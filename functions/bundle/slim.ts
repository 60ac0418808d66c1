import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { type Cut, replaced } from './cut.ts';
import { aws, notices } from './slim-aws.ts';
import { pdfkit } from './slim-pdfkit.ts';

/** Our markup has the entities of XML: the two thousand of HTML are not unpacked. */
const entities = replaced(
  '/entities/dist/generated/decode-data-html.js',
  ['htmlDecodeTree'],
  'export const htmlDecodeTree = new Uint16Array(0);',
);

/** Our scales are of numbers: what comes between colours, dates and texts is left out. */
const scales = replaced(
  '/d3-interpolate/dist/d3-interpolate.mjs',
  ['interpolate', 'interpolateNumber', 'interpolateRound', 'piecewise'],
  `export const interpolateNumber = (from, to) => (share) => from * (1 - share) + to * share;
   export const interpolate = interpolateNumber;
   export const interpolateRound = undefined;
   export const piecewise = undefined;`,
);

/** What is cut from the parts of the bundles. */
export const cuts = {
  api: aws,
  monthly: [...aws, ...notices],
  print: [entities, scales, pdfkit],
} as const satisfies Readonly<Record<string, readonly Cut[]>>;

/** Makes cuts. Fails when one finds its module not, or not as it was: then it must be read again. */
export function slim(wanted: readonly Cut[]): Plugin {
  return {
    name: 'slim',
    setup({ onLoad, onEnd }) {
      const made = new Map<Cut, number>();
      for (const cut of wanted) {
        const filter = new RegExp(`${cut.path.replaceAll('.', '\\.')}$`);
        onLoad({ filter }, async ({ path }) => {
          const [contents, times] = cut.change(await readFile(path, 'utf8'));
          made.set(cut, times);
          return { contents };
        });
      }
      onEnd(() => ({
        errors: wanted
          .filter((cut) => made.get(cut) !== cut.times)
          .map((cut) => ({
            text: `${cut.path} was cut ${made.get(cut) ?? 0} times in place of ${cut.times}; read functions/bundle/slim*.ts again`,
          })),
      }));
    },
  };
}

const fileCalls = ['link', 'mkdir', 'open', 'readdir', 'readFile', 'rename', 'rm', 'stat', 'writeFile'];

/** Has Node load what works with files when it is first called: where briefings lie in a bucket it never is. */
export const lateFiles: Plugin = {
  name: 'late files',
  setup({ onResolve, onLoad }) {
    const namespace = 'late-files';
    onResolve({ filter: /^node:fs\/promises$/ }, ({ path, importer }) =>
      importer === path ? { path, external: true } : { path, namespace },
    );
    onLoad({ filter: /.*/, namespace }, () => ({
      contents: fileCalls
        .map((call) => `export const ${call} = (...values) => require('node:fs/promises').${call}(...values);`)
        .join('\n'),
    }));
  },
};

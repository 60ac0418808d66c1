import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { pdfkit } from './slim-pdfkit.ts';

/** A change to a module of a library that leaves out what a function does not use. */
export interface Cut {
  /** The end of the path of the module. */
  readonly path: string;
  /** Gives the changed text, and how often it was changed. */
  readonly change: (text: string) => readonly [text: string, times: number];
  /** How often the text is changed; another number means that the library was rearranged. */
  readonly times: number;
}

/** The schemas of all calls are lists beside each other. Said to be pure, those of calls that we do not make are dropped. */
const schemas = (client: string, times: number): Cut => ({
  path: `/@aws-sdk/${client}/dist-es/schemas/schemas_0.js`,
  change: (text) => {
    let count = 0;
    const pure = text.replace(/^export var (\S+) = (\[[\s\S]*?\]);$/gm, (_, name: string, list: string) => {
      count += 1;
      return `export var ${name} = /* @__PURE__ */ (() => (${list}))();`;
    });
    return [pure, count];
  },
  times,
});

/** Puts a text in the place of a module that exports certain names. */
const replaced = (path: string, names: readonly string[], text: string): Cut => ({
  path,
  change: (found) => [text, names.filter((name) => new RegExp(`export .*\\b${name}\\b`).test(found)).length],
  times: names.length,
});

/** Lambda gives credentials in the environment: profiles, single sign-on and instance metadata are for other places. */
const credentials = replaced(
  '/@aws-sdk/credential-provider-node/dist-es/index.js',
  ['defaultProvider'],
  `import { fromEnv } from '@aws-sdk/credential-provider-env';
   export const defaultProvider = () => fromEnv();`,
);

/** Lambda has no home with settings of AWS in it: they are not looked for. */
const settings = replaced(
  '/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/loadSharedConfigFiles.js',
  ['loadSharedConfigFiles', 'CONFIG_PREFIX_SEPARATOR'],
  `export { CONFIG_PREFIX_SEPARATOR } from './constants';
   export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });`,
);

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
  api: [credentials, settings, schemas('client-s3', 484), schemas('client-sts', 62)],
  monthly: [credentials, settings, schemas('client-s3', 484), schemas('client-sts', 62), schemas('client-sns', 161)],
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
            text: `${cut.path} was cut ${made.get(cut) ?? 0} times in place of ${cut.times}; read functions/bundle/slim.ts again`,
          })),
      }));
    },
  };
}

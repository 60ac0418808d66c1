import { type Cut, edited, put, replaced, uncalled } from './cut.ts';

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

/** Of its own package a client tells AWS the version: the rest of what it says to npm is left out. */
const version = (client: string): Cut => ({
  path: `/@aws-sdk/${client}/package.json`,
  change: (text) => {
    const { version: number } = JSON.parse(text) as { readonly version?: string };
    return [`export default ${JSON.stringify({ version: number })};`, number === undefined ? 0 : 1];
  },
  times: 1,
});

/** What of a client we use. */
const client = (name: string, times: number) => [schemas(name, times), version(name)];

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

/** None of our calls streams events. */
const eventStreams = [
  edited('/@smithy/core/dist-es/submodules/protocols/HttpProtocol.js', [
    put(
      /^ {4}async loadEventStreamCapability\(\) \{[\s\S]*?^ {4}\}$/m,
      "async loadEventStreamCapability() { throw new Error('event streams were left out of the bundle'); }",
    ),
  ]),
  replaced(
    '/@smithy/core/dist-es/submodules/event-streams/index.js',
    ['eventStreamSerdeProvider', 'resolveEventStreamSerdeConfig'],
    `export const eventStreamSerdeProvider = undefined;
     export const resolveEventStreamSerdeConfig = (config) => config;`,
  ),
];

/** Node has hashes: none is computed in JavaScript. */
const hashes = [
  uncalled('/@smithy/core/dist-es/submodules/checksum/sha256/Sha256Js.js', ['Sha256Js']),
  uncalled('/@smithy/core/dist-es/submodules/checksum/md5/Md5Js.js', ['Md5Js']),
  uncalled('/@smithy/core/dist-es/submodules/checksum/crc32/Crc32Js.js', ['Crc32Js']),
  uncalled('/@aws-sdk/checksums/dist-es/submodules/sha/sha1/Sha1Js.js', ['Sha1Js']),
];

/** Looking for the streams and the random numbers of browsers makes Node load them: its own are at hand. */
const browser = [
  uncalled('/@smithy/core/dist-es/submodules/serde/util-stream/checksum/createChecksumStream.browser.js', [
    'createChecksumStream',
  ]),
  replaced(
    '/@smithy/core/dist-es/submodules/serde/uuid/v4.js',
    ['bindV4'],
    `import { randomUUID } from 'node:crypto';
     export const bindV4 = () => () => randomUUID();`,
  ),
];

/** What both functions leave out of the clients of AWS. */
export const aws = [
  ...client('client-s3', 484),
  ...client('client-sts', 62),
  credentials,
  settings,
  ...eventStreams,
  ...hashes,
  ...browser,
];

/** What the function that sends notices leaves out of their client. */
export const notices = client('client-sns', 161);

import * as s3 from '@aws-sdk/client-s3';
import * as sns from '@aws-sdk/client-sns';
import * as sts from '@aws-sdk/client-sts';
import { writeSchemas } from './schemas.ts';

/** What takes the place of a module of a library that a function does not use. */
export interface Stub {
  /** A package, or a folder or file of one, by its path below `node_modules`. */
  readonly module: string;
  /** The source of the module that stands there instead. */
  readonly source: string;
}

/**
 * A stub whose exports have the names that libraries import, and throw an error that names the module when they are
 * called or read. `rest` is the source of what is needed of the module all the same.
 */
function leftOut(module: string, names: readonly string[], rest = ''): Stub {
  const message = `${module} was left out of the bundle`;
  return {
    module,
    source: `
      function refuse() { throw new Error(${JSON.stringify(message)}); }
      const leftOut = /* @__PURE__ */ new Proxy(refuse, { get: refuse });
      export { ${names.map((name) => `leftOut as ${name}`).join(', ')} };
      ${rest}`,
  };
}

/** What the clients of AWS bring for other places than Lambda, and for calls that we do not make. */
const aws: readonly Stub[] = [
  // The schemas of all calls of a client, written so that those of other calls than ours are dropped.
  { module: '@aws-sdk/client-s3/dist-es/schemas/schemas_0.js', source: writeSchemas(s3) },
  { module: '@aws-sdk/client-sts/dist-es/schemas/schemas_0.js', source: writeSchemas(sts) },
  // Lambda gives credentials in the environment: profiles, single sign-on and instance metadata are for other places.
  {
    module: '@aws-sdk/credential-provider-node',
    source: `
      import { fromEnv } from '@aws-sdk/credential-provider-env';
      export const defaultProvider = () => fromEnv();`,
  },
  // Lambda has no home folder with settings of AWS in it: they are not looked for.
  {
    module: '@smithy/core/dist-es/submodules/config/shared-ini-file-loader/loadSharedConfigFiles.js',
    source: `
      export { CONFIG_PREFIX_SEPARATOR } from './constants';
      export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });`,
  },
  // None of our calls streams events. Each client asks for the settings of such streams when it is made.
  leftOut(
    '@smithy/core/dist-es/submodules/event-streams',
    ['EventStreamSerde', 'eventStreamSerdeProvider'],
    'export const resolveEventStreamSerdeConfig = (config) => config;',
  ),
  // Node has hashes: none is computed in JavaScript.
  leftOut('@smithy/core/dist-es/submodules/checksum/sha256/Sha256Js.js', ['Sha256Js']),
  leftOut('@smithy/core/dist-es/submodules/checksum/md5/Md5Js.js', ['Md5Js']),
  leftOut('@smithy/core/dist-es/submodules/checksum/crc32/Crc32Js.js', ['Crc32Js']),
  leftOut('@aws-sdk/checksums/dist-es/submodules/sha/sha1/Sha1Js.js', ['Sha1Js']),
];

/** The same of the client that sends notices. */
const notices: Stub = { module: '@aws-sdk/client-sns/dist-es/schemas/schemas_0.js', source: writeSchemas(sns) };

/** What PDFKit brings for text, pictures and passwords, and others for HTML and colours. */
const printing: readonly Stub[] = [
  // Text reaches PDFKit as finished pages, with fonts as finished objects.
  leftOut('fontkit', ['create']),
  leftOut('linebreak', ['default']),
  // There are no pictures, and no passwords.
  leftOut('png-js', ['default']),
  leftOut('@noble/ciphers', ['cbc', 'ecb']),
  // Our markup has the entities of XML: the two thousand of HTML are not needed.
  leftOut('entities/dist/generated/decode-data-html.js', ['htmlDecodeTree']),
  // Our scales are of numbers: what lies between two colours, dates or texts is not needed.
  leftOut(
    'd3-interpolate',
    ['interpolateRound', 'piecewise'],
    `export const interpolateNumber = (from, to) => (share) => from * (1 - share) + to * share;
     export { interpolateNumber as interpolate };`,
  ),
];

/** What is left out of the parts of the bundles: of those that answer, by function, and of the one that prints. */
export const stubs = { api: aws, monthly: [...aws, notices], print: printing } as const;

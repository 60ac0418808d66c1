import * as s3 from '@aws-sdk/client-s3';
import * as ses from '@aws-sdk/client-sesv2';
import * as sns from '@aws-sdk/client-sns';
import * as sts from '@aws-sdk/client-sts';
import { writeSchemas } from './schemas.ts';

/** The replacement of a library module that a function does not use. */
export interface Stub {
  /** The path below `node_modules` of a package, folder or file. */
  readonly module: string;
  /** The source of the replacement. */
  readonly source: string;
}

/**
 * A stub that exports the names that libraries import. Using one of them throws an error that names the module. `rest`
 * is source code for exports that are still needed.
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

/** Parts of the AWS clients for places other than Lambda, and for calls that we do not make. */
const aws: readonly Stub[] = [
  // The schemas of all calls, written so that esbuild can drop those of calls that we do not make.
  { module: '@aws-sdk/client-s3/dist-es/schemas/schemas_0.js', source: writeSchemas(s3) },
  { module: '@aws-sdk/client-sts/dist-es/schemas/schemas_0.js', source: writeSchemas(sts) },
  // Lambda passes credentials in the environment, so profiles, single sign-on and instance metadata are not needed.
  {
    module: '@aws-sdk/credential-provider-node',
    source: `
      import { fromEnv } from '@aws-sdk/credential-provider-env';
      export const defaultProvider = () => fromEnv();`,
  },
  // Lambda has no home folder with AWS settings, so they are not read.
  {
    module: '@smithy/core/dist-es/submodules/config/shared-ini-file-loader/loadSharedConfigFiles.js',
    source: `
      export { CONFIG_PREFIX_SEPARATOR } from './constants';
      export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });`,
  },
  // None of our calls streams events, but each client asks for the settings of event streams when it is created.
  leftOut(
    '@smithy/core/dist-es/submodules/event-streams',
    ['EventStreamSerde', 'eventStreamSerdeProvider'],
    'export const resolveEventStreamSerdeConfig = (config) => config;',
  ),
  // Node has hash functions, so none in JavaScript is needed.
  leftOut('@smithy/core/dist-es/submodules/checksum/sha256/Sha256Js.js', ['Sha256Js']),
  leftOut('@smithy/core/dist-es/submodules/checksum/md5/Md5Js.js', ['Md5Js']),
  leftOut('@smithy/core/dist-es/submodules/checksum/crc32/Crc32Js.js', ['Crc32Js']),
  leftOut('@aws-sdk/checksums/dist-es/submodules/sha/sha1/Sha1Js.js', ['Sha1Js']),
];

/** The schemas of the clients that send notifications and mails. */
const sending: readonly Stub[] = [
  { module: '@aws-sdk/client-sns/dist-es/schemas/schemas_0.js', source: writeSchemas(sns) },
  { module: '@aws-sdk/client-sesv2/dist-es/schemas/schemas_0.js', source: writeSchemas(ses) },
];

/** Parts of PDFKit for text, images and passwords, and of other libraries for HTML and colours. */
const rendering: readonly Stub[] = [
  // PDFKit receives finished pages and fonts.
  leftOut('fontkit', ['create']),
  leftOut('linebreak', ['default']),
  // There are no images and no passwords.
  leftOut('png-js', ['default']),
  leftOut('@noble/ciphers', ['cbc', 'ecb']),
  // Our markup uses only the entities of XML, not the two thousand of HTML.
  leftOut('entities/dist/generated/decode-data-html.js', ['htmlDecodeTree']),
  // Our scales interpolate only numbers, not colours, dates or texts.
  leftOut(
    'd3-interpolate',
    ['interpolateRound', 'piecewise'],
    `export const interpolateNumber = (from, to) => (share) => from * (1 - share) + to * share;
     export { interpolateNumber as interpolate };`,
  ),
];

/** The stubs of each part: of `answer.js` by function, and of `print.js`. */
export const stubs = { api: aws, monthly: [...aws, ...sending], public: aws, print: rendering } as const;

import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { App } from 'aws-cdk-lib';
import { Architecture } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** Who may call the API: callers with AWS credentials, bearers of a token, or anyone. */
export type Access =
  | { readonly kind: 'iam' }
  | { readonly kind: 'jwt'; readonly issuer: string; readonly audience: readonly string[] }
  | { readonly kind: 'none' };

/** What operators may change, from the context of the app: `-c name=value`. */
export interface Settings {
  /** @default iam */
  readonly access: Access;
  /** @default arm64 */
  readonly architecture: Architecture;
  /**
   * The name of the stack. Stacks with different names can exist side by side.
   * @default GomelBriefing
   */
  readonly name: string;
  /**
   * The e-mail addresses of the operators, who get alarms.
   * @default none
   */
  readonly notify: readonly string[];
  /**
   * The e-mail addresses of the readers, who get new editions: by mail in their language, `ru:a@example.org`, with a
   * sender; else a notice in all languages.
   * @default none
   */
  readonly readers: readonly string[];
  /**
   * The e-mail address from which readers get each edition by mail; null for notices by SNS.
   * @default notices
   */
  readonly sender: string | null;
  /**
   * Days for which the page of an edition in a mail or notice is open. With 0 mails have no page, and notices link to
   * the API.
   * @default 180
   */
  readonly share: number;
  /**
   * A folder of `templates/brand`.
   * @default default
   */
  readonly brand: string;
  /**
   * When the month is made: the six fields of a cron expression of EventBridge Scheduler, in the time of Minsk.
   * EventBridge checks the fields during deployment.
   * @default 0 8 1 * ? *
   */
  readonly schedule: string;
  /**
   * Days for which logs and noncurrent versions of objects are kept. Briefings themselves do not expire.
   * @default 180
   */
  readonly retention: RetentionDays;
  /**
   * The bucket of an earlier stack, with its briefings and data; null for a new one.
   * @default a new one
   */
  readonly bucket: string | null;
  /**
   * Reserved concurrency of the API function. 0 reserves none. A new account has a limit of ten in all, and AWS does
   * not let it reserve any of them.
   * @default 0
   */
  readonly concurrency: number;
  /**
   * US dollars a month: operators are told when the bill of the account passes them. 0 watches no bill.
   * @default 0
   */
  readonly budget: number;
  /**
   * Termination protection of the stack. Deleting the stack also deletes the address of the API, which is in every
   * notice that was sent.
   * @default true
   */
  readonly protection: boolean;
  /**
   * The address of an emulated AWS that the functions call in place of the real one, for testing.
   * @default the real one
   */
  readonly endpoint: string | null;
}

/** A setting that is not accepted. The message lists what is accepted. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/** All names of settings; `issuer` and `audience` belong to `access`. */
const names = [
  ...[
    'access',
    'issuer',
    'audience',
    'architecture',
    'name',
    'notify',
    'readers',
    'sender',
    'share',
    'brand',
    'schedule',
  ],
  ...['retention', 'bucket', 'concurrency', 'budget', 'protection', 'endpoint'],
];

/** Reads the settings. Throws a {@link SettingError} for an unknown name or a value that is not accepted. */
export function readSettings(app: App): Settings {
  // CDK's own context keys contain `@`, `:` or `-`, such as @aws-cdk/core:…, aws:cdk:… and acknowledged-issue-numbers.
  const given: readonly string[] = Object.keys(app.node.getAllContext());
  const unknown = given.find((name) => /^\w+$/.test(name) && !names.includes(name));
  if (unknown !== undefined) throw new SettingError(`-c ${unknown}: expected one of the settings ${names.join(', ')}`);
  return {
    access: readAccess(app),
    architecture: readArchitecture(app),
    name: readName(app),
    notify: readAddresses(app, 'notify'),
    readers: readReaders(app),
    sender: readSender(app),
    share: readShare(app),
    brand: readBrand(app),
    schedule: readSchedule(app),
    retention: readRetention(app),
    bucket: readBucket(app),
    concurrency: readConcurrency(app),
    budget: readBudget(app),
    protection: oneOf(app, 'protection', ['on', 'off']) === 'on',
    endpoint: readEndpoint(app),
  };
}

/** Warnings about settings that are accepted but that operators should know of, each with a remedy. */
export function warningsOf(app: App, settings: Settings, kept: Readonly<Record<string, unknown>>): readonly string[] {
  const forgotten = names.filter((name) => {
    const given: unknown = app.node.tryGetContext(name);
    return given !== undefined && name !== 'endpoint' && String(given) !== String(kept[name]);
  });
  return [
    ...forgotten.map(
      (name) =>
        `${name}=${app.node.tryGetContext(name)} is for this deployment only: the next one without it goes back to ${kept[name] ?? 'the default'}. To keep it, write "${name}" into "context" of cdk.json.`,
    ),
    ...(settings.notify.length > 0
      ? []
      : ['No alarm tells anyone: write the e-mail addresses of the operators into "notify" of "context" in cdk.json.']),
  ];
}

function readAccess(app: App): Access {
  const kind = oneOf(app, 'access', ['iam', 'jwt', 'none']);
  const [issuer, audience] = [textOf(app, 'issuer'), listOf(app, 'audience')];
  if (kind !== 'jwt') {
    if (issuer === '' && audience.length === 0) return { kind };
    throw new SettingError(`-c access=${kind}: issuer and audience belong to access=jwt`);
  }
  if (!/^https:\/\/\S+$/.test(issuer)) {
    throw new SettingError(`-c issuer=${issuer}: access=jwt needs the https address of an OpenID Connect provider`);
  }
  if (audience.length === 0 || audience.some((one) => !/^\S+$/.test(one))) {
    throw new SettingError(
      `-c audience=${audience}: access=jwt needs at least one audience, separated by commas without spaces`,
    );
  }
  return { kind, issuer, audience };
}

function readArchitecture(app: App): Architecture {
  return oneOf(app, 'architecture', ['arm64', 'x86_64']) === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64;
}

function readName(app: App): string {
  const name = textOf(app, 'name') || 'GomelBriefing';
  if (/^[A-Za-z][A-Za-z0-9-]{0,39}$/.test(name)) return name;
  throw new SettingError(`-c name=${name}: expected a letter, then letters, digits and hyphens, at most 40 in all`);
}

/** An e-mail address in ASCII, without what could end a header or begin another address. */
const address = /^[^\s@,<>"'();:\\[\]\x7f-\uffff]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

/** The most bytes of readers: Lambda allows four kilobytes for all variables of a function. */
const longestReaders = 3000;

function readReaders(app: App): readonly string[] {
  const readers = listOf(app, 'readers');
  const wrong = readers.find((reader) => !address.test(reader.replace(/^(en|ru|be):/, '')));
  if (wrong !== undefined) {
    throw new SettingError(
      `-c readers=${JSON.stringify(wrong)}: expected e-mail addresses, separated by commas without spaces, each with its language if it is not English, such as ru:a@example.org`,
    );
  }
  const { length } = readers.join();
  if (length <= longestReaders) return readers;
  throw new SettingError(
    `-c readers: ${length} characters; at most ${longestReaders}, which is about a hundred readers`,
  );
}

function readSender(app: App): string | null {
  const sender = textOf(app, 'sender');
  if (sender === '') return null;
  if (address.test(sender)) return sender;
  throw new SettingError(`-c sender=${JSON.stringify(sender)}: expected one e-mail address`);
}

function readShare(app: App): number {
  const text = textOf(app, 'share') || '180';
  if (/^\d{1,3}$/.test(text) && Number(text) <= 366) return Number(text);
  throw new SettingError(`-c share=${text}: expected a whole number of days from 1 to 366, or 0 for no shares`);
}

function readAddresses(app: App, name: 'notify'): readonly string[] {
  const addresses = listOf(app, name);
  const wrong = addresses.find((one) => !address.test(one));
  if (wrong !== undefined) {
    throw new SettingError(`-c ${name}=${wrong}: expected e-mail addresses, separated by commas without spaces`);
  }
  return addresses;
}

function readBrand(app: App): string {
  const folders = readdirSync(fileURLToPath(new URL('../templates/brand', import.meta.url)));
  return oneOf(app, 'brand', ['default', ...folders.filter((name) => name !== 'default').toSorted()]);
}

/** Reads six fields of the characters that cron expressions use. EventBridge checks the rest during deployment. */
function readSchedule(app: App): string {
  const fields = textOf(app, 'schedule') || '0 8 1 * ? *';
  if (/^[\dA-Z*?,/#-]+( [\dA-Z*?,/#-]+){5}$/i.test(fields)) return fields;
  throw new SettingError(
    `-c schedule="${fields}": expected minute, hour, day of month, month, day of week and year, such as "0 8 1 * ? *"`,
  );
}

function readRetention(app: App): RetentionDays {
  const accepted = Object.values(RetentionDays)
    .filter((days) => typeof days === 'number' && days !== RetentionDays.INFINITE)
    .map(String);
  return Number(oneOf(app, 'retention', [String(RetentionDays.SIX_MONTHS), ...accepted]));
}

function readBucket(app: App): string | null {
  const bucket = textOf(app, 'bucket');
  if (bucket === '') return null;
  if (/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) return bucket;
  throw new SettingError(`-c bucket=${bucket}: expected the name of a bucket, the output BucketName of its stack`);
}

function readConcurrency(app: App): number {
  const text = textOf(app, 'concurrency') || '0';
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new SettingError(`-c concurrency=${text}: expected a whole number of calls, or 0 to reserve none`);
}

/** The most e-mail addresses that AWS tells of a budget. */
const maximumAddresses = 10;

function readBudget(app: App): number {
  const text = textOf(app, 'budget') || '0';
  const told = listOf(app, 'notify').length;
  if (!/^\d{1,6}$/.test(text)) {
    throw new SettingError(`-c budget=${text}: expected a whole number of US dollars a month, or 0 to watch no bill`);
  }
  if (text !== '0' && (told === 0 || told > maximumAddresses)) {
    throw new SettingError(
      `-c budget=${text}: it is told to the addresses of notify, one to ${maximumAddresses}; there are ${told}`,
    );
  }
  return Number(text);
}

function readEndpoint(app: App): string | null {
  const endpoint = textOf(app, 'endpoint');
  if (endpoint === '') return null;
  if (/^https?:\/\/\S+$/.test(endpoint)) return endpoint;
  throw new SettingError(`-c endpoint=${endpoint}: expected an http or https address`);
}

/** Reads one of the accepted values; gives the first when the setting is absent. */
function oneOf<T extends string>(app: App, name: string, accepted: readonly T[]): T {
  const value = textOf(app, name) || accepted[0];
  const found = accepted.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw new SettingError(`-c ${name}=${value}: expected one of ${[...new Set(accepted)].join(', ')}`);
}

/** Reads the comma-separated parts of a text; none when the setting is absent. */
function listOf(app: App, name: string): readonly string[] {
  const text = textOf(app, name);
  return text === '' ? [] : text.split(',');
}

/** Reads the text of a setting; empty when the setting is absent. */
function textOf(app: App, name: string): string {
  const value: unknown = app.node.tryGetContext(name) ?? '';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new SettingError(`-c ${name}=${JSON.stringify(value)}: expected text, as after -c`);
}

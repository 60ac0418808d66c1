import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { App } from 'aws-cdk-lib';
import { Architecture } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { checkCron } from './check-cron.ts';

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
   * The e-mail addresses that are told of new editions and of alarms.
   * @default none
   */
  readonly notify: readonly string[];
  /**
   * A folder of `templates/brand`.
   * @default default
   */
  readonly brand: string;
  /**
   * When the month is made: the six fields of a cron expression of EventBridge Scheduler, in the time of Minsk.
   * @default 0 8 1 * ? *
   */
  readonly schedule: string;
  /**
   * Days for which logs and superseded versions of objects are kept. Briefings themselves are kept for good.
   * @default 180
   */
  readonly retention: RetentionDays;
  /**
   * The address of an AWS of one's own that the functions call in place of the real one, for trying them out.
   * @default the real one
   */
  readonly endpoint: string | null;
}

/** A setting that is not accepted; the message says what is. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/** Every name that is read; `issuer` and `audience` belong to `access`. */
const names = ['access', 'issuer', 'audience', 'architecture', 'notify', 'brand', 'schedule', 'retention', 'endpoint'];

/** Reads the settings. Throws a {@link SettingError} at a name that there is not, or a value that is not accepted. */
export function readSettings(app: App): Settings {
  // What belongs to CDK has a sign in its name, such as @aws-cdk/core:…, aws:cdk:… and acknowledged-issue-numbers.
  const given: readonly string[] = Object.keys(app.node.getAllContext());
  const unknown = given.find((name) => /^\w+$/.test(name) && !names.includes(name));
  if (unknown !== undefined) throw new SettingError(`-c ${unknown}: expected one of the settings ${names.join(', ')}`);
  return {
    access: readAccess(app),
    architecture: readArchitecture(app),
    notify: readAddresses(app),
    brand: readBrand(app),
    schedule: readSchedule(app),
    retention: readRetention(app),
    endpoint: readEndpoint(app),
  };
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

function readAddresses(app: App): readonly string[] {
  const addresses = listOf(app, 'notify');
  const wrong = addresses.find((address) => !/^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/.test(address));
  if (wrong !== undefined) {
    throw new SettingError(`-c notify=${wrong}: expected e-mail addresses, separated by commas without spaces`);
  }
  return addresses;
}

function readBrand(app: App): string {
  const folders = readdirSync(fileURLToPath(new URL('../templates/brand', import.meta.url)));
  return oneOf(app, 'brand', ['default', ...folders.filter((name) => name !== 'default').toSorted()]);
}

function readSchedule(app: App): string {
  const fields = textOf(app, 'schedule') || '0 8 1 * ? *';
  const wrong = checkCron(fields);
  if (wrong !== null) throw new SettingError(`-c schedule="${fields}": ${wrong}, such as "0 8 1 * ? *"`);
  return fields;
}

function readRetention(app: App): RetentionDays {
  const accepted = Object.values(RetentionDays)
    .filter((days) => typeof days === 'number' && days !== RetentionDays.INFINITE)
    .map(String);
  return Number(oneOf(app, 'retention', [String(RetentionDays.SIX_MONTHS), ...accepted]));
}

function readEndpoint(app: App): string | null {
  const endpoint = textOf(app, 'endpoint');
  if (endpoint === '') return null;
  if (/^https?:\/\/\S+$/.test(endpoint)) return endpoint;
  throw new SettingError(`-c endpoint=${endpoint}: expected an http or https address`);
}

/** One of the values that are accepted; the first where none is given. */
function oneOf<T extends string>(app: App, name: string, accepted: readonly T[]): T {
  const value = textOf(app, name) || accepted[0];
  const found = accepted.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw new SettingError(`-c ${name}=${value}: expected one of ${[...new Set(accepted)].join(', ')}`);
}

/** The parts of a text between commas; none where there is no text. */
function listOf(app: App, name: string): readonly string[] {
  const text = textOf(app, name);
  return text === '' ? [] : text.split(',');
}

/** The text of a setting; empty where it is not given. */
function textOf(app: App, name: string): string {
  const value: unknown = app.node.tryGetContext(name) ?? '';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new SettingError(`-c ${name}=${JSON.stringify(value)}: expected text, as after -c`);
}

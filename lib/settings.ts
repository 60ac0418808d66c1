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

/** Reads the settings; a value that is not accepted stops the synthesis with what is. */
export function readSettings(app: App): Settings {
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
  if (kind !== 'jwt') return { kind };
  const issuer = textOf(app, 'issuer');
  const audience = textOf(app, 'audience').split(',').filter(Boolean);
  if (!/^https:\/\/\S+$/.test(issuer)) {
    throw new Error(`-c issuer=${issuer}: access=jwt needs the https address of an OpenID Connect provider`);
  }
  if (audience.length === 0)
    throw new Error('-c audience=: access=jwt needs at least one audience, separated by commas');
  return { kind, issuer, audience };
}

function readArchitecture(app: App): Architecture {
  return oneOf(app, 'architecture', ['arm64', 'x86_64']) === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64;
}

function readAddresses(app: App): readonly string[] {
  const addresses = textOf(app, 'notify').split(',').filter(Boolean);
  const wrong = addresses.find((address) => !/^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/.test(address));
  if (wrong !== undefined) {
    throw new Error(`-c notify=${wrong}: expected e-mail addresses, separated by commas without spaces`);
  }
  return addresses;
}

function readBrand(app: App): string {
  const folders = readdirSync(fileURLToPath(new URL('../templates/brand', import.meta.url)));
  return oneOf(app, 'brand', ['default', ...folders.filter((name) => name !== 'default').toSorted()]);
}

function readSchedule(app: App): string {
  const fields = textOf(app, 'schedule') || '0 8 1 * ? *';
  if (!/^[\d*,/-]+ [\d*,/-]+ [\d*,/?LW-]+ [\dA-Z*,/-]+ [\dA-Z*,/?L#-]+ [\d*,/-]+$/.test(fields)) {
    throw new Error(
      `-c schedule="${fields}": expected minute, hour, day of month, month, day of week and year, such as "0 8 1 * ? *"`,
    );
  }
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
  throw new Error(`-c endpoint=${endpoint}: expected an http or https address`);
}

/** One of the values that are accepted; the first where none is given. */
function oneOf<T extends string>(app: App, name: string, accepted: readonly T[]): T {
  const value = textOf(app, name) || accepted[0];
  const found = accepted.find((candidate) => candidate === value);
  if (found === undefined) throw new Error(`-c ${name}=${value}: expected one of ${[...new Set(accepted)].join(', ')}`);
  return found;
}

function textOf(app: App, name: string): string {
  const value: unknown = app.node.tryGetContext(name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

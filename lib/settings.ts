import type { App } from 'aws-cdk-lib';
import { Architecture } from 'aws-cdk-lib/aws-lambda';

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
}

/** Reads the settings; a value that is not accepted stops the synthesis with what is. */
export function readSettings(app: App): Settings {
  return { access: readAccess(app), architecture: readArchitecture(app) };
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

function oneOf<T extends string>(app: App, name: string, accepted: readonly T[]): T {
  const value = textOf(app, name) || accepted[0];
  const found = accepted.find((candidate) => candidate === value);
  if (found === undefined) throw new Error(`-c ${name}=${value}: expected one of ${accepted.join(', ')}`);
  return found;
}

function textOf(app: App, name: string): string {
  const value: unknown = app.node.tryGetContext(name);
  return typeof value === 'string' ? value : '';
}

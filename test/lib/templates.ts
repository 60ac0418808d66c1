import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { beforeAll } from 'vitest';
import { BriefingStack } from '../../lib/briefing-stack.ts';
import { readSettings } from '../../lib/settings.ts';

/** The settings and feature flags that the CDK CLI passes to the app. */
const cdk = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')) as {
  readonly context: Readonly<Record<string, unknown>>;
};

const bundles = new URL('../../dist/', import.meta.url);

/** Settings by name, as with `-c`. */
export type Context = Readonly<Record<string, string>>;

/** Prepares for stacks and synthesises the first one, which takes long because it loads CDK. */
export function beforeTemplates(): void {
  beforeAll(() => {
    // The stack only needs the folders of its functions, not their contents.
    for (const name of ['api', 'monthly', 'public']) {
      const entry = new URL(`${name}/index.mjs`, bundles);
      if (existsSync(entry)) continue;
      mkdirSync(new URL('.', entry), { recursive: true });
      writeFileSync(entry, 'export const handler = () => {};');
    }
    templateWith();
    return removeOutputs;
  });
}

const outputs: string[] = [];

/** An app. `removeOutputs` removes its output after the tests of a file. */
export function appWith(context: Readonly<Record<string, unknown>>): App {
  const outdir = mkdtempSync(join(tmpdir(), 'briefing-cdk-'));
  outputs.push(outdir);
  return new App({ context: { ...context }, outdir });
}

/** Removes the output of apps, which CDK leaves in the temporary folder. */
export function removeOutputs(): void {
  for (const folder of outputs.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** The stack with some settings, under a name that differs from the default. */
export function stackWith(context: Context = {}): BriefingStack {
  const app = appWith({ name: 'Briefing', ...cdk.context, ...context });
  const settings = readSettings(app);
  return new BriefingStack(app, settings.name, { settings });
}

const templates = new Map<string, Template>();

/** The template with some settings, synthesised once for all tests of a file. */
export function templateWith(context: Context = {}): Template {
  const name = JSON.stringify(context);
  const template = templates.get(name) ?? Template.fromStack(stackWith(context));
  templates.set(name, template);
  return template;
}

/** The properties of all resources of a type, by their logical ids without the digits at the end. */
export function propertiesOf<T>(type: string, context: Context = {}): Readonly<Record<string, T>> {
  const resources = templateWith(context).findResources(type);
  return Object.fromEntries(
    Object.entries(resources).map(([id, { Properties }]) => [nameOf(id), Properties as T] as const),
  );
}

/** What CloudFormation does with the resources of a type when they are removed from the template. */
export function fatesOf(type: string): Readonly<Record<string, readonly [deletion: string, replacement: string]>> {
  const resources = templateWith().findResources(type);
  return Object.fromEntries(
    Object.entries(resources).map(([id, { DeletionPolicy, UpdateReplacePolicy }]) => [
      nameOf(id),
      [DeletionPolicy ?? 'Delete', UpdateReplacePolicy ?? 'Delete'],
    ]),
  );
}

/** The properties of the only resource of a type. */
export function onlyOf<T>(type: string, context: Context = {}): T {
  const [only, ...more] = Object.values(propertiesOf<T>(type, context));
  if (only === undefined || more.length > 0)
    throw new Error(`${type}: expected one, not ${only ? more.length + 1 : 0}`);
  return only;
}

/** A template value as readable text: references become the name of their target, and joins become text. */
export function written(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(written).join(', ');
  const {
    Ref: ref,
    'Fn::GetAtt': attribute,
    'Fn::Join': join,
    'Fn::Select': select,
  } = (value ?? {}) as {
    readonly Ref?: string;
    readonly 'Fn::GetAtt'?: readonly [string, string];
    readonly 'Fn::Join'?: readonly [string, readonly unknown[]];
    readonly 'Fn::Select'?: unknown;
  };
  if (ref) return ref.startsWith('AWS::') ? ref.slice(5) : nameOf(ref);
  if (attribute) return attribute[1] === 'Arn' ? nameOf(attribute[0]) : `${nameOf(attribute[0])}.${attribute[1]}`;
  if (join) return join[1].map(written).join(join[0]);
  return select ? 'part' : JSON.stringify(value);
}

/** A logical id without the digits that CDK adds at its end. */
function nameOf(id: string): string {
  return id.replace(/[0-9A-F]{8}$/, '');
}

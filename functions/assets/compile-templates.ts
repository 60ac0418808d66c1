import Handlebars from 'handlebars';
import { checkTemplate, helpers, somewhere, type Template, TemplateError } from '../document/index.ts';
import { checkKeys } from './check-keys.ts';

/** The sources of the templates by name: `briefing`, and the partials of its sections. */
export type TemplateSources = ReadonlyMap<string, string>;

/**
 * The options for Handlebars, here and in the bundle: strict, so that a misspelt variable throws, and only with our
 * helpers.
 */
export const compileOptions = {
  strict: true,
  knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
  knownHelpersOnly: true,
} as const;

/** The file of a template, for error messages. */
export function templateFile(name: string): string {
  return name === 'briefing' ? 'templates/briefing.hbs' : `templates/sections/${name}.hbs`;
}

/**
 * Compiles the templates. Throws a {@link TemplateError} with file and line for markup outside the vocabulary, and for
 * messages that are not among `keys`.
 */
export function compileTemplates(sources: TemplateSources, keys: ReadonlySet<string>): Template {
  const handlebars = Handlebars.create();
  for (const [name, helper] of Object.entries(helpers)) handlebars.registerHelper(name, helper);
  for (const [name, source] of sources) {
    checkSource(name, source, keys);
    handlebars.registerPartial(name, placed(name, source, handlebars.compile(source, compileOptions)));
  }
  const source = sources.get('briefing') ?? '';
  const briefing = placed('briefing', source, handlebars.compile(source, compileOptions));
  return (context, words) => briefing(context, { data: { words } });
}

/** Checks the markup and the message keys of a template; throws a {@link TemplateError}. */
export function checkSource(name: string, source: string, keys: ReadonlySet<string>): void {
  checkTemplate(templateFile(name), source);
  inPlace(name, source, () => checkKeys(source, keys));
}

/** A template whose errors name its file, and line and column where Handlebars knows them. */
function placed(name: string, source: string, template: Handlebars.TemplateDelegate): Handlebars.TemplateDelegate {
  return (context, options) => inPlace(name, source, () => template(context, options));
}

function inPlace<T>(name: string, source: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    if (!(cause instanceof TemplateError)) throw fromHandlebars(cause, source).at({ file: templateFile(name) });
    throw cause.problem.file === '' ? cause.at({ file: templateFile(name) }) : cause;
  }
}

/** Converts an error of Handlebars to ours. Handlebars has no error codes, so this function parses its messages. */
function fromHandlebars(cause: Error, source: string): TemplateError {
  const { lineNumber, column } = cause as { lineNumber?: number; column?: number };
  const [, parsedLine, , parsed] = /^Parse error on line (\d+):\n([\s\S]*)\n(.*)$/.exec(cause.message) ?? [];
  const place = {
    ...somewhere,
    row: lineNumber ?? (parsedLine === undefined ? null : Number(parsedLine)),
    column: column === undefined ? null : String(column + 1),
    value: '',
  };
  const [, name] = /^"(.+?)" not defined in /.exec(cause.message) ?? [];
  if (name !== undefined) {
    return new TemplateError({ ...place, value: name, code: 'name_unknown', values: { name } }, { cause });
  }
  const [, helper] = /unknown helper (\S+)$/.exec(cause.message.replace(/ - \d+:\d+$/, '')) ?? [];
  if (helper !== undefined) {
    return new TemplateError({ ...place, value: helper, code: 'helper_unknown', values: { helper } }, { cause });
  }
  const [, block, closed] = /^(\S+) doesn't match (\S+)/.exec(cause.message) ?? [];
  if (block !== undefined && closed !== undefined) {
    const values = { ...blockTags(block), closed: blockTags(closed).end };
    return new TemplateError({ ...place, value: `{{#${block}`, code: 'block_mismatch', values }, { cause });
  }
  const open = parsed?.endsWith("got 'EOF'") ? lastOpenBlock(source) : undefined;
  if (open) {
    const at = { ...somewhere, row: open.row, value: `{{#${open.block}` };
    return new TemplateError({ ...at, code: 'block_not_closed', values: blockTags(open.block) }, { cause });
  }
  const reason = (parsed ?? cause.message).replace(/ - \d+:\d+$/, '');
  return new TemplateError({ ...place, code: 'template_failed', values: { reason } }, { cause });
}

function blockTags(name: string) {
  return { block: `{{#${name}}}`, end: `{{/${name}}}` };
}

/** The last block that is not closed, with its line. */
function lastOpenBlock(source: string): { readonly block: string; readonly row: number } | undefined {
  const open: { block: string; row: number }[] = [];
  for (const { 1: mark, 2: block = '', index } of source.matchAll(/\{\{~?([#/])\s*(\w+)/g)) {
    if (mark === '#') open.push({ block, row: source.slice(0, index).split('\n').length });
    else open.pop();
  }
  return open.at(-1);
}

import Handlebars from 'handlebars';
import { checkTemplate, helpers, type Template, TemplateError } from '../document/index.ts';
import { checkKeys } from './check-keys.ts';

/** The sources of the templates by name: `briefing`, and the partials of its sections. */
export type TemplateSources = ReadonlyMap<string, string>;

/**
 * How our templates are compiled, here and in the bundle: strict, so that a misspelt variable throws, and with our
 * helpers alone.
 */
export const compileOptions = {
  strict: true,
  knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
  knownHelpersOnly: true,
} as const;

/** The file of a template, for messages to authors. */
export function templateFile(name: string): string {
  return name === 'briefing' ? 'templates/briefing.hbs' : `templates/sections/${name}.hbs`;
}

/**
 * Compiles the templates. Markup outside the vocabulary, and the key of a message that is not among `keys`, are refused
 * with their file and line.
 */
export function compileTemplates(sources: TemplateSources, keys: ReadonlySet<string>): Template {
  const handlebars = Handlebars.create();
  for (const [name, helper] of Object.entries(helpers)) handlebars.registerHelper(name, helper);
  for (const [name, source] of sources) {
    checkSource(name, source, keys);
    handlebars.registerPartial(name, placed(name, handlebars.compile(source, compileOptions)));
  }
  const briefing = placed('briefing', handlebars.compile(sources.get('briefing') ?? '', compileOptions));
  return (context, words) => briefing(context, { data: { words } });
}

/** Checks the markup of a template and the keys of messages that it names; throws a {@link TemplateError}. */
export function checkSource(name: string, source: string, keys: ReadonlySet<string>): void {
  checkTemplate(templateFile(name), source);
  inPlace(name, () => checkKeys(source, keys));
}

/** A template whose errors name its file, and the line where Handlebars knows it. */
function placed(name: string, template: Handlebars.TemplateDelegate): Handlebars.TemplateDelegate {
  return (context, options) => inPlace(name, () => template(context, options));
}

function inPlace<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof TemplateError || !(cause instanceof Error)) throw cause;
    const { lineNumber, column } = cause as { lineNumber?: number; column?: number };
    const line = lineNumber ?? /^Parse error on line (\d+)/.exec(cause.message)?.[1];
    const place = [line ? `line ${line}` : '', column === undefined ? '' : `column ${column + 1}`].filter(Boolean);
    const reason = cause.message.replace(/ - \d+:\d+$/, '').replace(/^Parse error on line \d+:\n/, '');
    throw new TemplateError(`${[templateFile(name), ...place].join(' ')}: ${reason}`, { cause });
  }
}

import type Full from 'handlebars';
import runtime from 'handlebars/runtime.js';
import { helpers, type Template } from '../document/index.ts';

/** The runtime of Handlebars without its compiler. It is typed as the whole. */
const Handlebars = runtime as unknown as typeof Full;

/** The template of the whole briefing from precompiled templates. */
export function templateFrom(specs: Readonly<Record<string, TemplateSpecification>>): Template {
  const handlebars = Handlebars.create();
  for (const [name, helper] of Object.entries(helpers)) handlebars.registerHelper(name, helper);
  for (const [name, spec] of Object.entries(specs)) handlebars.registerPartial(name, handlebars.template(spec));
  const briefing = handlebars.partials.briefing as HandlebarsTemplateDelegate;
  return (context, words) => briefing(context, { data: { words } });
}

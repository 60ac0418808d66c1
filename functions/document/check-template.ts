import { Parser } from 'htmlparser2';
import { somewhere, TemplateError, type TemplateProblem } from './template-error.ts';
import { attributeProblem, isElementName, unknownElement } from './vocabulary.ts';

/**
 * Checks the markup of a template before it is filled. Throws a {@link TemplateError} with file and line.
 * Handlebars expressions count as text here; `parseMarkup` checks what they write.
 */
export function checkTemplate(file: string, source: string): void {
  const markup = source.replace(/\{\{[\s\S]*?\}\}\}?/g, (expression) => expression.replace(/[^\n]/g, ' '));
  const fail = (offset: number, problem: TemplateProblem) => {
    const row = markup.slice(0, offset).split('\n').length;
    throw new TemplateError({ ...problem, file, row });
  };
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        if (!isElementName(name)) return fail(parser.startIndex, unknownElement(name));
        const problem = attributeProblem(name, knownAttributes(attributes));
        if (problem) fail(parser.startIndex, problem);
      },
      onclosetag(name, implied) {
        if (implied) fail(parser.startIndex, notClosed(name));
      },
    },
    { lowerCaseTags: false, lowerCaseAttributeNames: false, xmlMode: true },
  );
  parser.end(markup);
}

/** The attributes of an element; null where an expression was blanked out, whose value is not known yet. */
function knownAttributes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, value.includes('  ') ? null : value]),
  );
}

/** The problem of an element without a closing tag; its place is added later. */
export function notClosed(element: string): TemplateProblem {
  return { ...somewhere, value: element, code: 'element_not_closed', values: { element } };
}

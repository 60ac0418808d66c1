import { Parser } from 'htmlparser2';
import { TemplateError, vocabularyProblem } from './vocabulary.ts';

/**
 * Checks the markup of a template before it is ever filled, so that a mistake is told with its file and line.
 * Handlebars expressions count as text; what they will write is checked when they have written it.
 */
export function checkTemplate(file: string, source: string): void {
  const markup = source.replace(/\{\{[\s\S]*?\}\}\}?/g, (expression) => expression.replace(/[^\n]/g, ' '));
  const fail = (offset: number, problem: string) => {
    const line = markup.slice(0, offset).split('\n').length;
    throw new TemplateError(`${file} line ${line}: ${problem}`);
  };
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        const problem = vocabularyProblem(name, Object.keys(attributes));
        if (problem) fail(parser.startIndex, problem);
      },
      onclosetag(name, implied) {
        if (implied) fail(parser.startIndex, `<${name}> is not closed`);
      },
    },
    { lowerCaseTags: false, lowerCaseAttributeNames: false, xmlMode: true },
  );
  parser.end(markup);
}

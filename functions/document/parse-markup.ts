import { Parser } from 'htmlparser2';
import { notClosed } from './check-template.ts';
import { somewhere, TemplateError, type TemplateProblem } from './template-error.ts';
import { attributeProblem, type ElementName, isElementName, unknownElement } from './vocabulary.ts';

/** An element of the markup that a template wrote. */
export interface Element {
  readonly name: ElementName;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** What children are still added to: an element, or the template around them all. */
interface Open {
  readonly name: ElementName | 'template';
  readonly attributes: Element['attributes'];
  readonly children: (Element | string)[];
}

/** Reads markup into its top elements; anything outside the vocabulary is refused with the place where it stands. */
export function parseMarkup(markup: string): readonly Element[] {
  const root: Open = { name: 'template', attributes: {}, children: [] };
  const open: Open[] = [root];
  const current = () => open.at(-1) ?? root;
  const fail = (problem: TemplateProblem) => {
    const section = open.find(({ name }) => name === 'section');
    throw new TemplateError({ ...problem, ...(section ? { file: sectionFile(section.attributes.id) } : {}) });
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (!isElementName(name)) return fail(unknownElement(name));
        const problem = attributeProblem(name, attributes);
        if (problem) fail(problem);
        const element = { name, attributes, children: [] };
        current().children.push(element);
        open.push(element);
      },
      onclosetag(name, implied) {
        if (implied) fail(notClosed(name));
        open.pop();
      },
      ontext(text) {
        const { children } = current();
        const last = children.at(-1);
        if (typeof last === 'string') children[children.length - 1] = last + text;
        else children.push(text);
      },
    },
    { lowerCaseTags: false, lowerCaseAttributeNames: false, xmlMode: true, decodeEntities: true },
  );
  parser.end(markup);
  return elementsOf(root);
}

/** The child elements of an element; text between them other than white space is refused. */
export function elementsOf(parent: Element | Open): readonly Element[] {
  return parent.children.flatMap((child) => {
    if (typeof child !== 'string') return [child];
    if (child.trim() === '') return [];
    const values = { element: parent.name };
    throw new TemplateError({ ...somewhere, value: child.trim(), code: 'text_outside', values });
  });
}

/** The file that writes a section: each has its own, of the same name. */
export function sectionFile(id = ''): string {
  return `templates/sections/${id}.hbs`;
}

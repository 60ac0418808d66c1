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

/** A node that still gets children: an element, or the template around all elements. */
interface Open {
  readonly name: ElementName | 'template';
  readonly attributes: Element['attributes'];
  readonly children: (Element | string)[];
}

/** Parses markup into its top elements. Throws a {@link TemplateError} for anything outside the vocabulary. */
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

/** The child elements of an element. Throws a {@link TemplateError} for text between them, except white space. */
export function elementsOf(parent: Element | Open): readonly Element[] {
  return parent.children.flatMap((child) => {
    if (typeof child !== 'string') return [child];
    if (child.trim() === '') return [];
    const values = { element: parent.name };
    throw new TemplateError({ ...somewhere, value: child.trim(), code: 'text_outside', values });
  });
}

/** The template of a section: its file has the name of the section. */
export function sectionFile(id = ''): string {
  return `templates/sections/${id}.hbs`;
}

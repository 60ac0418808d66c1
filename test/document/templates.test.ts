import { describe, expect, it } from 'vitest';
import { compileMessages } from '../../functions/assets/compile-messages.ts';
import { compileTemplates } from '../../functions/assets/compile-templates.ts';
import { loadBrand, readTemplates, readText } from '../../functions/assets/from-files.ts';
import { checkTemplate, composeDocument, parseMarkup } from '../../functions/document/index.ts';
import { places, rowColumns } from '../../functions/document/vocabulary.ts';
import { founding } from '../briefings.ts';
import { wordsOf } from '../words.ts';

const fill = (source: string, context: object) =>
  compileTemplates(new Map([['briefing', source]]))(context, wordsOf.en);

const messages = compileMessages(readText('templates/messages.csv'));

const composed = (source: string) =>
  composeDocument(founding, 'en', { messages, template: () => source }, loadBrand('default').names);

describe('a template with a mistake', () => {
  it.each([
    ['an unknown element', '<p>\n<video></video></p>', 'here.hbs line 2: unknown element <video>; use one of'],
    ['an unknown attribute', '<p style="x"></p>', 'here.hbs line 1: unknown attribute "style" of <p>; it takes class'],
    [
      'a place that there is not',
      '<section id="a">\n<row columns="halves" place="attic"></row></section>',
      'here.hbs line 2: unknown place "attic" of <row>; there is cover-body, ',
    ],
    [
      'a height where a place belongs',
      '<aside place="657.25"></aside>',
      'here.hbs line 1: unknown place "657.25" of <aside>; there is ',
    ],
    ['a name that every object has', '<constructor></constructor>', 'here.hbs line 1: unknown element <constructor>'],
    ['an element left open', '<section id="a">\n\n<p></section>', 'here.hbs line 3: <p> is not closed'],
  ])('is refused with file, line and remedy: %s', (_, source, message) => {
    expect(() => checkTemplate('here.hbs', source)).toThrow(message);
  });

  it('is refused when what it is filled with makes it ask for a place that there is not', () => {
    const source = '<section id="a"><aside place="{{where}}"></aside></section>';
    expect(() => checkTemplate('here.hbs', source)).not.toThrow();
    const read = (where: string) => parseMarkup(fill(source, { where }));
    expect(() => read('attic')).toThrow('the template › section#a: unknown place "attic" of <aside>; there is ');
    expect(() => read('proof-key')).not.toThrow();
  });

  it('is refused where a block inside another asks for a place', () => {
    const inner = '<aside place="proof-key"><p>text</p></aside>';
    const source = `<section id="a" name="A"><row columns="halves"><div>${inner}</div></row></section>`;
    expect(() => composed(source)).toThrow('<aside place="proof-key"> is inside another block');
  });

  it('is refused where it names a variable that there is not', () => {
    expect(() => fill('<p>{{nobody}}</p>', {})).toThrow('"nobody" not defined');
  });

  it.each([
    ['a variable', '<p>\n {{nobody}}</p>', 'templates/briefing.hbs line 2 column 4: "nobody" not defined'],
    ['a helper', '<p>\n\n{{title text}}</p>', 'templates/briefing.hbs line 3 column 1: {{title}} needs a finding'],
    ['a bracket', '<p>\n{{#if text}}</p>', /^templates\/briefing\.hbs line 2: /],
  ])('is refused with file and line while it is filled: %s', (_, source, message) => {
    expect(() => fill(source, { text: '' })).toThrow(message);
  });

  it('is refused where it calls a helper that there is not', () => {
    expect(() => fill('<p>{{shout "x"}}</p>', {})).toThrow('shout');
  });

  it.each([
    ['{{say}}', '{{say}} needs a finding'],
    ['{{say text}}', '{{say}} needs a finding'],
    ['{{title text}}', '{{title}} needs a finding'],
    ['{{figure text}}', '{{figure}} needs a figure'],
    ['{{notes text}}', '{{notes}} needs a list of figures'],
    ['{{t}}', '{{t}} needs the key of a message'],
    ['{{t "no.such"}}', 'templates/messages.csv has no message "no.such"'],
  ])('is refused where a helper lacks what it needs: %s', (source, message) => {
    expect(() => fill(`<p>${source}</p>`, { text: 'text' })).toThrow(message);
  });
});

describe('text that looks like markup', () => {
  it('stays text when data bring it into a template', () => {
    const markup = fill('<p>{{name}} {{t "label.city" name=name}}</p>', { name: '<b>&"R&D"</b>' });
    const [paragraph] = parseMarkup(markup);
    expect(paragraph?.children.join('')).toContain('<b>&"R&D"</b>');
    expect(paragraph?.children.every((child) => typeof child === 'string')).toBe(true);
  });

  it('is never run as a template', () => {
    expect(fill('<p>{{name}}</p>', { name: '{{constructor}} {{#each this}}x{{/each}}' })).toBe(
      '<p>{{constructor}} {{#each this}}x{{/each}}</p>',
    );
  });
});

it('every template of the repository is made of known elements', () => {
  expect(readTemplates().size).toBeGreaterThan(5);
  expect(() => compileTemplates(readTemplates())).not.toThrow();
});

it('every place and every kind of row is used by a template, and none of them says where that is', () => {
  const written = [...readTemplates().values()].join('');
  const unused = (attribute: string, words: readonly string[]) =>
    words.filter((word) => !written.includes(`${attribute}="${word}"`));
  expect([...unused('place', places), ...unused('columns', rowColumns)]).toEqual([]);
  expect(written).not.toMatch(/ [a-z]+="[\d. ]+"/);
});

it('calculated figures are marked in running text, and said to be approximate in words', () => {
  const [, body] = founding.findings.trade.standfirst;
  if (!body) throw new Error('the founding article has two standfirsts on trade');
  expect(wordsOf.en.phrase(body, 'marked')).toContain('<calc note="D20">about USD\u00a0925 million</calc>');
  expect(wordsOf.en.phrase(body, 'plain')).toContain('about USD\u00a0925 million');
});

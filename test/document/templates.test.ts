import { describe, expect, it } from 'vitest';
import { compileMessages, keysOf, readPatterns } from '../../functions/assets/compile-messages.ts';
import { compileTemplates } from '../../functions/assets/compile-templates.ts';
import { loadBrand, readTemplates, readText } from '../../functions/assets/from-files.ts';
import { checkTemplate, composeDocument, parseMarkup } from '../../functions/document/index.ts';
import { places, rowColumns } from '../../functions/document/vocabulary.ts';
import { founding } from '../briefings.ts';
import { wordsOf } from '../words.ts';

const keys = keysOf(readPatterns(readText('templates/messages.csv')));

const fill = (source: string, context: object) =>
  compileTemplates(new Map([['briefing', source]]), keys)(context, wordsOf.en);

const messages = compileMessages(readText('templates/messages.csv'));

const composed = (source: string) =>
  composeDocument(founding, 'en', { messages, template: () => source }, loadBrand('default').names);

describe('a template with a mistake', () => {
  it.each([
    ['an unknown element', '<p>\n<video></video></p>', 'here.hbs line 2: unknown element <video>; use one of'],
    ['an unknown attribute', '<p style="x"></p>', 'here.hbs line 1: unknown attribute "style" of <p>; it takes class'],
    [
      'an unknown place',
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

  it('is refused when its data ask for an unknown place', () => {
    const source = '<section id="a"><aside place="{{where}}"></aside></section>';
    expect(() => checkTemplate('here.hbs', source)).not.toThrow();
    const read = (where: string) => parseMarkup(fill(source, { where }));
    expect(() => read('attic')).toThrow('templates/sections/a.hbs: unknown place "attic" of <aside>; there is ');
    expect(() => read('proof-key')).not.toThrow();
  });

  it('is refused where a block inside another asks for a place', () => {
    const inner = '<aside place="proof-key"><p>text</p></aside>';
    const source = `<section id="a" name="A"><row columns="halves"><div>${inner}</div></row></section>`;
    expect(() => composed(source)).toThrow('<aside place="proof-key"> is inside another block');
  });

  it('is refused where it names an unknown variable', () => {
    expect(() => fill('<p>{{nobody}}</p>', {})).toThrow('"nobody" not defined');
  });

  it.each([
    ['a variable', '<p>\n {{nobody}}</p>', 'templates/briefing.hbs line 2 column 4: "nobody" not defined'],
    ['a helper', '<p>\n\n{{title text}}</p>', 'templates/briefing.hbs line 3 column 1: {{title}} needs a finding'],
    [
      'a block left open',
      '<p>\n{{#if text}}\n\n</p>\n',
      'templates/briefing.hbs line 2: {{#if}} is not closed; write {{/if}} where it ends',
    ],
    [
      'a block closed by another',
      '<p>\n{{#if text}}{{/each}}</p>',
      'templates/briefing.hbs line 2 column 4: {{#if}} is closed by {{/each}}; write {{/if}} before it',
    ],
    ['a bracket', '<p>\n{{text</p>', /^templates\/briefing\.hbs line 2: Expecting /],
    ['an unknown helper', '<p>\n{{shout "x"}}</p>', 'briefing.hbs line 2 column 1: there is no helper "shout"'],
  ])('is refused with file and line while it is filled: %s', (_, source, message) => {
    expect(() => fill(source, { text: '' })).toThrow(message);
  });

  it.each([
    ['in a text', '<p>\n {{t "no.such"}}</p>', 'templates/briefing.hbs line 2 column 2: templates/messages.csv has no'],
    ['in a slot', '<p>{{t "label.city" name=(t "no.such")}}</p>', 'line 1 column 26: templates/messages.csv has no'],
    [
      'where nothing prints it',
      '<p>{{#if text}}{{t "no.such"}}{{/if}}</p>',
      'line 1 column 16: templates/messages.csv',
    ],
    ['that is not written out', '<p>{{t text}}</p>', 'line 1 column 4: {{t}} needs the key of a message'],
  ])(
    'is refused with file and line before it is filled where it names an unknown message: %s',
    (_, source, message) => {
      expect(() => compileTemplates(new Map([['briefing', source]]), keys)).toThrow(message);
    },
  );

  it('is refused where it calls an unknown helper', () => {
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

it('every template of the repository uses only known elements', () => {
  expect(readTemplates().size).toBeGreaterThan(5);
  expect(() => compileTemplates(readTemplates(), keys)).not.toThrow();
});

it('every place and every kind of row is used by a template, and no template contains coordinates', () => {
  const written = [...readTemplates().values()].join('');
  // A value may be chosen by a condition, so that an attribute has several.
  const unused = (attribute: string, words: readonly string[]) => {
    const values = written
      .replaceAll(/{{(?:[#/]|else).*?}}/gs, ' ')
      .matchAll(new RegExp(`\\b${attribute}="([^"]*)"`, 'g'));
    const used = [...values].flatMap(([, value = '']) => value.split(' '));
    return words.filter((word) => !used.includes(word));
  };
  expect([...unused('place', places), ...unused('columns', rowColumns)]).toEqual([]);
  expect(written).not.toMatch(/ (?!yields)[a-z]+="[\d. ]+"/);
});

it('calculated figures are marked in running text, with «about» in words', () => {
  const [, body] = founding.findings.trade.standfirst;
  if (!body) throw new Error('the founding article has two standfirsts on trade');
  expect(wordsOf.en.phrase(body, 'marked')).toContain('<calc note="D20">about USD\u00a0925 million</calc>');
  expect(wordsOf.en.phrase(body, 'plain')).toContain('about USD\u00a0925 million');
});

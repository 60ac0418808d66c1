import { describe, expect, it } from 'vitest';
import { compileTemplates } from '../../functions/assets/compile-templates.ts';
import { readTemplates } from '../../functions/assets/from-files.ts';
import { checkTemplate, parseMarkup } from '../../functions/document/index.ts';
import { founding } from '../briefings.ts';
import { wordsOf } from '../words.ts';

const fill = (source: string, context: object) =>
  compileTemplates(new Map([['briefing', source]]))(context, wordsOf.en);

describe('a template with a mistake', () => {
  it.each([
    ['an unknown element', '<p>\n<video></video></p>', 'here.hbs line 2: unknown element <video>; use one of'],
    [
      'an unknown attribute',
      '<p style="x"></p>',
      'here.hbs line 1: unknown attribute "style" of <p>; it takes class, at',
    ],
    ['an element left open', '<section id="a">\n\n<p></section>', 'here.hbs line 3: <p> is not closed'],
  ])('is refused with file, line and remedy: %s', (_, source, message) => {
    expect(() => checkTemplate('here.hbs', source)).toThrow(message);
  });

  it('is refused where it names a variable that there is not', () => {
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
    [
      'a helper that there is not',
      '<p>\n{{shout "x"}}</p>',
      'briefing.hbs line 2 column 1: there is no helper "shout"',
    ],
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

it('calculated figures are marked in running text, and said to be approximate in plain text', () => {
  const [, body] = founding.findings.trade.standfirst;
  if (!body) throw new Error('the founding article has two standfirsts on trade');
  expect(wordsOf.en.phrase(body, 'marked')).toContain('<calc note="D20">≈\u00a0USD\u00a0925 million</calc>');
  expect(wordsOf.en.phrase(body, 'plain')).toContain('about USD\u00a0925 million');
});

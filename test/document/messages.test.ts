import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileMessages, readPatterns } from '../../functions/assets/compile-messages.ts';
import { readText } from '../../functions/assets/from-files.ts';
import { languages } from '../../functions/dataset/index.ts';

const patterns = readPatterns(readText('templates/messages.csv'));
const keys = Object.keys(patterns.en);

function filesIn(folder: string, extension: string): readonly string[] {
  const base = fileURLToPath(new URL(`../../${folder}/`, import.meta.url));
  const names = readdirSync(base, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith(extension) && !name.endsWith('.d.ts'),
  );
  return names.map((name) => readFileSync(base + name, 'utf8'));
}

/** The code and the templates, without the type of the keys, which has all of them. */
const code = [...filesIn('functions', '.ts'), ...filesIn('templates', '.hbs')].join('\n');

/** The names of the slots that a pattern prints, without those that only choose a plural or gender. */
function printedSlots(pattern: string): readonly string[] {
  const names = [
    ...pattern.matchAll(
      /(?<!(?:\b(?:one|few|many|other|sg|pl|f|m|n|past|exact|surplus|narrowed|widened)|=\d+|select, (?:up|imports)) )\{(\w+)\}/g,
    ),
  ].map(([, name]) => name ?? '');
  return [...new Set(names)].toSorted();
}

/** Sentences that name in English how many months are known; Russian and Belarusian say «known» without their number. */
const shorter = ['extreme.high_both', 'extreme.low_both', 'extreme.high_one', 'extreme.low_one'];

describe('the catalogue of messages', () => {
  it('has every message in every language: fill the columns of templates/messages.csv', () => {
    for (const language of languages) expect(Object.keys(patterns[language]), language).toEqual(keys);
  });

  it('prints the same slots in every language', () => {
    const differing = keys.filter((key) => {
      const slots = languages.map((language) => printedSlots(patterns[language][key] ?? '').join(' '));
      return new Set(slots).size > 1;
    });
    expect(differing).toEqual(shorter);
  });

  it.each(languages)('has the plural forms of %s wherever a number chooses a word', (language) => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const wrong = Object.entries(patterns[language]).filter(([, pattern]) =>
      [...pattern.matchAll(/plural,((?:[^{}]|\{[^{}]*\})*)\}/g)].some(([, forms = '']) =>
        pluralCategories.some((form) => !forms.includes(`${form} {`) && !forms.includes('=1 {')),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('has no unused message: delete it from templates/messages.csv, or use it', () => {
    const literals = [...code.matchAll(/'([^'\n]*\.[^'\n]*)'|"([^"\n]*\.[^"\n]*)"/g)].map(([, a, b]) => a ?? b ?? '');
    const composed = [...code.matchAll(/`([^`\n]*\.[^`\n]*)`/g)].map(([, text = '']) => text);
    const used = new Set(literals);
    const patternsOfKeys = composed.map(
      (text) =>
        new RegExp(
          `^${text
            .split(/\$\{[^}]*\}/)
            .map((part) => part.replace(/[.*+?^$()[\]\\|]/g, '\\$&'))
            .join('[\\w.]+')}$`,
        ),
    );
    const unused = keys.filter((key) => !used.has(key) && !patternsOfKeys.some((pattern) => pattern.test(key)));
    expect(unused).toEqual([]);
  });

  it.each(languages)(
    'holds no hyphen for a minus or a dash, no straight quotes, no double spaces in %s',
    (language) => {
      const wrong = Object.entries(patterns[language]).filter(([, text]) => /( - | -\d|"|'|\w\.\.| {2})/.test(text));
      expect(wrong).toEqual([]);
    },
  );

  it('never uses a misleading term: FDI, «Белоруссия», «times more»', () => {
    const said = languages.flatMap((language) => Object.values(patterns[language])).join('\n');
    expect(said).not.toMatch(/FDI|ПИИ|ПЗІ|Белорусси|times more/);
  });
});

describe('a catalogue with mistakes', () => {
  const head = 'key,en,ru,be,remark\n';

  it('is refused with row and column of every missing or repeated message', () => {
    const csv = `${head}a.b,One,,Адзін,\na.b,Two,Два,Два,\na.c,3 < 4,Три,Тры,\n`;
    expect(() => compileMessages(csv)).toThrow(
      [
        'templates/messages.csv row 2: "a.b" has no text in the column ru',
        'templates/messages.csv row 3: the key "a.b" stands here twice; keep one',
        'templates/messages.csv row 4: "a.c" (en) must not contain <, > or &',
      ].join('\n'),
    );
  });

  it('is refused where a language has no column', () => {
    expect(() => compileMessages('key,en,ru,remark\na.b,One,Один,\n')).toThrow(
      'templates/messages.csv row 1: there is no column be; add it with its texts',
    );
  });

  it('is refused with key and language where a pattern cannot be read', () => {
    expect(() => compileMessages(`${head}a.b,"{n, plural, one {x}",два,два,\n`)).toThrow('"a.b" (en)');
  });
});

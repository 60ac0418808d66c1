import type { Localised } from '../dataset/index.ts';

/** Endings of a noun and of the adjectives before it, after «с» or «з»: what they are, and what they become. */
type Endings = readonly (readonly [RegExp, string])[];

const nouns: Readonly<Record<'ru' | 'be', Endings>> = {
  ru: [
    [/^область$/, 'областью'],
    [/^Республика$/, 'Республикой'],
    [/^край$/, 'краем'],
    [/^округ$/, 'округом'],
  ],
  be: [
    [/^вобласць$/, 'вобласцю'],
    [/^Рэспубліка$/, 'Рэспублікай'],
    [/^край$/, 'краем'],
    [/^акруга$/, 'акругай'],
  ],
};

const adjectives: Readonly<Record<'ru' | 'be', Endings>> = {
  ru: [
    [/ая$/, 'ой'],
    [/(?<=[кгх])ий$/, 'им'],
    [/[ыи]й$/, 'ым'],
  ],
  be: [
    [/ая$/, 'ай'],
    [/(?<=[кгх])і$/, 'ім'],
    [/ы$/, 'ым'],
  ],
};

const cities: Readonly<Record<'ru' | 'be', Endings>> = {
  ru: [
    [/а$/, 'ой'],
    [/ь$/, 'ем'],
    [/(?<=[бвгджзклмнпрстфхцчшщ])$/, 'ом'],
  ],
  be: [
    [/а$/, 'ой'],
    [/ь$/, 'ем'],
    [/(?<=[бвгджзклмнпрстфхцчшў])$/, 'ам'],
  ],
};

/**
 * The name of an area after a preposition that says with whom: «с Брянской областью», «з Прыморскім краем». A name
 * after its noun stays, «с Республикой Карелия», as does one that no rule knows. English has no such form.
 */
export function instrumental(name: Localised): Localised {
  return { ...name, ru: inflected(name.ru, 'ru'), be: inflected(name.be, 'be') };
}

function inflected(name: string, language: 'ru' | 'be'): string {
  const words = name.split(' ');
  const at = words.findIndex((word) => nouns[language].some(([noun]) => noun.test(word)));
  if (at < 0) return words.length === 1 ? ended(name, cities[language]) : name;
  return words
    .map((word, index) => {
      if (index > at) return word;
      return ended(word, index === at ? nouns[language] : adjectives[language]);
    })
    .join(' ');
}

function ended(word: string, endings: Endings): string {
  const fitting = endings.find(([ending]) => ending.test(word));
  return fitting ? word.replace(...fitting) : word;
}

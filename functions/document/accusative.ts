import type { Localised } from '../dataset/index.ts';

/** Nouns in names of regions with which an adjective before them agrees. */
const feminine = /область|вобласць|Республика|Рэспубліка/;

/**
 * The name of an area after a preposition that says where to: «Московскую область», «Маскву». Only feminine names have
 * a form of their own: adjectives before their noun, a republic, and a city in -а. English has none.
 */
export function accusative(name: Localised): Localised {
  return { ...name, ru: inflected(name.ru), be: inflected(name.be) };
}

function inflected(name: string): string {
  const noun = feminine.exec(name);
  if (!noun) return name.replace(/^(\p{L}+)а$/u, '$1у');
  const before = name.slice(0, noun.index).replace(/ая(?=[ -])/g, 'ую');
  return before + noun[0].replace(/а$/, 'у') + name.slice(noun.index + noun[0].length);
}

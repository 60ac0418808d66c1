import { type Language, languages } from '../dataset/index.ts';

/** The one of our languages that a browser prefers by its header `Accept-Language`; English when it names none. */
export function preferredLanguage(header = ''): Language {
  const wishes = header.split(',').flatMap((wish) => {
    const [tag = '', ...parameters] = wish.split(';').map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
    // `be-BY` is Belarusian; what follows the hyphen is the country.
    const language = languages.find((known) => known === tag.toLowerCase().split('-')[0]);
    return language && Number(weight) > 0 ? [{ language, weight: Number(weight) }] : [];
  });
  return wishes.toSorted((a, b) => b.weight - a.weight)[0]?.language ?? 'en';
}

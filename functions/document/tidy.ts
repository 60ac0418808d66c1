/** A preposition before two consonants: seldom there, so that texts are searched for it quickly before it is mended. */
const mayNeedVowel = /[ВвСсЗз]\u00a0[ВС][лмвт]/;

/**
 * Mends what only shows once the slots of a message are filled: an abbreviation at the end of a sentence needs one full
 * stop, not two; «во Владимирскую область», «со Смоленской областью», «са Смаленскай вобласцю».
 */
export function tidy(written: string): string {
  const text = mayNeedVowel.test(written)
    ? written
        .replace(/(?<![\p{L}-])([Вв])(?=\u00a0Вл)/gu, '$1о')
        .replace(/(?<![\p{L}-])([Сс])(?=\u00a0С[мвт])/gu, '$1о')
        .replace(/(?<![\p{L}-])([Зз])(?=\u00a0С[мвт])/gu, '$1а')
    : written;
  return text.includes('..') || text.includes('.</')
    ? text.replace(/(\p{L})\.((?:<\/\w+>)*)\.(?!\.)/gu, '$1.$2')
    : text;
}

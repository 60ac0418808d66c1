import { describe, expect, it } from 'vitest';
import { tieWords } from '../../functions/document/tie-words.ts';

const shown = (text: string) => text.replaceAll('\u00a0', '~');

describe('tieWords', () => {
  it('keeps short words, dashes and «г.» of Russian and Belarusian data on the line of their neighbours', () => {
    expect(shown(tieWords('Сообщение о торговле за 2024 г.', 'ru'))).toBe('Сообщение о~торговле за~2024~г.');
    expect(shown(tieWords('Прыродны газ – у Расію', 'be'))).toBe('Прыродны газ~– у~Расію');
    expect(shown(tieWords('г. Москва', 'ru'))).toBe('г.~Москва');
  });

  it('ties two short words in a row', () => {
    expect(shown(tieWords('и в Гомеле', 'ru'))).toBe('и~в~Гомеле');
  });

  it('leaves English and longer words as they are', () => {
    expect(tieWords('a report of 2024', 'en')).toBe('a report of 2024');
    expect(tieWords('Брянская область', 'ru')).toBe('Брянская область');
  });
});

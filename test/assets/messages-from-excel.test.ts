import { describe, expect, it } from 'vitest';
import { readPatterns } from '../../functions/assets/compile-messages.ts';

const csv = 'key,en,ru,be,note\nunit.per_cent,per cent,процент,працэнт,\nunit.piece,"one, two",штука,штука,\n';

describe('messages that a spreadsheet saved', () => {
  it('with a byte order mark and Windows line ends are read like others', () => {
    const saved = `\uFEFF${csv.replaceAll('\n', '\r\n')}`;
    expect(readPatterns(saved, 'all')).toEqual(readPatterns(csv, 'all'));
  });

  it.each([
    ['in cp1251', csv.replace('процент', '\uFFFD\uFFFD'), 'row 2: this letter is not in UTF-8; save the file as CSV'],
    ['in UTF-16', `\uFFFD\uFFFD${[...csv].join('\0')}`, 'row 1: this letter is not in UTF-8'],
    ['with semicolons', csv.replaceAll(',', ';'), 'row 1: separate the columns with commas'],
    ['with semicolons and a mark', `\uFEFF${csv.replaceAll(',', ';')}`, 'row 1: separate the columns with commas'],
    ['with tabs', csv.replaceAll(',', '\t'), 'row 1: separate the columns with commas'],
  ])('%s are refused with their row and a remedy', (_, saved, reason) => {
    expect(() => readPatterns(saved, 'all')).toThrow(`templates/messages.csv ${reason}`);
  });
});

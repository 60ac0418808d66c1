import { type Localised, languageFacts, languages } from '../../dataset/index.ts';
import { editedProperties, sheetNames, tableOrder } from '../sheets.ts';
import type { TextSheet } from './sheet-xml.ts';

/** A message of the catalogue in each language. */
export type Say = (key: string, slots?: Readonly<Record<string, string>>) => Localised;

/** What stands before the columns: about the workbook as a whole. */
const general = ['begin', 'text', 'version', 'source'] as const;

/** The sheet that says what each column holds, in three languages. */
export function helpSheet(say: Say): TextSheet {
  const row = (sheet: string, column: string, text: Localised) => [sheet, column, ...languages.map((one) => text[one])];
  const about = tableOrder.flatMap(({ name: sheet, fields }) => {
    // A text in three languages has three columns and one explanation.
    const columns = new Map<string, string[]>();
    for (const { name } of fields) columns.set(stemOf(name), [...(columns.get(stemOf(name)) ?? []), name]);
    return [...columns].map(([stem, names]) => row(sheet, names.join(', '), say(`desk.field.${sheet}.${stem}`)));
  });
  const both = (key: string) => languages.map((language) => say(key)[language]).join(' / ');
  return {
    heading: [
      both('desk.help.sheet'),
      both('desk.help.column'),
      ...languages.map((language) => languageFacts[language].ownName),
    ],
    rows: [
      ...general.map((key) => row('', '', say(`desk.help.${key}`))),
      ...editedProperties.map((name) => row(sheetNames.descriptor, name, say(`desk.field.package.${name}`))),
      ...about,
    ],
    validations: [],
    lastRow: 1,
    wraps: true,
  };
}

/** The name of a column without its language. */
function stemOf(name: string): string {
  const language = languages.find((one) => name.endsWith(`_${one}`));
  return language === undefined ? name : name.slice(0, -language.length - 1);
}

/** What is said beside a selected cell, one line a language. */
export function promptOf(text: Localised): string {
  return languages.map((language) => text[language]).join('\n');
}

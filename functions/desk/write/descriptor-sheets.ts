import { editedProperties } from '../sheets.ts';
import type { TextSheet } from './sheet-xml.ts';

/** What an editor changes in the descriptor, a property a row; one that it does not have, or that is no text, is empty. */
export function descriptorSheet(descriptor: string): TextSheet {
  const properties = propertiesOf(descriptor);
  return {
    heading: ['property', 'value'],
    rows: editedProperties.map((name) => [name, properties[name] ?? '']),
    validations: [],
    lastRow: editedProperties.length + 1,
  };
}

/** The lines of the descriptor as they are, one a row, with their number in the heading. */
export function linesSheet(descriptor: string): TextSheet {
  const lines = descriptor.split('\n');
  return {
    heading: ['datapackage.json', String(lines.length)],
    rows: lines.map((line) => [line]),
    validations: [],
    lastRow: lines.length + 1,
  };
}

/** The properties that an editor changes; none of a file that is no JSON object, which the checks will say. */
export function propertiesOf(descriptor: string): Readonly<Partial<Record<string, string>>> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(descriptor);
  } catch {
    return {};
  }
  if (typeof parsed !== 'object' || parsed === null) return {};
  const known = Object.entries(parsed).filter(([name]) => editedProperties.some((edited) => edited === name));
  return Object.fromEntries(known.filter(([, value]) => typeof value === 'string'));
}

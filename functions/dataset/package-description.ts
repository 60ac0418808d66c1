import { checkDescriptor, expectedTables, resourceOf } from './check-descriptor.ts';
import { DatasetError } from './violation.ts';

/**
 * The text of a `datapackage.json` whose resources are our tables; all that the tables do not say, such as name,
 * version and licences, stays as it is. Tables and columns of products are among them where the file names the table.
 * Throws a {@link DatasetError} when the file is not a JSON object.
 */
export function describePackage(bytes: Uint8Array): string {
  // A problem without a column concerns the whole file: then there is nothing to keep.
  const unreadable = checkDescriptor(bytes).problems.filter(({ column }) => column === null);
  if (unreadable.length > 0) throw new DatasetError(unreadable);
  const descriptor: Readonly<Record<string, unknown>> = JSON.parse(new TextDecoder().decode(bytes));
  const resources = expectedTables(descriptor.resources).map(resourceOf);
  return `${jsonOf({ ...descriptor, resources }, '', '')}\n`;
}

/** The longest line of the file, as the formatter of this project has it. */
const lineWidth = 120;

/** A value as JSON with two spaces a level; a list without objects takes one line where it fits after `label`. */
function jsonOf(value: unknown, indent: string, label: string): string {
  if (typeof value !== 'object' || value === null) return label + JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const line = `${label}[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    const isPlain = value.every((item) => typeof item !== 'object' || item === null);
    if (isPlain && `${indent}${line},`.length <= lineWidth) return line;
    return `${label}[\n${value.map((item) => inner + jsonOf(item, inner, '')).join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return `${label}{}`;
  const lines = entries.map(([name, item]) => inner + jsonOf(item, inner, `${JSON.stringify(name)}: `));
  return `${label}{\n${lines.join(',\n')}\n${indent}}`;
}

import { describe, expect, it } from 'vitest';
import { describePackage } from '../../functions/dataset/index.ts';
import { packageFiles, withFile } from '../package-files.ts';

const own = new TextDecoder().decode(packageFiles.get('datapackage.json'));

const descriptorWith = (change: (text: string) => string) =>
  withFile('datapackage.json', change).get('datapackage.json') ?? new Uint8Array();

describe('npm run data:describe', () => {
  it('leaves data/datapackage.json byte for byte as it is: run it after a change of functions/dataset/tables.ts', () => {
    expect(describePackage(new TextEncoder().encode(own))).toBe(own);
  });

  it.each([
    ['an indicator that is missing', (text: string) => text.replace('                "exporters",\n', '')],
    ['a column that is missing', (text: string) => text.replace(/\s+\{\s+"name": "printed",[^}]+\},/, '')],
    [
      'another order of what describes a table',
      (text: string) => text.replace(/("type": "table",)(\s+)("path": [^\n]+)/, '$3$2$1'),
    ],
    ['one line for everything', (text: string) => JSON.stringify(JSON.parse(text))],
  ])('mends %s', (_, change) => {
    expect(describePackage(descriptorWith(change))).toBe(own);
  });

  it('keeps what the tables do not define, such as a version, a list of lists and an empty object', () => {
    const more = '"version": "2027.1.0", "more": [[1, 2], [{}], { "a": null }], "long": ["';
    const changed = descriptorWith((text) => text.replace(/"version": "[^"]+"/, `${more}${'x'.repeat(130)}"]`));
    const described: unknown = JSON.parse(describePackage(changed));
    expect(described).toEqual(JSON.parse(new TextDecoder().decode(changed)));
  });

  it('describes products where the file names their table', () => {
    const products = descriptorWith((text) => {
      const { resources, ...rest } = JSON.parse(text);
      return JSON.stringify({ ...rest, resources: [...resources, { name: 'products' }] });
    });
    const described = describePackage(products);
    expect(described).toContain('"path": "products.csv"');
    expect(described).toContain('"name": "product"');
    expect(describePackage(new TextEncoder().encode(described))).toBe(described);
  });

  it.each([
    ['not JSON', '{', 'the file must be JSON in UTF-8'],
    ['a list', '[]', 'expected an object'],
  ])('refuses a file that is %s, by its name', (_, text, expected) => {
    const describing = () => describePackage(new TextEncoder().encode(text));
    expect(describing).toThrow('datapackage.json');
    expect(describing).toThrow(expected);
  });
});

import { expect, it } from 'vitest';
import { zip } from '../../functions/archive/index.ts';
import { unzip } from '../unzip.ts';

const files = new Map([
  ['datapackage.json', '{}'],
  ['области.csv', 'область,название\nBY-HO,Гомельская\n'.repeat(200)],
  ['empty.csv', ''],
]);
const packed = zip(new Map([...files].map(([name, text]) => [name, Buffer.from(text)])));

it('a ZIP file gives back the files that were put into it, in their order', () => {
  expect([...unzip(packed)].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([...files]);
});

it('is smaller than what repeats itself in it', () => {
  expect(packed.length).toBeLessThan(1000);
});

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { set } from '../briefings.ts';
import { dataset } from '../package-files.ts';
import { print } from '../renders.ts';
import { differentPixels, drawPages, drawPdf, pictured } from './pictures.ts';

const approved = fileURLToPath(new URL('../pictures/', import.meta.url));
const differing = `${approved}differing/`;

/** The pixels of a page that may differ between machines. */
const tolerance = 6;

describe.each(pictured)('the $language pages of $edition in the brand $brand', (which) => {
  it('look as they were approved; `npm run pictures` approves what is in test/pictures/differing', async () => {
    const stem = `${which.brand}-${which.edition}-${which.language}-`;
    const names = readdirSync(approved).filter((name) => name.startsWith(stem));
    const drawn = await drawPages(which);
    expect([...drawn.keys()].toSorted()).toEqual(names.toSorted());
    const different: string[] = [];
    for (const [name, picture] of drawn) {
      const pixels = await differentPixels(readFileSync(approved + name), picture);
      rmSync(differing + name, { force: true });
      if (pixels <= tolerance) continue;
      mkdirSync(differing, { recursive: true });
      writeFileSync(differing + name, picture);
      different.push(`${name}: ${pixels} pixels differ`);
    }
    expect(different).toEqual([]);
  });
});

it('one digit more in one line is a visible difference', async () => {
  const before = await drawPdf(await print('2021-07', 'en'), [4]);
  const changed = { ...dataset, observations: set('companies_fez', 13)(dataset.observations) };
  const after = await drawPdf(await print('2021-07', 'en', changed), [4]);
  const [one = Buffer.alloc(0), other = Buffer.alloc(0)] = [...before.values(), ...after.values()];
  expect(await differentPixels(one, other)).toBeGreaterThan(tolerance);
});

import { expect, it } from 'vitest';
import { editionOf, type LaidOut } from '../../functions/briefings/index.ts';
import { overlaid } from '../../functions/local/overlay.ts';
import type { PagedDocument } from '../../functions/pdf/index.ts';
import { fullPdf } from '../../functions/store/index.ts';
import { editionNamed } from '../briefings.ts';
import { dataset } from '../package-files.ts';
import { partsIn } from '../pdf/structure.ts';
import { openPdf } from '../read-pdf.ts';
import { renderer } from '../renders.ts';

const edition = editionOf(dataset, editionNamed('2021-07'));

async function printed(laidOut?: LaidOut): Promise<Uint8Array> {
  const { file } = await (await renderer()).render(edition, 'en', fullPdf, laidOut);
  return file.bytes;
}

/** Roles above all that is on a page. */
const aboveAll: readonly unknown[] = ['Root', 'Document'];

/** How many structure elements a page has, as a reader of PDF sees them. */
function countRoles(node: object): number {
  const below = 'children' in node && Array.isArray(node.children) ? node.children : [];
  const own = 'role' in node && !aboveAll.includes(node.role) ? 1 : 0;
  return below.reduce((sum: number, child) => sum + countRoles(child), own);
}

it('every structure element of a page has its number in the order of reading', async () => {
  const seen: PagedDocument[] = [];
  const plain = await printed((paged) => {
    seen.push(overlaid(paged));
    return undefined;
  });
  const drawn = seen.flatMap(({ pages }) => pages.map(({ pieces }) => pieces.at(-1)));
  const numbers = drawn.map((piece) =>
    piece?.piece === 'artifact' ? piece.marks.flatMap((mark) => (mark.mark === 'text' ? [mark.text] : [])) : [],
  );
  const pdf = await openPdf(plain);
  expect(numbers).toHaveLength(pdf.numPages);
  for (const [index, found] of numbers.entries()) {
    const tree = await (await pdf.getPage(index + 1)).getStructTree();
    const count = countRoles(tree);
    expect(count).toBeGreaterThan(10);
    expect(found, `page ${index + 1}`).toEqual(Array.from({ length: count }, (_, element) => String(element + 1)));
  }
  await pdf.loadingTask.destroy();
});

it('an overlay changes nothing that is read, and a print without it nothing at all', async () => {
  const plain = await printed();
  const covered = await printed(overlaid);
  expect(await partsIn(covered)).toEqual(await partsIn(plain));
  expect(covered.length).toBeGreaterThan(plain.length);
  expect(await printed()).toEqual(plain);
});

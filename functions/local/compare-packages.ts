import type { Renderer } from '../briefings/index.ts';
import { type Comparing, changesBetween, type PackageChanges } from '../changes/index.ts';
import type { Dataset } from '../dataset/index.ts';
import { proveByPrinting } from './prove-by-printing.ts';

/**
 * What publishing a package in place of another would change. Throws what {@link proveByPrinting} throws where its pages
 * cannot be laid out: the cell because of which, or the file.
 */
export async function comparePackages(
  before: Dataset,
  after: Dataset,
  options: Comparing & { readonly renderer: Renderer },
): Promise<PackageChanges> {
  try {
    return changesBetween(before, after, options);
  } catch (error) {
    await proveByPrinting(after, before, options.renderer, options.now);
    throw error;
  }
}

import { editionOf, editionsOf, type Renderer } from '../briefings/index.ts';
import { CommandError } from '../cli/index.ts';
import { type Dataset, languages } from '../dataset/index.ts';
import { fullPdf } from '../store/index.ts';

/** How many of the newest editions are printed: the one in progress, and the one that readers have. */
const provedEditions = 2;

/**
 * Renders the newest editions of a dataset in every language, and keeps nothing: data can pass every check and still
 * hold what no page can show. Throws a {@link CommandError} that names the edition and the language.
 */
export async function proveByPrinting(dataset: Dataset, renderer: Renderer, now: Date): Promise<void> {
  for (const edition of editionsOf(dataset, now).slice(-provedEditions)) {
    for (const language of languages) {
      try {
        await renderer.render(editionOf(dataset, edition), language, fullPdf);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new CommandError(
          `The package passes its checks and cannot be printed: edition ${edition} in ${language}: ${reason}. Nothing was published.`,
          { cause: error },
        );
      }
    }
  }
}

import type { Outcome } from './stage.ts';

/** Collects checks, each a sentence that is true or not. */
export class Checks {
  private readonly lines: { readonly sentence: string; readonly holds: boolean; readonly met: string }[] = [];

  /** Records whether a sentence is true. `met` is the actual value, for the summary. */
  expect(sentence: string, holds: boolean, met: unknown = ''): void {
    const text = typeof met === 'string' ? met : (JSON.stringify(met) ?? '');
    this.lines.push({ sentence, holds, met: text.slice(0, 300) });
  }

  /** Whether all checks passed, and the list of them. */
  outcome(): Outcome {
    const items = this.lines.map(({ sentence, holds, met }) =>
      holds ? `- ${sentence}` : `- **does not hold**: ${sentence} (${met})`,
    );
    return { passed: this.lines.every(({ holds }) => holds), summary: items.join('\n') };
  }
}

import type { Outcome } from './stage.ts';

/** A list of sentences that hold or do not. */
export class Checks {
  private readonly lines: { readonly sentence: string; readonly holds: boolean; readonly met: string }[] = [];

  /** Notes whether a sentence holds; what was met instead is kept for the summary. */
  expect(sentence: string, holds: boolean, met: unknown = ''): void {
    const text = typeof met === 'string' ? met : (JSON.stringify(met) ?? '');
    this.lines.push({ sentence, holds, met: text.slice(0, 300) });
  }

  /** Whether all hold, and the list. */
  outcome(): Outcome {
    const told = this.lines.map(({ sentence, holds, met }) =>
      holds ? `- ${sentence}` : `- **does not hold**: ${sentence} (${met})`,
    );
    return { passed: this.lines.every(({ holds }) => holds), summary: told.join('\n') };
  }
}

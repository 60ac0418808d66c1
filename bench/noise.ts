import { quantile } from './statistics.ts';

/** What a machine is told to be too noisy at: the slower quarter of equal pieces of work takes this much longer. */
export const noiseBound = 0.15;

/** How steadily the machine worked while something was measured. */
export interface Noise {
  /** How much longer the slower quarter of equal pieces of work took than the fastest: 0.1 for a tenth. */
  readonly loss: number;
  readonly pieces: number;
}

/** A piece of work that is always the same, done between measurements to see what the machine has left for them. */
export class Calibration {
  private readonly milliseconds: number[] = [];

  /** Does one piece, some milliseconds of arithmetic. */
  run(): void {
    const begun = performance.now();
    const result = work();
    // The result is looked at, so that the work cannot be left out.
    if (result === 0) throw new Error('the arithmetic of the calibration is wrong');
    this.milliseconds.push(performance.now() - begun);
  }

  /** What was seen since the beginning. Throws when no piece was done. */
  noise(): Noise {
    return noiseOf(this.milliseconds);
  }
}

/** How steady equal pieces of work were. */
export function noiseOf(milliseconds: readonly number[]): Noise {
  const fastest = Math.min(...milliseconds);
  return { loss: quantile(milliseconds, 0.75) / fastest - 1, pieces: milliseconds.length };
}

/** A warning where the machine was too noisy to judge by its figures, else null. */
export function warningOf({ loss, pieces }: Noise): string | null {
  if (loss <= noiseBound) return null;
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return `The machine was too noisy to judge: the slower quarter of ${pieces} equal pieces of work took at least ${percent(loss)} longer than the fastest; up to ${percent(noiseBound)} is accepted. End what else runs, and measure again.`;
}

function work(): number {
  let state = 1;
  for (let step = 0; step < 3_000_000; step += 1) state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
  return state;
}

import { quantile } from './statistics.ts';

/** A machine is too noisy if the slower quarter of equal pieces of work takes longer than the fastest by this share. */
export const noiseBound = 0.15;

/** How steadily the machine worked during a measurement. */
export interface Noise {
  /** How much longer the slower quarter of equal pieces of work took than the fastest: 0.1 means 10 %. */
  readonly loss: number;
  readonly pieces: number;
}

/** A fixed piece of work that is done between measurements, to see how much other load the machine has. */
export class Calibration {
  private readonly milliseconds: number[] = [];

  /** Does one piece: some milliseconds of arithmetic. */
  run(): void {
    const begun = performance.now();
    const result = work();
    // The result is used, so that the compiler cannot remove the work.
    if (result === 0) throw new Error('the arithmetic of the calibration is wrong');
    this.milliseconds.push(performance.now() - begun);
  }

  /** The noise so far. Throws when no piece was done. */
  noise(): Noise {
    return noiseOf(this.milliseconds);
  }
}

/** The noise of equal pieces of work, from their times. */
export function noiseOf(milliseconds: readonly number[]): Noise {
  const fastest = Math.min(...milliseconds);
  return { loss: quantile(milliseconds, 0.75) / fastest - 1, pieces: milliseconds.length };
}

/** A warning if the machine was too noisy to judge by the figures, else null. */
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

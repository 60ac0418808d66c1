import type { Distance } from './processes/bucket.ts';

/** One measurement of the bench. */
export interface Measurement<Facts extends object> {
  /** Its name on the command line and in the results. */
  readonly name: string;
  /** What it shows, in one sentence. */
  readonly about: string;
  /** Measures. Installs what it needs, and reports what it cannot measure. */
  measure(bench: BenchContext): Promise<Facts>;
  /** The facts as Markdown, ratios first. */
  toMarkdown(facts: Facts): string;
}

/** What a measurement works with. */
export interface BenchContext {
  /** The number of repetitions, and of warm-up runs before them. */
  readonly rounds: number;
  /** How far away AWS is, for `waits`. */
  readonly distance: Distance;
  /** A folder of its own, empty at the start. */
  readonly scratch: string;
  /** A folder for installed programs, kept between runs. */
  readonly tools: string;
  /** Prints a line of progress. */
  readonly say: (line: string) => void;
  /** Does a fixed piece of work, to see how steady the machine is. Call it between any two measurements. */
  readonly calibrate: () => void;
}

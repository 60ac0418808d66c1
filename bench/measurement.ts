/** One thing that the bench measures. */
export interface Measurement<Facts extends object> {
  /** The name by which the command line and the results know it. */
  readonly name: string;
  /** What it shows, in a sentence. */
  readonly about: string;
  /** Measures; installs what it needs, and says what it cannot measure. */
  measure(bench: BenchContext): Promise<Facts>;
  /** The facts as Markdown, ratios first. */
  tell(facts: Facts): string;
}

/** What is measured with. */
export interface BenchContext {
  /** How often each thing is measured, and how often it is done before for warming up. */
  readonly rounds: number;
  /** A folder of the measurement's own that was empty when it began. */
  readonly scratch: string;
  /** A folder that is kept between runs, for programs that are installed. */
  readonly tools: string;
  /** Says a line about the progress. */
  readonly say: (line: string) => void;
  /** Does a piece of equal work, to see how steady the machine is; done between any two measurements. */
  readonly calibrate: () => void;
}

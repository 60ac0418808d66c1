/** The result of a stage: whether all checks passed, and its summary in Markdown. */
export interface Outcome {
  readonly passed: boolean;
  /** True where it could not be asked for a reason in the summary; then the summary of the last run is kept. */
  readonly skipped?: true;
  readonly summary: string;
}

/** A check with an outside program. Installs what it needs, and throws with a reason when it cannot. */
export interface Stage {
  /** Its name on the command line and in the summary. */
  readonly name: string;
  /** What it shows, in one sentence. */
  readonly about: string;
  readonly run: (context: StageContext) => Promise<Outcome>;
}

/** What a stage works with. */
export interface StageContext {
  /** A folder of its own for installed programs, kept between runs. */
  readonly tools: string;
  /** A folder for programs that several stages need, kept between runs. */
  readonly shared: string;
  /** A folder of its own, empty at the start. */
  readonly scratch: string;
  /** Prints a line of progress. */
  readonly say: (line: string) => void;
}

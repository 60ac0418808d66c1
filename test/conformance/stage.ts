/** What one stage found out: whether all of it holds, and its summary in Markdown. */
export interface Outcome {
  readonly passed: boolean;
  readonly summary: string;
}

/** One check against an outside program. It installs what it needs, and fails with a reason when it cannot. */
export interface Stage {
  /** The name by which the command line and the summary know it. */
  readonly name: string;
  /** What it shows, in a sentence. */
  readonly about: string;
  readonly run: (context: StageContext) => Promise<Outcome>;
}

/** What a stage works with. */
export interface StageContext {
  /** A folder of the stage's own that is kept between runs, for the programs it installs. */
  readonly tools: string;
  /** A folder of all stages that is kept between runs, for programs that several of them need. */
  readonly shared: string;
  /** A folder of the stage's own that was empty when it began. */
  readonly scratch: string;
  /** Says a line about the progress. */
  readonly say: (line: string) => void;
}

/** A number or word in a chart; a calculated one gets a dotted underline. */
export interface Label {
  readonly text: string;
  readonly calculated: boolean;
}

/** What a mark shows. It decides the colours of the fill, outline and text. */
export type Tone = 'turnover' | 'exports' | 'imports' | 'balance';

/** Every chart has an alternative text for readers who cannot see it. */
export interface Described {
  readonly alt: string;
}

/** What a call wrote into its log, in bytes, and how many metrics of our own it measured. */
export interface LogFacts {
  readonly bytes: number;
  readonly metrics: number;
}

/** A line in the embedded metric format of CloudWatch, as far as it is read. */
interface MetricLine {
  readonly _aws?: { readonly CloudWatchMetrics: readonly { readonly Metrics: readonly { readonly Name: string }[] }[] };
}

/** Reads the log of a call: lines of JSON, some of them measurements. */
export function readLog(text: string): LogFacts {
  const names = new Set<string>();
  for (const line of text.split('\n').filter((part) => part.startsWith('{'))) {
    const { _aws: measured } = JSON.parse(line) as MetricLine;
    for (const { Metrics: metrics } of measured?.CloudWatchMetrics ?? []) {
      for (const { Name: name } of metrics) names.add(name);
    }
  }
  return { bytes: Buffer.byteLength(text), metrics: names.size };
}

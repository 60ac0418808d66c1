/** The size of the log of a call in bytes, and the number of custom metrics in it. */
export interface LogFacts {
  readonly bytes: number;
  readonly metrics: number;
}

/** The fields that are read of a line in CloudWatch's embedded metric format. */
interface MetricLine {
  readonly _aws?: { readonly CloudWatchMetrics: readonly { readonly Metrics: readonly { readonly Name: string }[] }[] };
}

/** Parses the log of a call: JSON lines, some of which are metrics. */
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

import { readFile } from 'node:fs/promises';

/** The JSON report of schemathesis on a whole run. */
export interface RunReport {
  readonly schemathesis_version: string;
  readonly complete: boolean;
  readonly operations: { readonly total: number; readonly tested: number };
  readonly test_cases: {
    readonly generated: number;
    readonly with_failures: number;
    readonly without_checks: number;
    readonly errored: number;
  };
  readonly failures: readonly { readonly title: string; readonly operations: readonly string[] }[];
  readonly errors: readonly { readonly title: string; readonly count: number }[];
  readonly warnings: Readonly<Record<string, readonly unknown[]>>;
}

/** A generated request that was sent. */
export interface SentCase {
  /** Method and path, as in the document. */
  readonly operation: string;
  readonly phase: string;
  /** The status of the response; null when there was none. */
  readonly status: number | null;
  /** The checks of the response, with their results. */
  readonly checks: readonly { readonly name: string; readonly status: string }[];
}

interface Recorder {
  readonly cases?: Readonly<Record<string, { readonly value: { readonly method: string; readonly path: string } }>>;
  readonly checks?: Readonly<Record<string, SentCase['checks']>>;
  readonly interactions?: Readonly<Record<string, { readonly response?: { readonly status_code: number } | null }>>;
}

interface Line {
  readonly ScenarioFinished?: { readonly phase: string; readonly recorder: Recorder };
}

/** Reads the report of a run. */
export async function readReport(file: string): Promise<RunReport> {
  return JSON.parse(await readFile(file, 'utf8')) as RunReport;
}

/** Reads all cases of a run from its report in JSON lines. */
export async function readCases(file: string): Promise<readonly SentCase[]> {
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  return lines.flatMap((text) => {
    const { ScenarioFinished: scenario } = JSON.parse(text) as Line;
    if (!scenario) return [];
    const { cases = {}, checks = {}, interactions = {} } = scenario.recorder;
    return Object.entries(cases).map(([id, { value }]) => ({
      operation: `${value.method} ${value.path}`,
      phase: scenario.phase,
      status: interactions[id]?.response?.status_code ?? null,
      checks: checks[id] ?? [],
    }));
  });
}

/** Lists what was wrong with a run, in words. */
export function flawsOf({ complete, test_cases: cases, ...report }: RunReport): readonly string[] {
  return [
    ...(complete ? [] : ['the run did not come to its end']),
    ...(cases.errored > 0 ? [`${cases.errored} cases could not be run`] : []),
    ...(cases.without_checks > 0 ? [`${cases.without_checks} cases were not checked`] : []),
    ...(cases.with_failures > 0 ? [`${cases.with_failures} cases failed`] : []),
    ...report.failures.map(({ title, operations: at }) => `${title}: ${at.join(', ')}`),
    ...report.errors.map(({ title, count }) => `${title}: ${count}`),
    ...Object.entries(report.warnings)
      .filter(([, met]) => met.length > 0)
      .map(([name, met]) => `warning ${name}: ${JSON.stringify(met).slice(0, 200)}`),
  ];
}

import {
  DescribeExecutionCommand,
  DescribeMapRunCommand,
  ListMapRunsCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { ObjectStore } from '../store/index.ts';

/** One item of a Distributed Map: a briefing to make. */
export interface MapItem {
  readonly edition: string;
  readonly language: string;
}

/** The result of one item. */
export interface MapResult extends MapItem {
  readonly outcome: 'made' | 'was there' | 'failed';
  readonly error?: string;
}

/** A client for a state machine, in the region that its ARN names. */
export function openStepFunctions(stateMachine: string): SFNClient {
  process.env.AWS_REGION ??= /^arn:[^:]*:states:([^:]+):/.exec(stateMachine)?.[1];
  return new SFNClient({ maxAttempts: 5 });
}

/** Starts a state machine whose map takes `{ items }`; gives the name of the execution. */
export async function startMap(client: SFNClient, stateMachine: string, items: readonly MapItem[]): Promise<string> {
  const input = JSON.stringify({ items });
  const started = await client.send(new StartExecutionCommand({ stateMachineArn: stateMachine, input }));
  return started.executionArn ?? '';
}

/** The state of an execution, with its output if it succeeded and the reason if it failed. */
export async function stateOf(client: SFNClient, execution: string) {
  const { status, output, error, cause } = await client.send(new DescribeExecutionCommand({ executionArn: execution }));
  return { status, output: output ?? '', cause: [error, cause].filter(Boolean).join(': ') };
}

/** How many items of an execution's map have ended. */
export async function countItems(client: SFNClient, execution: string): Promise<number> {
  const { mapRuns = [] } = await client.send(new ListMapRunsCommand({ executionArn: execution }));
  const [run] = mapRuns;
  if (!run?.mapRunArn) return 0;
  const { itemCounts } = await client.send(new DescribeMapRunCommand({ mapRunArn: run.mapRunArn }));
  return (itemCounts?.succeeded ?? 0) + (itemCounts?.failed ?? 0) + (itemCounts?.timedOut ?? 0);
}

/** The files that a map wrote its results to, as its manifest names them. */
interface Manifest {
  readonly ResultFiles: Readonly<Partial<Record<'SUCCEEDED' | 'FAILED', readonly { readonly Key: string }[]>>>;
}

/** An item whose own execution did not end well, as the map writes it. */
interface FailedChild {
  readonly Input: string;
  readonly Error?: string;
  readonly Cause?: string;
}

/** Reads the results of a map from where its output says that they are. */
export async function readResults(
  output: string,
  open: (bucket: string) => ObjectStore,
): Promise<readonly MapResult[]> {
  const { ResultWriterDetails: place } = JSON.parse(output) as {
    readonly ResultWriterDetails: { readonly Bucket: string; readonly Key: string };
  };
  const objects = open(place.Bucket);
  const read = async <T>(path: string): Promise<T> => {
    const found = await objects.get(path);
    if (found === null || found === 'unchanged') throw new Error(`${path}: the run named it, and it is not there`);
    return JSON.parse(new TextDecoder().decode(found.bytes)) as T;
  };
  const { ResultFiles: files } = await read<Manifest>(place.Key);
  const readAll = async <T>(named: readonly { readonly Key: string }[] = []) =>
    (await Promise.all(named.map(({ Key }) => read<readonly T[]>(Key)))).flat();
  const ended = await readAll<MapResult>(files.SUCCEEDED);
  const failed = await readAll<FailedChild>(files.FAILED);
  return [...ended.map(inWords), ...failed.map(failureOf)];
}

function failureOf({ Input: input, Error: error = 'failed', Cause: cause = '' }: FailedChild): MapResult {
  return { ...(JSON.parse(input) as MapItem), outcome: 'failed', error: [error, cause].filter(Boolean).join(': ') };
}

/** A function that throws tells its error, message and stack as JSON: the message is what a person needs. */
function inWords(result: MapResult): MapResult {
  const { error } = result;
  if (error === undefined) return result;
  const message = /"errorMessage":("(?:[^"\\]|\\.)*")/.exec(error)?.[1];
  return message === undefined ? result : { ...result, error: JSON.parse(message) as string };
}

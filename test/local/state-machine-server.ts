import { createServer, type Server } from 'node:http';
import { json } from 'node:stream/consumers';

/** How an execution ends. */
export type End =
  | { readonly status: 'SUCCEEDED'; readonly output: string }
  | { readonly status: 'FAILED' | 'ABORTED' | 'TIMED_OUT'; readonly error?: string; readonly cause?: string };

const execution = 'arn:aws:states:eu-central-1:123456789012:execution:Backfill:one';
const run = 'arn:aws:states:eu-central-1:123456789012:mapRun:Backfill/EveryBriefing:one';

/** The part of Step Functions that a backfill speaks: an execution that runs for one look, then ends as it is told. */
export class StateMachineServer {
  /** The inputs of the executions that were started. */
  readonly inputs: unknown[] = [];
  private readonly end: End;
  private looks = 0;

  constructor(end: End) {
    this.end = end;
  }

  listen(): Server {
    return createServer(async (request, response) => {
      const call = String(request.headers['x-amz-target']).replace('AWSStepFunctions.', '');
      const answer = this.answer(call, (await json(request)) as { readonly input?: string });
      response.writeHead(answer ? 200 : 400, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify(answer ?? { __type: 'InvalidArn' }));
    });
  }

  private answer(call: string, { input = '' }: { readonly input?: string }): object | null {
    switch (call) {
      case 'StartExecution':
        this.inputs.push(JSON.parse(input));
        return { executionArn: execution, startDate: 0 };
      case 'DescribeExecution':
        this.looks += 1;
        return this.looks === 1 ? { executionArn: execution, status: 'RUNNING' } : this.end;
      case 'ListMapRuns':
        return { mapRuns: [{ executionArn: execution, mapRunArn: run, stateMachineArn: 'Backfill', startDate: 0 }] };
      case 'DescribeMapRun':
        return { mapRunArn: run, itemCounts: { succeeded: 1, failed: 0, timedOut: 0 } };
      default:
        return null;
    }
  }
}

import { userInfo } from 'node:os';
import { callerOf } from '../s3/index.ts';
import { terminalTimeouts } from '../store/index.ts';

/**
 * Who publishes, for the history of the data: with `BUCKET` the ARN of the AWS credentials, else the name of the user of
 * this machine. Throws a `StoreUnavailableError` when AWS does not say.
 */
export async function editorName(): Promise<string> {
  return process.env.BUCKET ? callerOf(process.env, terminalTimeouts) : userInfo().username;
}

import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';
import { StoreUnavailableError, type Timeouts } from '../store/index.ts';

/**
 * The ARN of the user or role session that the credentials belong to. AWS needs no permission for it. Throws a
 * {@link StoreUnavailableError} when it does not answer.
 */
export async function arnOfCaller(sts: STSClient, timeouts: Timeouts): Promise<string> {
  const abortSignal = AbortSignal.timeout(timeouts.call);
  const { Arn: arn } = await sts.send(new GetCallerIdentityCommand({}), { abortSignal }).catch((cause: unknown) => {
    throw new StoreUnavailableError('AWS did not say whose credentials these are', { cause });
  });
  if (arn) return arn;
  throw new StoreUnavailableError('AWS did not say whose credentials these are');
}

import { askSigned, jsonOf } from './call-api.ts';
import type { Deployment, Outputs } from './deployment.ts';

/** Deploys another stack beside the first, in the same account and region, and destroys it. */
export async function trySecond(deployment: Deployment, outputs: Outputs): Promise<void> {
  const { checks } = deployment;
  const second = await deployment.deploy('architecture=x86_64', 'protection=off', 'name=Second');
  const shared = Object.entries(second).filter(([name, value]) => outputs[name as keyof Outputs] === value);
  checks.expect('a second stack is made beside it, with nothing in common', shared.length === 0, shared);
  await deployment.destroy('protection=off', 'name=Second');
}

/** Deploys a stack that uses the bucket of a destroyed one. */
export async function tryAgain(deployment: Deployment, { BucketName: bucket }: Outputs): Promise<void> {
  const { checks, local } = deployment;
  const again = await deployment.deploy('architecture=x86_64', 'protection=off', 'name=Again', `bucket=${bucket}`);
  const listed = await askSigned(`${again.ApiUrl}/briefings`, local, local.root);
  const { briefings } = jsonOf<{ readonly briefings: readonly object[] }>(listed);
  checks.expect('a new stack takes up the bucket: its briefings are there again', briefings.length > 0, listed.status);
  await deployment.destroy('protection=off', 'name=Again', `bucket=${bucket}`);
}

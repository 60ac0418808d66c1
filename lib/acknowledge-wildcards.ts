import { Stack, Validations } from 'aws-cdk-lib';
import { flattenCfnReference } from 'cdk-nag/lib/utils/flatten-cfn-reference.js';
import type { IConstruct } from 'constructs';

/**
 * Tells cdk-nag why a policy, or all of a construct, needs the resources with wildcards that it names. Each is given as
 * the policy has it, with the reason; one that is not named stops the synthesis.
 */
export function acknowledgeWildcards(granted: IConstruct, reasons: Readonly<Record<string, string>>): void {
  for (const [resource, reason] of Object.entries(reasons)) {
    const named = flattenCfnReference(Stack.of(granted).resolve(resource));
    Validations.of(granted).acknowledge({ id: `AwsSolutions-IAM5[Resource::${named}]`, reason });
  }
}

import { Stack, Validations } from 'aws-cdk-lib';
import { flattenCfnReference } from 'cdk-nag/lib/utils/flatten-cfn-reference.js';
import type { IConstruct } from 'constructs';

/**
 * Gives cdk-nag the reason for each wildcard resource in the policies of a construct. Each key is the resource as the
 * policy writes it. A wildcard without a reason stops the synthesis.
 */
export function acknowledgeWildcards(granted: IConstruct, reasons: Readonly<Record<string, string>>): void {
  for (const [resource, reason] of Object.entries(reasons)) {
    const named = flattenCfnReference(Stack.of(granted).resolve(resource));
    Validations.of(granted).acknowledge({ id: `AwsSolutions-IAM5[Resource::${named}]`, reason });
  }
}

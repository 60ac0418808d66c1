import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';

/** Properties of the budget. */
export interface BudgetProps {
  /** US dollars a month. */
  readonly dollars: number;
  /** The e-mail addresses that are told; at most ten. */
  readonly operators: readonly string[];
}

/**
 * Tells operators once a month when the bill of the account passes a sum. It counts the whole account: the bill of a
 * stack alone can be had only after its tags were activated for the bill, and until then it would be zero.
 */
export class Budget extends Construct {
  constructor(scope: Construct, id: string, { dollars, operators }: BudgetProps) {
    super(scope, id);
    new CfnBudget(this, 'Month', {
      budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount: dollars, unit: 'USD' } },
      notificationsWithSubscribers: [
        {
          notification: {
            notificationType: 'ACTUAL',
            comparisonOperator: 'GREATER_THAN',
            threshold: 100,
            thresholdType: 'PERCENTAGE',
          },
          subscribers: operators.map((address) => ({ subscriptionType: 'EMAIL', address })),
        },
      ],
    });
  }
}

import { CfnOutput, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { Backfill } from './backfill.ts';
import { BriefingApi } from './briefing-api.ts';
import { BriefingFunction } from './briefing-function.ts';
import { BriefingStore } from './briefing-store.ts';
import { Dashboard } from './dashboard.ts';
import { MonthlySchedule } from './monthly-schedule.ts';
import { Notifications } from './notifications.ts';
import type { Settings } from './settings.ts';

/** Properties of the stack. */
export interface BriefingStackProps extends StackProps {
  readonly settings: Settings;
}

/** The whole service: a store, a function behind an API, one that runs every month, and what tells of both. */
export class BriefingStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: BriefingStackProps) {
    super(scope, id, props);
    const { access, architecture, endpoint, notify, retention, schedule } = settings;
    const store = new BriefingStore(this, 'Store', { retention });
    const notifications = new Notifications(this, 'Notifications', { addresses: notify });
    const common = { architecture, endpoint, retention };
    const api = new BriefingFunction(this, 'ApiFunction', { ...common, code: 'api', concurrency: 20 });
    const monthly = new BriefingFunction(this, 'MonthlyFunction', {
      ...common,
      code: 'monthly',
      concurrency: 8,
      timeoutSeconds: 120,
    });
    store.grantKeep(api);
    store.grantKeep(monthly);
    store.grantLinks(api);
    const { httpApi, url } = new BriefingApi(this, 'Api', { handler: api.lambda, access, retention });
    notifications.grantSend(monthly, url);
    const { deadLetters } = new MonthlySchedule(this, 'Monthly', { schedule, target: monthly });
    const { stateMachine } = new Backfill(this, 'Backfill', { worker: monthly, store, retention });
    const watched = { httpApi, api: api.lambda, monthly: monthly.lambda };
    const { all: alarms } = new Alarms(this, 'Alarms', { ...watched, deadLetters, notifications });
    new Dashboard(this, 'Dashboard', { ...watched, alarms });
    new CfnOutput(this, 'ApiUrl', { value: url, description: 'Address of the API' });
    new CfnOutput(this, 'BucketName', { value: store.bucket.bucketName, description: 'Bucket of the briefings' });
    new CfnOutput(this, 'MonthlyFunctionName', {
      value: monthly.lambda.functionName,
      description: 'Function that makes the month; invoke it once after the first deployment',
    });
    new CfnOutput(this, 'BackfillArn', { value: stateMachine.stateMachineArn, description: 'For npm run backfill' });
    // What cdk-nag finds and nobody defends stops the synthesis.
    Validations.of(this).addPlugins(new AwsSolutionsChecks(this));
  }
}

import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { BriefingApi } from './briefing-api.ts';
import { BriefingFunction } from './briefing-function.ts';
import { BriefingStore } from './briefing-store.ts';
import { DataAlarm } from './data-alarm.ts';
import { MonthlySchedule } from './monthly-schedule.ts';
import type { Settings } from './settings.ts';

/** Properties of the stack. */
export interface BriefingStackProps extends StackProps {
  readonly settings: Settings;
}

/** The whole service: a store, a function behind an API, and one that runs every month. */
export class BriefingStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: BriefingStackProps) {
    super(scope, id, props);
    const { architecture } = settings;
    const store = new BriefingStore(this, 'Store');
    const api = new BriefingFunction(this, 'ApiFunction', { code: 'api', architecture });
    const monthly = new BriefingFunction(this, 'MonthlyFunction', {
      code: 'monthly',
      architecture,
      timeoutSeconds: 120,
    });
    store.grantKeep(api);
    store.grantKeep(monthly);
    store.grantLinks(api);
    const { url } = new BriefingApi(this, 'Api', { handler: api.lambda, access: settings.access });
    new MonthlySchedule(this, 'Monthly', { target: monthly });
    new DataAlarm(this, 'DataAlarm', { functions: [api, monthly] });
    new CfnOutput(this, 'ApiUrl', { value: url, description: 'Address of the API' });
    new CfnOutput(this, 'BucketName', { value: store.bucket.bucketName, description: 'Bucket of the briefings' });
  }
}

import { CfnOutput, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { Backfill } from './backfill.ts';
import { BriefingApi } from './briefing-api.ts';
import { BriefingFunction } from './briefing-function.ts';
import { BriefingStore } from './briefing-store.ts';
import { Budget } from './budget.ts';
import { Dashboard } from './dashboard.ts';
import { Mail } from './mail.ts';
import { MonthlySchedule } from './monthly-schedule.ts';
import { Notifications } from './notifications.ts';
import { Policies } from './policies.ts';
import type { Settings } from './settings.ts';
import { ShareApi } from './share-api.ts';

/** Properties of the stack. */
export interface BriefingStackProps extends StackProps {
  readonly settings: Settings;
}

/** The whole service: a bucket, functions behind two APIs, a monthly function, and the monitoring of all. */
export class BriefingStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: BriefingStackProps) {
    const { access, architecture, endpoint, retention, schedule, concurrency } = settings;
    super(scope, id, {
      terminationProtection: settings.protection,
      // CloudFormation adds these tags to every resource, so that the bill can be split by them.
      tags: { project: 'gomel-briefing', stack: settings.name },
      ...props,
    });
    const store = new BriefingStore(this, 'Store', { retention, earlier: settings.bucket });
    const notifications = new Notifications(this, 'Notifications', {
      operators: settings.notify,
      // With a sender readers get mails of their own.
      readers: settings.sender === null ? settings.readers.map((reader) => reader.replace(/^..:/, '')) : [],
    });
    const common = { architecture, endpoint, retention };
    const api = new BriefingFunction(this, 'ApiFunction', {
      ...common,
      code: 'api',
      concurrency: concurrency === 0 ? null : concurrency,
    });
    const monthly = new BriefingFunction(this, 'MonthlyFunction', {
      ...common,
      code: 'monthly',
      // Five for a backfill, one for the schedule, and one for a person who invokes the function.
      concurrency: concurrency === 0 ? null : 8,
      timeoutSeconds: 120,
    });
    const publicFunction = new BriefingFunction(this, 'PublicFunction', {
      ...common,
      code: 'public',
      concurrency: null,
    });
    store.grantReadAndCreate(api);
    store.grantReadAndCreate(monthly);
    store.grantNotices(monthly);
    store.grantRead(publicFunction);
    store.grantReadShares(publicFunction);
    store.grantShares(api);
    store.grantLinks(api, publicFunction);
    const shareApi = new ShareApi(this, 'Shares', { retention });
    shareApi.servedBy(publicFunction.lambda);
    for (const { lambda } of [api, publicFunction, monthly]) lambda.addEnvironment('SHARE_ADDRESS', shareApi.url);
    publicFunction.lambda.addEnvironment('SCHEDULE', schedule);
    const { httpApi, url, accessLog } = new BriefingApi(this, 'Api', { handler: api.lambda, access, retention });
    notifications.grantSend(monthly, url);
    store.grantMails(monthly);
    store.grantUnsubscribe(publicFunction);
    monthly.lambda.addEnvironment('SHARE_DAYS', String(settings.share));
    if (settings.sender !== null) {
      new Mail(this, 'Mail', { sender: settings.sender, readers: settings.readers, target: monthly });
    }
    const { deadLetters } = new MonthlySchedule(this, 'Monthly', { schedule, target: monthly });
    const backfill = new Backfill(this, 'Backfill', { worker: monthly, store, retention });
    if (settings.budget > 0) new Budget(this, 'Budget', { dollars: settings.budget, operators: settings.notify });
    const watched = { httpApi, api: api.lambda, monthly: monthly.lambda };
    const { all: alarms } = new Alarms(this, 'Alarms', {
      ...watched,
      shareApi: shareApi.httpApi,
      backfill: backfill.stateMachine,
      deadLetters,
      logs: [api.log, monthly.log, publicFunction.log],
      notifications,
    });
    const { name: dashboard } = new Dashboard(this, 'Dashboard', { ...watched, alarms });
    const logs = [api.log, monthly.log, publicFunction.log, accessLog, shareApi.accessLog, backfill.log];
    const policies = new Policies(this, 'Policies', { httpApi, store, monthly, backfill, deadLetters, logs });
    this.addOutputs({
      ApiUrl: [url, 'Address of the API'],
      ShareUrl: [shareApi.url, 'Address before the paths of shares'],
      BucketName: [store.bucket.bucketName, 'Bucket of the briefings and the data'],
      ApiFunctionName: [api.lambda.functionName, 'Function behind the API'],
      PublicFunctionName: [publicFunction.lambda.functionName, 'Function behind the public pages of shares'],
      MonthlyFunctionName: [
        monthly.lambda.functionName,
        'Function that makes the month; invoke it once after the first deployment',
      ],
      BackfillArn: [backfill.stateMachine.stateMachineArn, 'For npm run backfill'],
      DeadLettersUrl: [deadLetters.queueUrl, 'Queue of the events that failed for good'],
      DashboardName: [dashboard, 'Dashboard in CloudWatch'],
      OperatorsTopicArn: [notifications.operators.topicArn, 'Topic of the alarms'],
      ReadersTopicArn: [notifications.readers.topicArn, 'Topic of the notices of new editions'],
      ApiLogName: [api.log.logGroupName, 'Log of the api function'],
      MonthlyLogName: [monthly.log.logGroupName, 'Log of the monthly function'],
      PublicLogName: [publicFunction.log.logGroupName, 'Log of the public function'],
      AccessLogName: [accessLog.logGroupName, 'Access log of the API'],
      ShareAccessLogName: [shareApi.accessLog.logGroupName, 'Access log of the public pages of shares'],
      BackfillLogName: [backfill.log.logGroupName, 'Log of the backfill'],
      ReaderPolicyArn: [policies.reader.managedPolicyArn, 'Policy to get briefings'],
      EditorPolicyArn: [policies.editor.managedPolicyArn, 'Policy to publish data, make briefings and share them'],
      OperatorPolicyArn: [policies.operator.managedPolicyArn, 'Policy to run the month and look after it'],
    });
    // A finding of cdk-nag that is not acknowledged stops the synthesis.
    Validations.of(this).addPlugins(new AwsSolutionsChecks(this));
  }

  private addOutputs(outputs: Readonly<Record<string, readonly [value: string, description: string]>>): void {
    for (const [name, [value, description]] of Object.entries(outputs)) {
      new CfnOutput(this, name, { value, description });
    }
  }
}

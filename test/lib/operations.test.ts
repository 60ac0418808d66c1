import { describe, expect, it } from 'vitest';
import { beforeTemplates, onlyOf, propertiesOf, templateWith, written } from './templates.ts';

beforeTemplates();

describe('the monthly schedule', () => {
  interface Schedule {
    readonly ScheduleExpression: string;
    readonly Target: Readonly<Record<'Arn' | 'RoleArn', unknown>> & { readonly DeadLetterConfig: { Arn: unknown } };
  }

  it.each([
    ['MonthlySchedule', 'makes the month on the first at 08:00', 'cron(0 8 1 * ? *)', 'month'],
    ['MonthlyWatch', 'looks every day whether it is there', 'cron(0 12 * * ? *)', 'watch'],
  ])('%s %s in Minsk, retries, and keeps failed events', (name, _, expression, task) => {
    const schedule = propertiesOf<Schedule>('AWS::Scheduler::Schedule')[name];
    expect(schedule).toMatchObject({
      State: 'ENABLED',
      ScheduleExpression: expression,
      ScheduleExpressionTimezone: 'Europe/Minsk',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Input: JSON.stringify({ task }),
        RetryPolicy: { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 43_200 },
      },
    });
    const { Arn, RoleArn, DeadLetterConfig } = schedule?.Target ?? {};
    expect([Arn, RoleArn, DeadLetterConfig?.Arn].map(written)).toEqual([
      'MonthlyFunction',
      'MonthlyRole',
      'MonthlyDeadLetters',
    ]);
  });

  it('runs when the operator sets it', () => {
    const schedules = propertiesOf<Schedule>('AWS::Scheduler::Schedule', { schedule: '30 9 5 * ? *' });
    expect(schedules.MonthlySchedule?.ScheduleExpression).toBe('cron(30 9 5 * ? *)');
  });

  it('retries a failed run twice, then keeps its event for two weeks, encrypted', () => {
    const { DestinationConfig: ends, ...config } = onlyOf<{
      readonly DestinationConfig: { readonly OnFailure: { readonly Destination: unknown } };
    }>('AWS::Lambda::EventInvokeConfig');
    expect(config).toMatchObject({ MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 21_600 });
    expect(written(ends.OnFailure.Destination)).toBe('MonthlyDeadLetters');
    expect(onlyOf('AWS::SQS::Queue')).toEqual({ MessageRetentionPeriod: 1_209_600, SqsManagedSseEnabled: true });
  });
});

describe('mails to readers', () => {
  const context = { sender: 'briefing@example.org', readers: 'a@example.org,ru:b@example.org' };

  it('come from the sender, over TLS, to nobody whose address bounced or complained', () => {
    expect(onlyOf('AWS::SES::EmailIdentity', context)).toEqual({ EmailIdentity: 'briefing@example.org' });
    expect(onlyOf('AWS::SES::ConfigurationSet', context)).toEqual({
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      ReputationOptions: { ReputationMetricsEnabled: true },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
  });

  it('are sent by the monthly function in the language of each reader, who gets no notice besides', () => {
    const { MonthlyFunction: monthly } = propertiesOf<{
      Environment: { Variables: Readonly<Record<string, unknown>> };
    }>('AWS::Lambda::Function', context);
    expect(monthly?.Environment.Variables).toMatchObject({
      MAIL_SENDER: 'briefing@example.org',
      MAIL_READERS: 'a@example.org,ru:b@example.org',
      SHARE_DAYS: '180',
    });
    expect(written(monthly?.Environment.Variables.MAIL_CONFIGURATION)).toBe('MailSet');
    templateWith(context).resourceCountIs('AWS::SNS::Subscription', 0);
    templateWith({ ...context, sender: '' }).resourceCountIs('AWS::SES::EmailIdentity', 0);
  });
});

describe('notifications', () => {
  it('go only to the addresses in the settings, alarms to operators and editions to readers', () => {
    const subscriptions = propertiesOf<Readonly<Record<'Protocol' | 'Endpoint' | 'TopicArn', unknown>>>(
      'AWS::SNS::Subscription',
      { notify: 'a@b.example,c@d.example', readers: 'ru:e@f.example' },
    );
    const lines = Object.values(subscriptions).map(({ Protocol, Endpoint, TopicArn }) =>
      [Protocol, Endpoint, TopicArn].map(written).join(' '),
    );
    expect(lines).toEqual([
      'email a@b.example NotificationsOperators',
      'email c@d.example NotificationsOperators',
      'email e@f.example NotificationsReaders',
    ]);
    templateWith().resourceCountIs('AWS::SNS::Subscription', 0);
  });

  // An OK action also fires when the alarm was just created. A rule knows the previous state.
  it('report the end of each alarm that went off, and not of one that was just created', () => {
    const rule = onlyOf<{
      readonly EventPattern: { readonly resources: readonly unknown[]; readonly detail: object };
      readonly Targets: readonly { readonly Arn: unknown }[];
    }>('AWS::Events::Rule');
    expect(rule.EventPattern).toMatchObject({
      source: ['aws.cloudwatch'],
      'detail-type': ['CloudWatch Alarm State Change'],
      detail: { state: { value: ['OK'] }, previousState: { value: ['ALARM'] } },
    });
    const names = Object.keys(propertiesOf('AWS::CloudWatch::Alarm'));
    expect(rule.EventPattern.resources.map(written)).toEqual(names);
    expect(rule.Targets.map(({ Arn }) => written(Arn))).toEqual(['NotificationsOperators']);
  });
});

describe('the bill of the account', () => {
  it('is told to operators when it passes the sum that they set', () => {
    expect(onlyOf('AWS::Budgets::Budget', { budget: '20', notify: 'a@b.example,c@d.example' })).toEqual({
      Budget: { BudgetLimit: { Amount: 20, Unit: 'USD' }, BudgetType: 'COST', TimeUnit: 'MONTHLY' },
      NotificationsWithSubscribers: [
        {
          Notification: {
            ComparisonOperator: 'GREATER_THAN',
            NotificationType: 'ACTUAL',
            Threshold: 100,
            ThresholdType: 'PERCENTAGE',
          },
          Subscribers: ['a@b.example', 'c@d.example'].map((Address) => ({ Address, SubscriptionType: 'EMAIL' })),
        },
      ],
    });
  });

  it('is not watched otherwise', () => {
    templateWith().resourceCountIs('AWS::Budgets::Budget', 0);
  });
});

it('the dashboard shows the alarms, what was made, what is slow and what fails', () => {
  const { DashboardBody: text } = onlyOf<{ readonly DashboardBody: unknown }>('AWS::CloudWatch::Dashboard');
  const widgets = JSON.parse(written(text)).widgets as readonly {
    readonly type: string;
    readonly properties: {
      readonly title?: string;
      readonly alarms?: readonly string[];
      readonly metrics?: readonly unknown[][];
    };
  }[];
  expect(widgets.map(({ type, properties }) => `${type} ${properties.title ?? ''}`.trim())).toEqual([
    'text',
    'alarm Alarms',
    'metric Briefings of this month and the last',
    'metric Briefings',
    'metric Phases of a render, ms',
    'metric A briefing',
    'metric Requests',
    'metric Duration of calls, p95, ms',
    'metric Errors, throttles, cold starts',
  ]);
  const alarms = Object.keys(propertiesOf('AWS::CloudWatch::Alarm'));
  expect(widgets.flatMap(({ properties }) => properties.alarms ?? [])).toHaveLength(alarms.length);
  const shown = widgets
    .flatMap(({ properties }) => properties.metrics ?? [])
    .map(([space, name]) => `${space} ${name}`);
  const own = ['Missing', 'Rendered', 'Reused', 'Failed', 'OpenTime', 'FiguresTime', 'DocumentTime', 'PdfTime'];
  const others = ['StoreTime', 'Pages', 'PdfSize', 'ColdStart'];
  expect(shown).toEqual(expect.arrayContaining([...own, ...others].map((name) => `gomel-briefing ${name}`)));
  expect(shown).toEqual(
    expect.arrayContaining(['AWS/ApiGateway 5xx', 'AWS/Lambda Duration', 'AWS/Lambda Errors', 'AWS/Lambda Throttles']),
  );
});

describe('the backfill', () => {
  interface Machine {
    readonly DefinitionString: unknown;
    readonly LoggingConfiguration: object;
    readonly TracingConfiguration: object;
  }
  const definition = () => JSON.parse(written(onlyOf<Machine>('AWS::StepFunctions::StateMachine').DefinitionString));

  it('is a Distributed Map of limited concurrency that no failure stops', () => {
    const { States: states, ...machine } = definition();
    expect(machine).toEqual({ StartAt: 'EveryBriefing', TimeoutSeconds: 43_200 });
    const { ItemProcessor: processor, ...map } = states.EveryBriefing;
    expect(map).toEqual({
      Type: 'Map',
      End: true,
      ItemsPath: '$.items',
      MaxConcurrency: 5,
      ToleratedFailurePercentage: 100,
      Label: 'EveryBriefing',
      ResultWriter: {
        Resource: 'arn:Partition:states:::s3:putObject',
        Parameters: { Bucket: 'StoreBucket', Prefix: 'backfills' },
        WriterConfig: { OutputType: 'JSON', Transformation: 'COMPACT' },
      },
    });
    expect(processor.ProcessorConfig).toEqual({ Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' });
  });

  it('makes each briefing with the monthly function, retries, and records an item that fails with its error', () => {
    const { ItemProcessor: processor } = definition().States.EveryBriefing;
    expect([processor.StartAt, Object.keys(processor.States)]).toEqual([
      'MakeBriefing',
      ['MakeBriefing', 'NoteFailure'],
    ]);
    expect(processor.States.MakeBriefing).toEqual({
      Type: 'Task',
      End: true,
      Resource: 'MonthlyFunction',
      Parameters: { task: 'briefing', 'edition.$': '$.edition', 'language.$': '$.language' },
      Retry: [
        {
          ErrorEquals: ['States.ALL'],
          IntervalSeconds: 2,
          MaxAttempts: 3,
          BackoffRate: 2,
          JitterStrategy: 'FULL',
        },
      ],
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'NoteFailure' }],
    });
    expect(processor.States.NoteFailure).toEqual({
      Type: 'Pass',
      End: true,
      Parameters: {
        'edition.$': '$.edition',
        'language.$': '$.language',
        outcome: 'failed',
        'error.$': '$.failure.Cause',
      },
    });
  });

  it('leaves concurrency for the monthly schedule', () => {
    const { MonthlyFunction: worker } = propertiesOf<{ ReservedConcurrentExecutions: number }>(
      'AWS::Lambda::Function',
      {
        concurrency: '20',
      },
    );
    expect(definition().States.EveryBriefing.MaxConcurrency).toBeLessThan(worker?.ReservedConcurrentExecutions ?? 0);
  });

  it('is logged and traced', () => {
    const { LoggingConfiguration: log, TracingConfiguration: trace } = onlyOf<Machine>(
      'AWS::StepFunctions::StateMachine',
    );
    expect(log).toMatchObject({ IncludeExecutionData: true, Level: 'ALL' });
    expect(JSON.stringify(log)).toContain('BackfillLog');
    expect(trace).toEqual({ Enabled: true });
  });
});

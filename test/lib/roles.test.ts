import { describe, expect, it } from 'vitest';
import type { Document, Statement } from './policy.ts';
import { beforeTemplates, type Context, onlyOf, propertiesOf, written } from './templates.ts';

beforeTemplates();

/** A statement in one line. */
function lineOf({ Effect, Action, Resource, Principal, Condition }: Statement): string {
  const to =
    typeof Principal === 'string'
      ? Principal
      : Object.values(Principal ?? {})
          .map(written)
          .join(', ');
  const conditions = Object.entries(Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, value]) => `${operator} ${key} ${written(value)}`),
  );
  return [
    Effect === 'Allow' ? '' : `${Effect} `,
    to && `${to}: `,
    [Action].flat().join(' '),
    Resource === undefined ? '' : ` on ${written(Resource)}`,
    conditions.length > 0 ? ` if ${conditions.join(' and ')}` : '',
  ].join('');
}

/** What each role may do: the statements of all its policies, sorted. */
function allowed(context: Context = {}): Readonly<Record<string, readonly string[]>> {
  interface Policy {
    readonly Roles: readonly unknown[];
    readonly PolicyDocument: Document;
  }
  const policies = Object.values(propertiesOf<Policy>('AWS::IAM::Policy', context));
  return Object.fromEntries(
    Object.keys(propertiesOf('AWS::IAM::Role', context)).map((role) => {
      const own = policies.filter(({ Roles }) => Roles.map(written).includes(role));
      return [role, own.flatMap(({ PolicyDocument }) => PolicyDocument.Statement.map(lineOf)).toSorted()];
    }),
  );
}

const tracing = 'xray:PutTelemetryRecords xray:PutTraceSegments on *';

const readingShares = [
  's3:GetObject on StoreBucket/briefings/*, StoreBucket/data/*, StoreBucket/shares/*.json',
  's3:ListBucket on StoreBucket if StringLike s3:prefix briefings/*, data/*',
  's3:ListBucket on StoreBucket if StringLike s3:prefix shares/*',
];

const onlyNew = 'if Null s3:if-none-match false';

describe('the roles', () => {
  it('are exactly these', () => {
    expect(Object.keys(allowed()).toSorted()).toEqual([
      'ApiFunctionRole',
      'BackfillStateMachineRole',
      'MonthlyFunctionRole',
      'MonthlyRole',
      'PublicFunctionRole',
      'StoreLinkSigner',
    ]);
  });

  it('of the API function: read briefings and data, create briefings and shares without overwriting, revoke shares, sign links', () => {
    expect(allowed().ApiFunctionRole).toEqual([
      'logs:CreateLogStream logs:PutLogEvents on ApiFunctionLog',
      ...readingShares,
      `s3:PutObject on StoreBucket/briefings/????-??/??/*, StoreBucket/shares/*.json ${onlyNew}`,
      's3:PutObject on StoreBucket/shares/*.json if Null s3:if-match false',
      'sts:AssumeRole on StoreLinkSigner',
      tracing,
    ]);
  });

  it('of the monthly function: the same without links; send and record notices with shares; send dead letters', () => {
    expect(allowed().MonthlyFunctionRole).toEqual([
      'logs:CreateLogStream logs:PutLogEvents on MonthlyFunctionLog',
      's3:GetObject on StoreBucket/briefings/*, StoreBucket/data/*, StoreBucket/shares/*.json, StoreBucket/unsubscribed/*.json',
      's3:ListBucket on StoreBucket if StringLike s3:prefix briefings/*, data/*',
      's3:ListBucket on StoreBucket if StringLike s3:prefix shares/*, unsubscribed/*',
      `s3:PutObject on StoreBucket/briefings/????-??/??/*, StoreBucket/briefings/????-??/notice/*.json, StoreBucket/shares/*.json ${onlyNew}`,
      'sns:Publish on NotificationsReaders',
      'sqs:GetQueueAttributes sqs:GetQueueUrl sqs:SendMessage on MonthlyDeadLetters',
      tracing,
    ]);
  });

  it('of the monthly function, with a sender: send mails from that address, with the set that suppresses bounces', () => {
    const context = { sender: 'briefing@example.org', readers: 'a@example.org' };
    const mailing = (allowed(context).MonthlyFunctionRole ?? []).filter((line) => line.startsWith('ses:'));
    const arns = 'arn:Partition:ses:Region:AccountId';
    expect(mailing).toEqual([
      `ses:SendEmail ses:SendRawEmail on ${arns}:configuration-set/MailSet, ${arns}:identity/MailSender if StringEquals ses:FromAddress briefing@example.org`,
    ]);
  });

  it('of the public function: read briefings, data and shares, sign links, and write only who wants no more mail', () => {
    expect(allowed().PublicFunctionRole).toEqual([
      'logs:CreateLogStream logs:PutLogEvents on PublicFunctionLog',
      's3:GetObject on StoreBucket/briefings/*, StoreBucket/data/*, StoreBucket/shares/*.json, StoreBucket/unsubscribed/*.json',
      's3:ListBucket on StoreBucket if StringLike s3:prefix briefings/*, data/*',
      's3:ListBucket on StoreBucket if StringLike s3:prefix shares/*',
      's3:ListBucket on StoreBucket if StringLike s3:prefix unsubscribed/*',
      `s3:PutObject on StoreBucket/unsubscribed/*.json ${onlyNew}`,
      'sts:AssumeRole on StoreLinkSigner',
      tracing,
    ]);
  });

  it('of the link signer: read briefings', () => {
    expect(allowed().StoreLinkSigner).toEqual(['s3:GetObject on StoreBucket/briefings/*']);
  });

  it('of the scheduler: invoke the monthly function, send dead letters', () => {
    expect(allowed().MonthlyRole).toEqual([
      'lambda:InvokeFunction on MonthlyFunction',
      'sqs:SendMessage on MonthlyDeadLetters',
    ]);
  });

  it('of the backfill: invoke the monthly function, run its map, write results beside the briefings', () => {
    const executions = 'arn:Partition:states:Region:AccountId:execution:part';
    const { BackfillStateMachineRole: backfill = [] } = allowed();
    expect(backfill.filter((line) => !line.startsWith('logs:'))).toEqual([
      'lambda:InvokeFunction on MonthlyFunction, MonthlyFunction:*',
      's3:AbortMultipartUpload s3:GetObject s3:ListMultipartUploadParts s3:PutObject on arn:Partition:s3:::StoreBucket/backfills/*',
      `states:DescribeExecution states:StopExecution on ${executions}:*`,
      `states:RedriveExecution on ${executions}/EveryBriefing:*`,
      'states:StartExecution on BackfillStateMachine',
    ]);
    // Step Functions delivers logs with actions for which AWS accepts no named resource.
    const actions = backfill.filter((line) => line.startsWith('logs:')).flatMap((line) => line.split(' '));
    expect(actions.filter((word) => !/^(logs|xray):|^on$|^\*$/.test(word))).toEqual([]);
  });

  it('can only be assumed by their services', () => {
    const roles = propertiesOf<{ AssumeRolePolicyDocument: Document; MaxSessionDuration?: number }>('AWS::IAM::Role');
    const taken = Object.entries(roles).map(([role, { AssumeRolePolicyDocument: trust }]) => [
      role,
      trust.Statement.map(lineOf),
    ]);
    const ofAccount = 'StringEquals aws:SourceAccount AccountId';
    expect(Object.fromEntries(taken)).toEqual({
      ApiFunctionRole: [`lambda.amazonaws.com: sts:AssumeRole if ${ofAccount}`],
      MonthlyFunctionRole: [`lambda.amazonaws.com: sts:AssumeRole if ${ofAccount}`],
      MonthlyRole: [
        `scheduler.amazonaws.com: sts:AssumeRole if ${ofAccount} and StringEquals aws:SourceArn arn:Partition:scheduler:Region:AccountId:schedule-group/default`,
      ],
      PublicFunctionRole: [`lambda.amazonaws.com: sts:AssumeRole if ${ofAccount}`],
      StoreLinkSigner: ['ApiFunctionRole, PublicFunctionRole: sts:AssumeRole'],
      BackfillStateMachineRole: [
        'states.amazonaws.com: sts:AssumeRole if ArnLike aws:SourceArn arn:Partition:states:Region:AccountId:stateMachine:* and StringEquals aws:SourceAccount AccountId',
      ],
    });
    expect(roles.StoreLinkSigner?.MaxSessionDuration).toBe(3600);
  });
});

// Only AWS can show a confused deputy. The template has the account and the resource that a service must act for.
it('no AWS service assumes a role or uses a resource without naming the account or resource it acts for', () => {
  interface WithPolicy {
    readonly AssumeRolePolicyDocument?: Document;
    readonly PolicyDocument?: Document;
  }
  const types = ['AWS::IAM::Role', 'AWS::S3::BucketPolicy', 'AWS::SNS::TopicPolicy', 'AWS::SQS::QueuePolicy'];
  const open = types.flatMap((type) =>
    Object.values(propertiesOf<WithPolicy>(type)).flatMap(({ AssumeRolePolicyDocument: trust, PolicyDocument: own }) =>
      [...(trust?.Statement ?? []), ...(own?.Statement ?? [])]
        .filter(({ Effect, Principal }) => Effect === 'Allow' && JSON.stringify(Principal).includes('"Service"'))
        .filter(({ Condition }) => !/aws:Source(Account|Arn)/.test(JSON.stringify(Condition ?? {})))
        .map(lineOf),
    ),
  );
  expect(open).toEqual([]);
});

describe('people', () => {
  interface Managed {
    readonly PolicyDocument: Document;
  }
  const linesOf = (name: string) =>
    propertiesOf<Managed>('AWS::IAM::ManagedPolicy')[name]?.PolicyDocument.Statement.map(lineOf).toSorted();
  const calls = (...methods: readonly string[]) => {
    const api = 'arn:Partition:execute-api:Region:AccountId:ApiHttpApi';
    return `execute-api:Invoke on ${methods.map((method) => `${api}/*/${method}/*`).join(', ')}`;
  };

  const states = 'arn:Partition:states:Region:AccountId';
  const executions = `${states}:execution:BackfillStateMachine.Name:*`;
  const maps = `${states}:mapRun:BackfillStateMachine.Name/EveryBriefing:*`;

  it('who read: find briefings and get links', () => {
    expect(linesOf('PoliciesReader')).toEqual([calls('GET', 'HEAD', 'OPTIONS')]);
  });

  it('who edit: publish data, only with conditional writes, have editions made anew, make briefings and share these', () => {
    expect(linesOf('PoliciesEditor')).toEqual([
      calls('DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST'),
      's3:GetObject on StoreBucket/backfills/*, StoreBucket/data/*',
      's3:ListBucket on StoreBucket if StringLike s3:prefix data/*',
      's3:PutObject on StoreBucket/data/current.json if Null s3:if-match false',
      `s3:PutObject on StoreBucket/data/current.json, StoreBucket/data/versions/* ${onlyNew}`,
      `states:DescribeExecution states:ListMapRuns on ${executions}`,
      `states:DescribeMapRun on ${maps}`,
      'states:StartExecution on BackfillStateMachine',
    ]);
  });

  it('who operate: run the month and backfills, empty the dead letters, remove notes of mails, read logs and alarms', () => {
    expect(linesOf('PoliciesOperator')).toEqual([
      'cloudformation:DescribeStacks on StackId',
      'cloudwatch:DescribeAlarms cloudwatch:GetDashboard cloudwatch:GetMetricData cloudwatch:ListDashboards logs:DescribeLogGroups logs:GetQueryResults on *',
      'lambda:InvokeFunction on MonthlyFunction',
      'logs:FilterLogEvents logs:StartQuery on ApiAccessLog, ApiFunctionLog, BackfillLog, MonthlyFunctionLog, PublicFunctionLog, SharesAccessLog',
      's3:DeleteObject on StoreBucket/briefings/????-??/notice/*.json, StoreBucket/unsubscribed/*.json',
      's3:GetObject on StoreBucket/backfills/*',
      's3:ListBucket on StoreBucket if StringLike s3:prefix briefings/????-??/notice/*',
      'sqs:DeleteMessage sqs:GetQueueAttributes sqs:PurgeQueue sqs:ReceiveMessage on MonthlyDeadLetters',
      `states:DescribeExecution states:GetExecutionHistory states:ListMapRuns states:StopExecution on ${executions}`,
      `states:DescribeMapRun on ${maps}`,
      'states:DescribeStateMachine states:ListExecutions states:StartExecution on BackfillStateMachine',
    ]);
  });
});

describe('the policies of resources', () => {
  const withoutTls = (service: string, on: string) => `Deny *: ${service}:* on ${on} if Bool aws:SecureTransport false`;
  const oldTls = (on: string) => `Deny *: s3:* on ${on} if NumericLessThan s3:TlsVersion 1.2`;

  it('require TLS 1.2 for buckets, let only S3 write access logs, and protect what was written', () => {
    const kept = 'StoreBucket/briefings/*, StoreBucket/data/versions/*';
    const policies = propertiesOf<{ Bucket: unknown; PolicyDocument: Document }>('AWS::S3::BucketPolicy');
    const statements = Object.values(policies).map((policy) => [
      written(policy.Bucket),
      policy.PolicyDocument.Statement.map(lineOf),
    ]);
    expect(Object.fromEntries(statements)).toEqual({
      StoreBucket: [
        withoutTls('s3', 'StoreBucket, StoreBucket/*'),
        oldTls('StoreBucket, StoreBucket/*'),
        `Deny *: s3:PutObject on ${kept} if Null s3:if-none-match true and Bool s3:ObjectCreationOperation true`,
        `Deny *: s3:DeleteObjectVersion on ${kept}`,
      ],
      StoreAccessLogs: [
        withoutTls('s3', 'StoreAccessLogs, StoreAccessLogs/*'),
        oldTls('StoreAccessLogs, StoreAccessLogs/*'),
        'logging.s3.amazonaws.com: s3:PutObject on StoreAccessLogs/briefings-bucket/* if ArnLike aws:SourceArn StoreBucket and StringEquals aws:SourceAccount AccountId',
      ],
    });
  });

  it('require TLS for the dead-letter queue', () => {
    const { PolicyDocument: policy } = onlyOf<{ PolicyDocument: Document }>('AWS::SQS::QueuePolicy');
    expect(policy.Statement.map(lineOf)).toEqual([withoutTls('sqs', 'MonthlyDeadLetters')]);
  });

  it('let the alarms of this account and the rule for their end publish to the operators, over TLS', () => {
    const policies = propertiesOf<{ PolicyDocument: Document }>('AWS::SNS::TopicPolicy');
    const overTls = (topic: string) => `Deny *: sns:Publish on ${topic} if Bool aws:SecureTransport false`;
    const lines = Object.entries(policies).map(([name, { PolicyDocument: policy }]) => [
      name,
      policy.Statement.map(lineOf),
    ]);
    expect(Object.fromEntries(lines)).toEqual({
      NotificationsOperatorsPolicy: [
        overTls('NotificationsOperators'),
        'cloudwatch.amazonaws.com: sns:Publish on NotificationsOperators if StringEquals aws:SourceAccount AccountId',
        'events.amazonaws.com: sns:Publish on NotificationsOperators if ArnEquals aws:SourceArn NotificationsOver',
      ],
      NotificationsReadersPolicy: [overTls('NotificationsReaders')],
    });
  });

  it('let each API call its function, and allow nothing else', () => {
    const permissions = Object.values(propertiesOf<Readonly<Record<string, unknown>>>('AWS::Lambda::Permission'));
    const apis = 'arn:Partition:execute-api:Region:AccountId';
    expect(permissions.map((permission) => Object.values(permission).map(written)).toSorted()).toEqual([
      ['lambda:InvokeFunction', 'ApiFunction', 'apigateway.amazonaws.com', `${apis}:ApiHttpApi/*/*`],
      ['lambda:InvokeFunction', 'PublicFunction', 'apigateway.amazonaws.com', `${apis}:SharesHttpApi/*/*/s/{proxy+}`],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { beforeTemplates, onlyOf, propertiesOf, written } from './templates.ts';

beforeTemplates();

/** A statement of a policy. */
interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource?: unknown;
  readonly Principal?: string | Readonly<Record<string, unknown>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

interface Document {
  readonly Statement: readonly Statement[];
}

/** A statement in a line. */
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

/** What each role may do: the statements of all its policies, in order. */
function allowed(): Readonly<Record<string, readonly string[]>> {
  interface Policy {
    readonly Roles: readonly unknown[];
    readonly PolicyDocument: Document;
  }
  const policies = Object.values(propertiesOf<Policy>('AWS::IAM::Policy'));
  return Object.fromEntries(
    Object.keys(propertiesOf('AWS::IAM::Role')).map((role) => {
      const own = policies.filter(({ Roles }) => Roles.map(written).includes(role));
      return [role, own.flatMap(({ PolicyDocument }) => PolicyDocument.Statement.map(lineOf)).toSorted()];
    }),
  );
}

const tracing = 'xray:PutTelemetryRecords xray:PutTraceSegments on *';

const keeping = [
  's3:GetObject on StoreBucket/briefings/*, StoreBucket/data/*',
  's3:ListBucket on StoreBucket if StringLike s3:prefix briefings/*, data/*',
  's3:PutObject on StoreBucket/briefings/* if Null s3:if-none-match false',
];

describe('the roles', () => {
  it('are no more than these', () => {
    expect(Object.keys(allowed()).toSorted()).toEqual([
      'ApiFunctionRole',
      'BackfillStateMachineRole',
      'MonthlyFunctionRole',
      'MonthlyRole',
      'StoreLinkSigner',
    ]);
  });

  it('of the api function: read briefings and data, write briefings only where none is, sign links', () => {
    expect(allowed().ApiFunctionRole).toEqual([
      'logs:CreateLogStream logs:PutLogEvents on ApiFunctionLog',
      ...keeping,
      'sts:AssumeRole on StoreLinkSigner',
      tracing,
    ]);
  });

  it('of the monthly function: the same without links; send notices and dead letters', () => {
    expect(allowed().MonthlyFunctionRole).toEqual([
      'logs:CreateLogStream logs:PutLogEvents on MonthlyFunctionLog',
      ...keeping,
      'sns:Publish on NotificationsTopic',
      'sqs:GetQueueAttributes sqs:GetQueueUrl sqs:SendMessage on MonthlyDeadLetters',
      tracing,
    ]);
  });

  it('of the signer of links: read briefings', () => {
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
    // Step Functions delivers logs by itself, for which AWS takes no named resource.
    const actions = backfill.filter((line) => line.startsWith('logs:')).flatMap((line) => line.split(' '));
    expect(actions.filter((word) => !/^(logs|xray):|^on$|^\*$/.test(word))).toEqual([]);
  });

  it('are taken by those whom they are for', () => {
    const roles = propertiesOf<{ AssumeRolePolicyDocument: Document; MaxSessionDuration?: number }>('AWS::IAM::Role');
    const taken = Object.entries(roles).map(([role, { AssumeRolePolicyDocument: trust }]) => [
      role,
      trust.Statement.map(lineOf),
    ]);
    expect(Object.fromEntries(taken)).toEqual({
      ApiFunctionRole: ['lambda.amazonaws.com: sts:AssumeRole'],
      MonthlyFunctionRole: ['lambda.amazonaws.com: sts:AssumeRole'],
      MonthlyRole: ['scheduler.amazonaws.com: sts:AssumeRole'],
      StoreLinkSigner: ['ApiFunctionRole: sts:AssumeRole'],
      BackfillStateMachineRole: [
        'states.amazonaws.com: sts:AssumeRole if ArnLike aws:SourceArn arn:Partition:states:Region:AccountId:stateMachine:* and StringEquals aws:SourceAccount AccountId',
      ],
    });
    expect(roles.StoreLinkSigner?.MaxSessionDuration).toBe(3600);
  });
});

describe('the policies of resources', () => {
  const withoutTls = (service: string, on: string) => `Deny *: ${service}:* on ${on} if Bool aws:SecureTransport false`;
  const oldTls = (on: string) => `Deny *: s3:* on ${on} if NumericLessThan s3:TlsVersion 1.2`;

  it('let nobody into a bucket without TLS 1.2, and into that of access logs S3 only', () => {
    const policies = propertiesOf<{ Bucket: unknown; PolicyDocument: Document }>('AWS::S3::BucketPolicy');
    const told = Object.values(policies).map((policy) => [
      written(policy.Bucket),
      policy.PolicyDocument.Statement.map(lineOf),
    ]);
    expect(Object.fromEntries(told)).toEqual({
      StoreBucket: [withoutTls('s3', 'StoreBucket, StoreBucket/*'), oldTls('StoreBucket, StoreBucket/*')],
      StoreAccessLogs: [
        withoutTls('s3', 'StoreAccessLogs, StoreAccessLogs/*'),
        oldTls('StoreAccessLogs, StoreAccessLogs/*'),
        'logging.s3.amazonaws.com: s3:PutObject on StoreAccessLogs/briefings-bucket/* if ArnLike aws:SourceArn StoreBucket and StringEquals aws:SourceAccount AccountId',
      ],
    });
  });

  it('let nobody into the queue of dead letters without TLS', () => {
    const { PolicyDocument: policy } = onlyOf<{ PolicyDocument: Document }>('AWS::SQS::QueuePolicy');
    expect(policy.Statement.map(lineOf)).toEqual([withoutTls('sqs', 'MonthlyDeadLetters')]);
  });

  it('let alarms of this account publish to the topic, over TLS', () => {
    const { PolicyDocument: policy } = onlyOf<{ PolicyDocument: Document }>('AWS::SNS::TopicPolicy');
    expect(policy.Statement.map(lineOf)).toEqual([
      'Deny *: sns:Publish on NotificationsTopic if Bool aws:SecureTransport false',
      'cloudwatch.amazonaws.com: sns:Publish on NotificationsTopic if StringEquals aws:SourceAccount AccountId',
    ]);
  });

  it('let the API call the api function, and nobody else anything', () => {
    const permission = onlyOf<Readonly<Record<string, unknown>>>('AWS::Lambda::Permission');
    expect(Object.values(permission).map(written)).toEqual([
      'lambda:InvokeFunction',
      'ApiFunction',
      'apigateway.amazonaws.com',
      'arn:Partition:execute-api:Region:AccountId:ApiHttpApi/*/*',
    ]);
  });
});

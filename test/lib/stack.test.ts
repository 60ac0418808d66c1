import type { App, Stack } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { beforeTemplates, type Context, onlyOf, stackWith, templateWith, written } from './templates.ts';

beforeTemplates();

const outputsOf = (context: Context = {}) => {
  const outputs = templateWith(context).findOutputs('*', Match.anyValue());
  return Object.fromEntries(Object.entries(outputs).map(([name, { Value }]) => [name, written(Value)]));
};

it('the stack outputs every name that its operator needs', () => {
  expect(outputsOf()).toEqual({
    ApiUrl: 'https://ApiHttpApi.execute-api.Region.URLSuffix',
    ShareUrl: 'https://SharesHttpApi.execute-api.Region.URLSuffix',
    BucketName: 'StoreBucket',
    ApiFunctionName: 'ApiFunction',
    PublicFunctionName: 'PublicFunction',
    MonthlyFunctionName: 'MonthlyFunction',
    BackfillArn: 'BackfillStateMachine',
    DeadLettersUrl: 'MonthlyDeadLetters',
    DashboardName: 'Briefing-Region',
    OperatorsTopicArn: 'NotificationsOperators',
    ReadersTopicArn: 'NotificationsReaders',
    ApiLogName: 'ApiFunctionLog',
    MonthlyLogName: 'MonthlyFunctionLog',
    PublicLogName: 'PublicFunctionLog',
    AccessLogName: 'ApiAccessLog',
    ShareAccessLogName: 'SharesAccessLog',
    BackfillLogName: 'BackfillLog',
    ReaderPolicyArn: 'PoliciesReader',
    EditorPolicyArn: 'PoliciesEditor',
    OperatorPolicyArn: 'PoliciesOperator',
  });
});

it('the address of the API has no slash at its end, because paths begin with one', () => {
  expect(outputsOf().ApiUrl).not.toMatch(/\/$/);
});

describe('two stacks', () => {
  const naming = /^((Alarm|Bucket|Dashboard|Function|LogGroup|ManagedPolicy|Queue|Role|StateMachine|Topic)Name|Name)$/;

  /** All names that the template chooses, by their place. AWS refuses a second resource with such a name. */
  function ownNames(context: Context): readonly string[] {
    const { Resources: resources } = templateWith(context).toJSON() as {
      readonly Resources: Readonly<Record<string, { readonly Properties?: Readonly<Record<string, unknown>> }>>;
    };
    return Object.values(resources).flatMap(({ Properties: properties = {} }) =>
      Object.entries(properties)
        .filter(([name]) => naming.test(name))
        .filter(([, value]) => typeof value === 'string' || JSON.stringify(value).includes('Fn::Join'))
        .map(([, value]) => written(value)),
    );
  }

  it('share no name in an account and region', () => {
    const [one, other] = [ownNames({}), ownNames({ name: 'Second' })];
    expect(one).toContain('Briefing-Region');
    expect(one.filter((name) => other.includes(name))).toEqual([]);
    expect(stackWith({ name: 'Second' }).stackName).toBe('Second');
  });

  it('of one name in two regions have different dashboards, which belong to the whole account', () => {
    const { DashboardName: name } = onlyOf<{ readonly DashboardName: unknown }>('AWS::CloudWatch::Dashboard');
    expect(written(name)).toBe('Briefing-Region');
  });
});

it('the stack has termination protection unless the operator turns it off', () => {
  expect(stackWith().terminationProtection).toBe(true);
  expect(stackWith({ protection: 'off' }).terminationProtection).toBe(false);
});

it('all resources of the stack have tags by which the bill can be split', () => {
  expect(stackWith().tags.tagValues()).toEqual({ project: 'gomel-briefing', stack: 'Briefing' });
});

it('the synthesis fails if cdk-nag has a finding that is not acknowledged', () => {
  const mailing = { sender: 'briefing@example.org', readers: 'ru:a@example.org' };
  const synthesise = (stack: Stack) => (stack.node.root as App).synth();
  for (const context of [{}, { concurrency: '20' }, { access: 'none' }, { bucket: 'earlier-briefings' }, mailing]) {
    expect(() => synthesise(stackWith(context))).not.toThrow();
  }
  const worse = stackWith();
  new Queue(worse, 'WithoutTls');
  expect(() => synthesise(worse)).toThrow('AwsSolutions-SQS4');
});

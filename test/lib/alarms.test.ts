import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { measuredNames } from '../../lib/metrics.ts';
import { beforeTemplates, propertiesOf, written } from './templates.ts';

beforeTemplates();

describe('an alarm', () => {
  interface Alarm {
    readonly MetricName: string;
    readonly Namespace: string;
    readonly Dimensions?: readonly { readonly Name: string; readonly Value: unknown }[];
    readonly Statistic?: string;
    readonly ExtendedStatistic?: string;
    readonly Threshold: number;
    readonly EvaluationPeriods: number;
    readonly DatapointsToAlarm: number;
    readonly Period: number;
    readonly ComparisonOperator: string;
    readonly TreatMissingData: string;
    readonly AlarmDescription: string;
    readonly AlarmActions?: readonly unknown[];
    readonly OKActions?: readonly unknown[];
    readonly InsufficientDataActions?: readonly unknown[];
  }
  const alarms = () => propertiesOf<Alarm>('AWS::CloudWatch::Alarm');

  const alarmLimits = [
    ['ApiErrors', 'AWS/Lambda Errors of ApiFunction: Sum of 300 s ≥ 1, 1 of 1'],
    ['MonthlyErrors', 'AWS/Lambda Errors of MonthlyFunction: Sum of 300 s ≥ 1, 1 of 1'],
    ['ApiThrottles', 'AWS/Lambda Throttles of ApiFunction: Sum of 300 s ≥ 1, 1 of 1'],
    ['MonthlyThrottles', 'AWS/Lambda Throttles of MonthlyFunction: Sum of 300 s ≥ 1, 1 of 1'],
    ['PublicErrors', 'AWS/ApiGateway 5xx of SharesHttpApi: Sum of 300 s ≥ 1, 1 of 1'],
    ['PublicGuesses', 'AWS/ApiGateway 4xx of SharesHttpApi: Sum of 300 s ≥ 500, 1 of 1'],
    ['ServerErrors', 'AWS/ApiGateway 5xx of ApiHttpApi: Sum of 300 s ≥ 5, 1 of 1'],
    ['Slowness', 'AWS/Lambda Duration of ApiFunction: p95 of 300 s ≥ 8000, 3 of 3'],
    ['RequestVolume', 'AWS/ApiGateway Count of ApiHttpApi: Sum of 300 s ≥ 600, 3 of 3'],
    ['BackfillFailed', 'AWS/States ExecutionsFailed of BackfillStateMachine: Sum of 300 s ≥ 1, 1 of 1'],
    ['BriefingFailed', 'gomel-briefing Failed of Briefing: Sum of 300 s ≥ 1, 1 of 1'],
    [
      'DeadLetters',
      'AWS/SQS ApproximateNumberOfMessagesVisible of MonthlyDeadLetters.QueueName: Maximum of 300 s ≥ 1, 1 of 1',
    ],
    ['MailFailed', 'gomel-briefing MailFailed of Briefing: Sum of 300 s ≥ 1, 1 of 1'],
    ['DataRefused', 'gomel-briefing DataRefused of Briefing: Maximum of 300 s ≥ 1, 1 of 1'],
    ['CompiledCodeRefused', 'gomel-briefing/Briefing CompiledCodeRefused of all: Sum of 86400 s ≥ 1, 1 of 1'],
    ['MonthWithoutEdition', 'gomel-briefing Missing of Briefing: Minimum of 86400 s ≥ 1, 1 of 1'],
  ] as const;

  it.each(alarmLimits)('%s goes off at %s', (name, limits) => {
    const alarm = alarms()[`Alarms${name}`];
    const of = alarm?.Dimensions?.map(({ Value }) => written(Value)) ?? 'all';
    const statistic = alarm?.Statistic ?? alarm?.ExtendedStatistic;
    const limit = `${statistic} of ${alarm?.Period} s ≥ ${alarm?.Threshold}`;
    const periods = `${alarm?.DatapointsToAlarm} of ${alarm?.EvaluationPeriods}`;
    expect(`${alarm?.Namespace} ${alarm?.MetricName} of ${of}: ${limit}, ${periods}`).toBe(limits);
    expect(alarm?.ComparisonOperator).toBe('GreaterThanOrEqualToThreshold');
  });

  it('tells operators what happened and what to do, for every alarm', () => {
    const named = alarmLimits.map(([name]) => `Alarms${name}`);
    expect(Object.keys(alarms()).toSorted(), 'the alarms of the table above: add a row').toEqual(named.toSorted());
    for (const { AlarmActions, AlarmDescription } of Object.values(alarms())) {
      expect(AlarmActions?.map(written)).toEqual(['NotificationsOperators']);
      // What happened, followed by at least one action.
      expect(AlarmDescription).toMatch(/^[A-Z].{15,}[.;] .*(Look|look|Ask|Invoke|invoke|Open|Read|see) .{10,}\.$/);
    }
  });

  it('that was just created sends no mail, because no alarm has an OK action', () => {
    expect(Object.values(alarms()).flatMap(({ OKActions }) => OKActions ?? [])).toEqual([]);
  });

  it('treats missing data as good, except that the daily check must report and a state is kept', () => {
    const silences = Object.entries(alarms()).map(([name, { TreatMissingData }]) => [name, TreatMissingData]);
    const { AlarmsMonthWithoutEdition, AlarmsDataRefused, AlarmsDeadLetters, ...others } = Object.fromEntries(silences);
    expect(AlarmsMonthWithoutEdition).toBe('missing');
    // Both stay in alarm until new data arrive, because SQS sends no metrics for an idle queue.
    expect([AlarmsDataRefused, AlarmsDeadLetters]).toEqual(['ignore', 'ignore']);
    expect(new Set(Object.values(others))).toEqual(new Set(['notBreaching']));
    const silent = Object.entries(alarms()).filter(([, { InsufficientDataActions }]) => InsufficientDataActions);
    expect(silent.map(([name]) => name)).toEqual(['AlarmsMonthWithoutEdition']);
  });

  it('uses only metrics that the functions report', () => {
    const functions = fileURLToPath(new URL('../../functions', import.meta.url));
    const sources = readdirSync(functions, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(`${functions}/${name}`, 'utf8'));
    const union = sources.flatMap((source) => /export type MeasureName =([^;]+);/.exec(source)?.[1] ?? []);
    const names = [...union.join().matchAll(/'(\w+)'/g)].map(([, name]) => name);
    expect(names.toSorted()).toEqual([...measuredNames].toSorted());
    const calls = sources.flatMap((source) => source.match(/\bmeasure\(\{[\s\S]*?\}\);/g) ?? []).join('\n');
    expect(measuredNames.filter((name) => !new RegExp(`\\b${name}:`).test(calls))).toEqual([]);
    const watched = Object.values(alarms()).filter(({ Namespace }) => Namespace === 'gomel-briefing');
    expect(watched.map(({ MetricName }) => MetricName).toSorted()).toEqual([
      'DataRefused',
      'Failed',
      'MailFailed',
      'Missing',
    ]);
  });
});

it('a line that says that V8 refused compiled code is counted in the logs of all functions, by its stack', () => {
  const loader = readFileSync(new URL('../../functions/bundle/loader.ts', import.meta.url), 'utf8');
  const filters = propertiesOf<{
    readonly FilterPattern: string;
    readonly LogGroupName: unknown;
    readonly MetricTransformations: readonly object[];
  }>('AWS::Logs::MetricFilter');
  expect(Object.values(filters).map(({ LogGroupName }) => written(LogGroupName))).toEqual([
    'ApiFunctionLog',
    'MonthlyFunctionLog',
    'PublicFunctionLog',
  ]);
  for (const { FilterPattern, MetricTransformations } of Object.values(filters)) {
    expect(loader).toContain(`message: '${JSON.parse(FilterPattern)}'`);
    expect(MetricTransformations).toEqual([
      { MetricName: 'CompiledCodeRefused', MetricNamespace: 'gomel-briefing/Briefing', MetricValue: '1' },
    ]);
  }
});

import { afterAll, describe, expect, it } from 'vitest';
import { readSettings, SettingError } from '../../lib/settings.ts';
import { appWith, removeOutputs } from './templates.ts';

afterAll(removeOutputs);

const read = (context: Readonly<Record<string, unknown>>) => readSettings(appWith(context));

describe('the settings', () => {
  it('are the usual ones where nothing is said', () => {
    const { architecture, ...others } = read({});
    expect(architecture.name).toBe('arm64');
    expect(others).toEqual({
      access: { kind: 'iam' },
      notify: [],
      brand: 'default',
      schedule: '0 8 1 * ? *',
      retention: 180,
      endpoint: null,
    });
  });

  it('are those that are named', () => {
    const settings = read({
      access: 'jwt',
      issuer: 'https://login.example/',
      audience: 'briefing,other',
      architecture: 'x86_64',
      notify: 'a@b.example,c@d.example',
      brand: 'sozh-chamber',
      schedule: '30 9 ? * MON#1 *',
      retention: 30,
    });
    expect({ ...settings, architecture: settings.architecture.name }).toEqual({
      access: { kind: 'jwt', issuer: 'https://login.example/', audience: ['briefing', 'other'] },
      architecture: 'x86_64',
      notify: ['a@b.example', 'c@d.example'],
      brand: 'sozh-chamber',
      schedule: '30 9 ? * MON#1 *',
      retention: 30,
      endpoint: null,
    });
  });

  it('stand beside what CDK keeps in the same place', () => {
    const cdk = { '@aws-cdk/core:newStyleStackSynthesis': true, 'acknowledged-issue-numbers': [1] };
    expect(read(cdk)).toMatchObject({ brand: 'default' });
  });

  it.each([
    [{ access: 'open' }, '-c access=open: expected one of iam, jwt, none'],
    [{ access: 'jwt' }, '-c issuer=: access=jwt needs the https address of an OpenID Connect provider'],
    [{ access: 'jwt', issuer: 'http://a.example/', audience: 'a' }, '-c issuer=http://a.example/: access=jwt needs'],
    [{ access: 'jwt', issuer: 'https://a.example/' }, '-c audience=: access=jwt needs at least one audience'],
    [{ access: 'jwt', issuer: 'https://a.example/', audience: 'a, b' }, 'separated by commas without spaces'],
    [{ issuer: 'https://a.example/' }, '-c access=iam: issuer and audience belong to access=jwt'],
    [{ architecture: 'mips' }, '-c architecture=mips: expected one of arm64, x86_64'],
    [{ notify: 'a@b.example,c' }, '-c notify=c: expected e-mail addresses'],
    [{ notify: 'a@b.example,' }, '-c notify=: expected e-mail addresses'],
    [{ notify: ['a@b.example'] }, '-c notify=["a@b.example"]: expected text, as after -c'],
    [{ brand: '../default' }, '-c brand=../default: expected one of default, sozh-chamber'],
    [{ retention: '45' }, '-c retention=45: expected one of 180, 1, 3, 5, 7'],
    [{ retention: true }, '-c retention=true: expected text'],
    [{ endpoint: 'localhost' }, '-c endpoint=localhost: expected an http or https address'],
    [{ retentoin: '30' }, '-c retentoin: expected one of the settings access, issuer, audience, architecture, notify'],
  ])('%o is refused', (context, message) => {
    expect(() => read(context)).toThrow(SettingError);
    expect(() => read(context)).toThrow(message);
  });
});

describe('the schedule', () => {
  it.each([
    '0 8 1 * ? *',
    '* * * * ? *',
    '0,30 8-17/2 L * ? 2026-2030',
    '0 8 15W JAN,JUL ? *',
    '0 8 LW */3 ? *',
    '0 8 ? * MON-FRI *',
    '0 8 ? * 6L *',
    '0 8 ? * TUE#3 *',
  ])('%s is accepted', (schedule) => {
    expect(read({ schedule }).schedule).toBe(schedule);
  });

  it.each([
    ['0 8 1 * *', 'expected minute, hour, day of month, month, day of week, year'],
    ['rate(1 day)', 'expected minute, hour'],
    ['cron(0 8 1 * ? *)', 'minute "cron(0": expected numbers from 0 to 59'],
    ['60 8 1 * ? *', 'minute "60": expected numbers from 0 to 59'],
    ['0 24 1 * ? *', 'hour "24": expected numbers from 0 to 23'],
    ['0 8 0 * ? *', 'day of month "0": expected numbers from 1 to 31'],
    ['0 8 32W * ? *', 'day of month "32W"'],
    ['0 8 1 13 ? *', 'month "13": expected numbers from 1 to 12'],
    ['0 8 1 MAI ? *', 'month "MAI"'],
    ['0 8 ? * 8 *', 'day of week "8": expected numbers from 1 to 7'],
    ['0 8 ? * MON#6 *', 'day of week "MON#6"'],
    ['0 8 1 * ? 1969', 'year "1969"'],
    ['0/0 8 1 * ? *', 'minute "0/0"'],
    ['0-1-2 8 1 * ? *', 'minute "0-1-2"'],
    ['0, 8 1 * ? *', 'minute "0,"'],
    ['0 8 1 * * *', 'expected ? for one of day of month and day of week'],
    ['0 8 ? * ? *', 'expected ? for one of day of month and day of week'],
  ])('%s is refused', (schedule, message) => {
    expect(() => read({ schedule })).toThrow(`-c schedule="${schedule}": ${message}`);
  });
});

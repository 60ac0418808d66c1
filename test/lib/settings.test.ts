import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { readSettings, SettingError, warningsOf } from '../../lib/settings.ts';
import { appWith, removeOutputs } from './templates.ts';

afterAll(removeOutputs);

const read = (context: Readonly<Record<string, unknown>>) => readSettings(appWith(context));

/** The message with which settings are refused. */
function messageOf(context: Readonly<Record<string, unknown>>): string {
  try {
    read(context);
  } catch (error) {
    if (error instanceof SettingError) return error.message;
  }
  return '';
}

describe('the settings', () => {
  it('have defaults', () => {
    const { architecture, ...others } = read({});
    expect(architecture.name).toBe('arm64');
    expect(others).toEqual({
      access: { kind: 'iam' },
      name: 'GomelBriefing',
      notify: [],
      readers: [],
      sender: null,
      share: 180,
      brand: 'default',
      schedule: '0 8 1 * ? *',
      retention: 180,
      bucket: null,
      concurrency: 0,
      budget: 0,
      protection: true,
      endpoint: null,
    });
  });

  it('can all be set', () => {
    const settings = read({
      access: 'jwt',
      issuer: 'https://login.example/',
      audience: 'briefing,other',
      architecture: 'x86_64',
      name: 'Briefing-2',
      notify: 'a@b.example,c@d.example',
      readers: 'e@f.example,ru:g@h.example',
      sender: 'i@j.example',
      share: 0,
      brand: 'sozh-chamber',
      schedule: '30 9 ? * MON#1 *',
      retention: 30,
      bucket: 'earlier-briefings',
      concurrency: 20,
      budget: 25,
      protection: 'off',
    });
    expect({ ...settings, architecture: settings.architecture.name }).toEqual({
      access: { kind: 'jwt', issuer: 'https://login.example/', audience: ['briefing', 'other'] },
      architecture: 'x86_64',
      name: 'Briefing-2',
      notify: ['a@b.example', 'c@d.example'],
      readers: ['e@f.example', 'ru:g@h.example'],
      sender: 'i@j.example',
      share: 0,
      brand: 'sozh-chamber',
      schedule: '30 9 ? * MON#1 *',
      retention: 30,
      bucket: 'earlier-briefings',
      concurrency: 20,
      budget: 25,
      protection: false,
      endpoint: null,
    });
  });

  it('can be mixed with the context keys of CDK', () => {
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
    [{ readers: 'a@b.example,c' }, '-c readers="c": expected e-mail addresses'],
    [{ readers: 'de:a@b.example' }, '-c readers="de:a@b.example": expected e-mail addresses'],
    [{ readers: 'a@b.example\r\nBcc: c@d.example' }, '-c readers="a@b.example\\r\\nBcc: c@d.example": expected'],
    [{ readers: Array(200).fill('ru:aa@b.example').join() }, '-c readers: 3199 characters; at most 3000'],
    [{ sender: 'a@b.example\n' }, '-c sender="a@b.example\\n": expected one e-mail address'],
    [{ sender: 'a@b.example,c@d.example' }, 'expected one e-mail address'],
    [{ share: '367' }, '-c share=367: expected a whole number of days from 1 to 366, or 0'],
    [{ name: '2nd' }, '-c name=2nd: expected a letter, then letters, digits and hyphens'],
    [{ name: 'a_b' }, '-c name=a_b: expected a letter'],
    [{ bucket: 'arn:aws:s3:::a' }, '-c bucket=arn:aws:s3:::a: expected the name of a bucket'],
    [{ concurrency: '-1' }, '-c concurrency=-1: expected a whole number of calls, or 0'],
    [{ budget: '9.99', notify: 'a@b.example' }, '-c budget=9.99: expected a whole number of US dollars a month, or 0'],
    [{ budget: '20' }, '-c budget=20: it is told to the addresses of notify, one to 10; there are 0'],
    [{ budget: '20', notify: Array(11).fill('a@b.example').join() }, 'one to 10; there are 11'],
    [{ protection: 'no' }, '-c protection=no: expected one of on, off'],
    [{ brand: '../default' }, '-c brand=../default: expected one of default, sozh-chamber'],
    [{ retention: '45' }, '-c retention=45: expected one of 180, 1, 3, 5, 7'],
    [{ retention: true }, '-c retention=true: expected text'],
    [{ endpoint: 'localhost' }, '-c endpoint=localhost: expected an http or https address'],
    [{ retentoin: '30' }, '-c retentoin: expected one of the settings access, issuer, audience, architecture, name'],
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
    '0 8 15W jan,JUL ? *',
    '0 8 LW */3 ? *',
    '0 8 ? * Mon-Fri *',
    '0 8 ? * 6L *',
    '0 8 ? * TUE#3 *',
    '0 8 31 2 ? *',
  ])('%s is left to EventBridge to check', (schedule) => {
    expect(read({ schedule }).schedule).toBe(schedule);
  });

  it.each([
    '0 8 1 * *',
    '0 8 1 * ? * *',
    'rate(1 day)',
    'cron(0 8 1 * ? *)',
    'at noon on the first day *',
    '0 8 1 * ? ;',
  ])('%s is refused: it is no cron expression of six fields', (schedule) => {
    const message = `-c schedule="${schedule}": expected minute, hour, day of month, month, day of week and year`;
    expect(() => read({ schedule })).toThrow(message);
  });
});

it('the README has a row for each setting, except those of access and the endpoint for tests', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, table = ''] = /\| setting \|[^\n]*\n([\s\S]*?)\n\n/.exec(readme) ?? [];
  const rows = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  const inside = ['issuer', 'audience', 'endpoint'];
  const settings = /one of the settings (.+)/.exec(messageOf({ nonsense: '1' }))?.[1]?.split(', ') ?? [];
  expect(rows.toSorted()).toEqual(settings.filter((name) => !inside.includes(name)).toSorted());
});

describe('the operator is warned', () => {
  const kept = { access: 'iam', architecture: 'arm64', notify: 'ops@a.example', readers: '' };
  const warnings = (given: Readonly<Record<string, unknown>>, own: Readonly<Record<string, unknown>> = kept) => {
    const app = appWith({ ...own, ...given });
    return warningsOf(app, readSettings(app), own);
  };

  it('of each setting that is not in cdk.json, so that the next deployment forgets it', () => {
    expect(warnings({ access: 'none', notify: 'b@a.example', brand: 'sozh-chamber' })).toEqual([
      expect.stringMatching(/^access=none is for this deployment only: .* goes back to iam\. .*"access".*cdk\.json/),
      expect.stringMatching(/^notify=b@a\.example .* goes back to ops@a\.example\./),
      expect.stringMatching(/^brand=sozh-chamber .* goes back to the default\./),
    ]);
  });

  it('that nobody gets the alarms', () => {
    expect(warnings({}, {})).toEqual([expect.stringMatching(/^No alarm tells anyone: .*"notify".*cdk\.json/)]);
  });

  it('of nothing when all settings are in cdk.json', () => {
    expect(warnings({})).toEqual([]);
    expect(warnings({ endpoint: 'http://localhost:5000' })).toEqual([]);
  });
});

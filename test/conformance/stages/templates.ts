import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { needPython, runToEnd } from '../programs.ts';
import type { Outcome, Stage, StageContext } from '../stage.ts';

/** The settings of each synthesis. Each changes the template. */
const variants: Readonly<Record<string, readonly string[]>> = {
  'iam, as in a new account': [],
  'an earlier bucket': ['bucket=earlier-briefings'],
  jwt: ['access=jwt', 'issuer=https://login.example/', 'audience=briefing'],
  none: ['access=none'],
  'all settings': [
    'architecture=x86_64',
    'notify=operator@example.org',
    'readers=reader@example.org',
    'concurrency=20',
    'protection=off',
    'brand=sozh-chamber',
    'schedule=30 9 5 * ? *',
    'retention=30',
  ],
};

/** Accepted findings: the start of their text, check and place, and the reason. */
const defended: Readonly<Record<string, string>> = {
  'W3005 at Resources/':
    'CDK lets a function wait for its role in words too; the template says the same twice, and is right.',
  'CKV_AWS_18 at AWS::S3::Bucket.StoreAccessLogs': 'The bucket of access logs would log into itself without end.',
  'CKV_AWS_21 at AWS::S3::Bucket.StoreAccessLogs': 'S3 writes each access log once; versions would only cost.',
  'CKV_AWS_26 at AWS::SNS::Topic.Notifications':
    'Notices are public content; with the key that AWS manages alarms could not be sent, and one of our own costs more than the whole service.',
  'CKV_AWS_27 at AWS::SQS::Queue.MonthlyDeadLetters':
    'The queue is encrypted, with the key of SQS; the check knows those of KMS only.',
  'CKV_AWS_115 at AWS::Lambda::Function.':
    'A new account may reserve nothing of what it can run at once; with the setting concurrency both functions do.',
  'CKV_AWS_116 at AWS::Lambda::Function.':
    'The api function is called and answered at once; events that the monthly function fails on go to the dead-letter queue by its failure destination.',
  'CKV_AWS_117 at AWS::Lambda::Function.':
    'The functions reach nothing inside a network; a VPC would add cost and a way to fail.',
  'CKV_AWS_158 at AWS::Logs::LogGroup.':
    'Logs hold no secret and are encrypted by CloudWatch; a key of our own costs more than the whole service.',
  'CKV_AWS_173 at AWS::Lambda::Function.':
    'The variables are names of resources, no secrets, and Lambda encrypts them.',
};

/** Checks the templates with cdk-nag, cfn-lint and checkov. */
export const templates: Stage = {
  name: 'templates',
  about: 'cdk-nag, cfn-lint and checkov find nothing in the templates that is not defended in a sentence.',
  async run({ tools, scratch, say }: StageContext): Promise<Outcome> {
    const programs = await needPython(tools, ['cfn-lint==1.58.0', 'checkov==3.3.30'], say);
    const rows: string[] = [];
    const open: string[] = [];
    const met = new Set<string>();
    for (const [name, settings] of Object.entries(variants)) {
      say(`synthesising with ${name}`);
      const refused = await synthesise(join(scratch, name), settings);
      if (refused !== null) {
        open.push(`${name} is not synthesised: ${refused}`);
        continue;
      }
      const template = join(scratch, name, 'GomelBriefing.template.json');
      const lint = await lintFindings(programs, template);
      const { passed, failed } = await checkovFindings(programs, template);
      const left = [...lint, ...failed].filter((finding) => {
        const defence = Object.keys(defended).find((beginning) => finding.startsWith(beginning));
        if (defence !== undefined) met.add(defence);
        return defence === undefined;
      });
      open.push(...left.map((finding) => `${name}: ${finding}`));
      const { Resources: resources } = JSON.parse(await readFile(template, 'utf8')) as { Resources: object };
      const counts = [Object.keys(resources).length, 0, lint.length, passed, failed.length, left.length];
      rows.push(`| ${name} | ${counts.join(' | ')} |`);
    }
    const idle = Object.keys(defended).filter((finding) => !met.has(finding));
    open.push(...idle.map((finding) => `nothing finds "${finding}" any more: take its defence out`));
    return { passed: open.length === 0, summary: summaryOf(rows, open) };
  },
};

/** Synthesises a template with the CDK CLI, including cdk-nag. Gives its findings; null when there are none. */
async function synthesise(folder: string, settings: readonly string[]): Promise<string | null> {
  const context = settings.flatMap((setting) => ['-c', setting]);
  const { code, out, err } = await runToEnd('npx', ['cdk', 'synth', '--quiet', '--output', folder, ...context]);
  return code === 0 ? null : `${out}${err}`.trim().split('\n').slice(-12).join(' ');
}

/** The findings of cfn-lint, each as «check at place». */
async function lintFindings(programs: string, template: string): Promise<readonly string[]> {
  const { out } = await runToEnd(join(programs, 'cfn-lint'), ['--format', 'json', template]);
  const findings = JSON.parse(out) as readonly { Rule: { Id: string }; Location: { Path: readonly unknown[] } }[];
  return findings.map(({ Rule, Location }) => `${Rule.Id} at ${Location.Path.join('/')}`);
}

/** The findings of checkov, each as «check at resource», and the number of passed checks. */
async function checkovFindings(programs: string, template: string) {
  const args = ['-f', template, '--framework', 'cloudformation', '--compact', '--quiet', '-o', 'json'];
  const { out } = await runToEnd(join(programs, 'checkov'), args);
  const { summary, results } = JSON.parse(out) as {
    summary: { passed: number };
    results: { failed_checks: readonly { check_id: string; resource: string }[] };
  };
  return {
    passed: summary.passed,
    failed: results.failed_checks.map((check) => `${check.check_id} at ${check.resource}`),
  };
}

function summaryOf(rows: readonly string[], open: readonly string[]): string {
  return [
    '| template | resources | cdk-nag | cfn-lint | checkov: passed | failed | of all, not defended |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    ...Object.entries(defended).map(([finding, why]) => `- ${finding}…: ${why}`),
    ...(open.length > 0 ? ['', ...open.map((line) => `- **open**: ${line}`)] : []),
  ].join('\n');
}

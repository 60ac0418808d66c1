import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { beforeTemplates, propertiesOf } from './templates.ts';

beforeTemplates();

const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');

/** The sections of the runbook, by the name of their alarm. */
const sections = new Map(
  runbook
    .split(/^(?=##? |### )/m)
    .flatMap((text) => [/^### (\w+)$/m.exec(text)].flatMap((head) => (head?.[1] ? [[head[1], text] as const] : []))),
);

describe('docs/runbook.md', () => {
  it('has a section for every alarm of the stack and no other', () => {
    const alarms = Object.keys(propertiesOf('AWS::CloudWatch::Alarm')).map((id) => id.replace(/^Alarms/, ''));
    expect([...sections.keys()].toSorted()).toEqual(alarms.toSorted());
  });

  it.each([...sections])('explains %s: its meaning, where to look, what to do, when it ends', (_, text) => {
    const parts = [...text.matchAll(/^- \*\*(\w+):\*\* \S/gm)].map(([, part]) => part);
    expect(parts).toEqual(['Means', 'Look', 'Do', 'Over']);
  });
});

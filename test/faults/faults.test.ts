import { beforeAll, expect, it } from 'vitest';
import { answerFaults } from '../api/contract.ts';
import { awsAt } from '../s3/bucket-server.ts';
import { type Fault, faults } from './fault-proxy.ts';
import { type Row, runFault, type Scenario, scenarios } from './fault-table.ts';

beforeAll(() => {
  const { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = awsAt('');
  Object.assign(process.env, { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY });
});

/** Less than the functions have: the tests do not wait for hours. */
const timeouts = { attempt: 300, call: 2000 } as const;

const names = Object.keys(faults) as Fault[];

/** What no answer may tell: keys and sessions, addresses, paths and places in the code. */
const secrets =
  /root-secret|ROOT|SessionToken|AKIA|127\.0\.0\.1|bucket|node_modules|\.ts:\d|\n\s+at |[0-9a-f]{16}\.pdf/;

/** Whether a request is served in the end although one of its calls fails. */
function mendsItself({ call, name }: Scenario, fault: Fault): boolean {
  if (call === 'GET') return true; // the data that came with the code serve
  if (fault === '403 AccessDenied') return name === 'look before printing'; // a list tells that nothing is there
  if (fault === 'slow drip') return call === 'HEAD' || call === 'PUT';
  if (fault === 'truncated answer, well ended') return call === 'PUT' || name === 'look before printing';
  return true;
}

/** Whether a request is served although each of these calls fails. */
function doesNotMatter({ call }: Scenario, fault: Fault): boolean {
  if (fault === 'clock an hour off' || call === 'GET') return true;
  return fault === 'truncated answer, well ended' && call === 'PUT';
}

function described({ scenario: { name }, fault, always, status, tries, milliseconds }: Row): string {
  return `${name}, ${fault} ${always ? 'always' : 'once'}: ${status}, tried ${tries}×, ${Math.round(milliseconds)} ms`;
}

it.each(scenarios)(
  'when the call to $name fails, the request is served or refused in time, and nothing is broken',
  async (scenario) => {
    const runs = names.flatMap((fault) => [false, true].map((always) => runFault(scenario, fault, always, timeouts)));
    for (const row of await Promise.all(runs)) {
      const { fault, always, status, tries, milliseconds, headers, body } = row;
      const served = always ? doesNotMatter(scenario, fault) : mendsItself(scenario, fault);
      expect(status < 300, described(row)).toBe(served);
      if (!served) expect([status, headers['retry-after']], described(row)).toEqual([503, '5']);
      if (!served) expect(body, described(row)).not.toMatch(secrets);
      const text = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
      const { method, address } = scenario;
      expect(answerFaults({ method, address, answer: { status, headers: text, body } }), described(row)).toEqual([]);
      expect(tries, described(row)).toBeLessThan(6);
      expect(milliseconds, described(row)).toBeLessThan(2 * timeouts.call);
      expect([row.briefings, row.broken], described(row)).toEqual([1, 0]);
      expect(row.afterwards, described(row)).toBeLessThan(300);
    }
  },
  30_000,
);

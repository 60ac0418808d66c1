import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { renditions, type Timeouts } from '../../functions/store/index.ts';
import { answerFaults } from '../api/contract.ts';
import { awsAt } from '../s3/bucket-server.ts';
import { type Fault, faults } from './fault-proxy.ts';
import { type Row, runFault, type Scenario, scenarios } from './fault-table.ts';

beforeAll(() => {
  const { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = awsAt('');
  const variables = { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
});

afterAll(() => void vi.unstubAllEnvs());

/** Shorter than those of the functions, so that the tests do not take hours. */
const timeouts = { attempt: 300, call: 2000 } as const;

const names = Object.keys(faults) as Fault[];

type Run = Pick<Row, 'fault' | 'always'>;

/** What no response may contain: keys and sessions, addresses, paths and places in the code. */
const secrets =
  /root-secret|ROOT|SessionToken|AKIA|127\.0\.0\.1|bucket|node_modules|\.ts:\d|\n\s+at |[0-9a-f]{16}\.pdf/;

/** Whether a request succeeds in the end although one of its calls fails. */
function recovers({ call, name }: Scenario, fault: Fault): boolean {
  if (name === 'read published data') return true; // then the bundled data are used
  // A small answer that breaks off is not asked for again: the reader is told to.
  if (name === 'read a share' && /within the answer|truncated answer/.test(fault)) return false;
  if (fault === '403 AccessDenied') return name === 'look before printing'; // a list shows that it is missing
  if (fault === 'slow drip') return call === 'HEAD' || call === 'PUT';
  if (fault === 'truncated answer, well ended') return call === 'PUT' || name === 'look before printing';
  return true;
}

/** Whether a request succeeds even if every call of this kind fails. */
function isTolerated({ call, name }: Scenario, fault: Fault): boolean {
  if (fault === 'clock an hour off' || name === 'read published data') return true;
  const isBeforePrinting = name === 'look before printing';
  // A list shows that it is missing, and what was written is not looked up again.
  if (isBeforePrinting && fault === '403 AccessDenied') return true;
  // That there is nothing has no length that could be lost.
  return fault === 'truncated answer, well ended' && (call === 'PUT' || isBeforePrinting);
}

function described({ scenario: { name }, fault, always, status, tries, milliseconds }: Row): string {
  return `${name}, ${fault} ${always ? 'always' : 'once'}: ${status}, tried ${tries}×, ${Math.round(milliseconds)} ms`;
}

/** Lists what is wrong with a row, each with its place in the table. */
function wrongWith(row: Row, { call }: Timeouts): readonly string[] {
  const { scenario, fault, always, status, tries, milliseconds, headers, body } = row;
  const { name } = scenario;
  const served = always ? isTolerated(scenario, fault) : recovers(scenario, fault);
  const text = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  const { method, address } = scenario;
  const claims: Readonly<Record<string, boolean>> = {
    [served ? 'it was refused' : 'it was served']: status < 400 === served,
    'it was refused otherwise than with 503 and retry-after: 5':
      served || (status === 503 && text['retry-after'] === '5'),
    'its answer tells of the inside': served || !secrets.test(body),
    'it was tried more than five times for each object':
      tries < 6 * (name === 'find its files' ? renditions.length : 1),
    'it took more than twice the time of a call': milliseconds < 2 * call,
    'there is not one whole briefing': row.briefings === 1 && row.broken === 0,
    'it is refused when the store is well again': row.afterwards < 400,
  };
  const broken = Object.entries(claims).flatMap(([claim, holds]) => (holds ? [] : [claim]));
  // The public pages are for people: the document of the API does not describe them.
  const isPublic = address.startsWith('/s/');
  const faults = isPublic ? [] : answerFaults({ method, address, answer: { status, headers: text, body } });
  return [...broken, ...faults].map((problem) => `${described(row)}: ${problem}`);
}

/**
 * Lists what is wrong with the rows of some faults. On a busy machine calls can time out without a fault, because our
 * own process has to wait. Rows that failed on such a machine are tried again with four times the time.
 */
async function wrongWithAll(scenario: Scenario, runs: readonly Run[], scale = 1): Promise<readonly string[]> {
  const scaled = { attempt: timeouts.attempt * scale, call: timeouts.call * scale };
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const rows = await Promise.all(runs.map(({ fault, always }) => runFault(scenario, fault, always, scaled)));
  delay.disable();
  const wrong = rows.filter((row) => wrongWith(row, scaled).length > 0);
  const wasBusy = delay.max / 1e6 > scaled.attempt / 3;
  if (wrong.length > 0 && wasBusy && scale < 64) return wrongWithAll(scenario, wrong, scale * 4);
  return wrong.flatMap((row) => wrongWith(row, scaled));
}

it.each(scenarios)(
  'when the call to $name fails, the request is served or refused in time, and nothing is damaged',
  async (scenario) => {
    const runs = names.flatMap((fault) => [false, true].map((always) => ({ fault, always })));
    expect(await wrongWithAll(scenario, runs)).toEqual([]);
  },
);

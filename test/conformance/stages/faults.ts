import { join } from 'node:path';
import { lambdaTimeouts } from '../../../functions/store/index.ts';
import { type Fault, faults } from '../../faults/fault-proxy.ts';
import { type Row, runFault, scenarios } from '../../faults/fault-table.ts';
import { type Kill, monthInFolder, monthInS3 } from '../../faults/killed-month.ts';
import { awsAt } from '../../s3/bucket-server.ts';
import type { Stage, StageContext } from '../stage.ts';

const names = Object.keys(faults) as Fault[];

/** How many runs of the month in a folder are killed, at moments spread over the run. */
const folderKills = 20;

/** Every fault at every call to the store, and a month that is killed at every call. */
export const storeFaults: Stage = {
  name: 'faults',
  about:
    'Whatever fails between the API and the store, a request is served or refused in time, and nothing is broken; a month killed at any point is made whole by the next run.',
  run: async (context) => {
    const { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = awsAt('');
    Object.assign(process.env, { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY });
    const rows: Row[] = [];
    for (const scenario of scenarios) {
      context.say(`${names.length} faults, once and always, where the function wants to ${scenario.name}`);
      const runs = names.flatMap((fault) =>
        [false, true].map((always) => runFault(scenario, fault, always, lambdaTimeouts)),
      );
      rows.push(...(await Promise.all(runs)));
    }
    const kills = await killMonths(context);
    const sound = rows.every(({ status, briefings, broken, afterwards, milliseconds }) => {
      const inTime = milliseconds < 4 * lambdaTimeouts.call;
      return (status < 400 || status === 503) && briefings === 1 && broken === 0 && afterwards < 400 && inTime;
    });
    return { passed: sound && kills.same === kills.all, summary: `${tableOf(rows)}\n\n${kills.summary}` };
  },
};

/** One row for each fault, one column for each call: the result when the call fails once, and when it always fails. */
function tableOf(rows: readonly Row[]): string {
  const head = scenarios.map(({ name, call, method, address }) => `${name}: ${call} in ${method} ${address}`);
  const cells = names.map((fault) =>
    scenarios.map((scenario) =>
      rows
        .filter((row) => row.fault === fault && row.scenario === scenario)
        .map(cellOf)
        .join('; '),
    ),
  );
  return [
    'Answer when the call fails once; when it fails always (tries of that call, seconds until the answer).',
    `In all ${rows.length} runs the store holds one whole briefing in the end, and the same request then succeeds.`,
    '',
    `| fault | ${head.join(' | ')} |`,
    `| --- |${head.map(() => ' --- |').join('')}`,
    ...cells.map((row, index) => `| ${names[index]} | ${row.join(' | ')} |`),
  ].join('\n');
}

function cellOf({ status, tries, milliseconds }: Row): string {
  return `${status} (${tries}×, ${(milliseconds / 1000).toFixed(1)} s)`;
}

async function killMonths({ scratch, say }: StageContext) {
  const whole = await monthInS3();
  const points = whole.calls.flatMap((call, index): Kill[] => {
    const moments = ['before it arrives', ...(call === 'PUT' ? ['half way'] : []), 'after it was done'];
    return moments.map((moment) => ({ call: index + 1, moment: moment as Kill['moment'] }));
  });
  let same = 0;
  for (const kill of points) {
    say(`a month killed at call ${kill.call} of ${whole.calls.length}, ${kill.moment}`);
    const month = await monthInS3(kill);
    if (JSON.stringify([...month.briefings]) === JSON.stringify([...whole.briefings])) same += 1;
  }
  for (let index = 0; index < folderKills; index += 1) {
    say(`a month in a folder killed ${index * 50} ms after its first draft`);
    const month = await monthInFolder(join(scratch, `month-${index}`), { sign: /\.part/, delay: index * 50 });
    const digests = (briefings: ReadonlyMap<string, string>) => JSON.stringify([...briefings.values()]);
    if (digests(month.briefings) === digests(whole.briefings)) same += 1;
  }
  const all = points.length + folderKills;
  const summary = `A month makes ${whole.calls.length} calls to S3. Killed at each of them (before it arrives, half way through a write, after it was done: ${points.length} runs) and at ${folderKills} moments over a folder, then run again: ${same} of ${all} left the same ${whole.briefings.size} briefings as an undisturbed month.`;
  return { same, all, summary };
}

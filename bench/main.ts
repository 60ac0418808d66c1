import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../functions/assets/from-files.ts';
import { UsageError } from '../functions/cli/options.ts';
import { runCommand } from '../functions/cli/terminal.ts';
import { describeMachine, thisMachine } from './machine.ts';
import type { BenchContext, Measurement } from './measurement.ts';
import { measurements } from './measurements/index.ts';
import { Calibration, warningOf } from './noise.ts';
import { writeReadme } from './readme.ts';
import { keepResult, type Result, readResults } from './results.ts';

/** What the command line sets. */
type Given = Pick<BenchContext, 'rounds' | 'distance'>;

const names = measurements.map(({ name }) => name);

const usage = `Usage: npm run bench -- [options]

Measures how fast, small and cheap briefings are, ours and those of other tools
in one run: ratios first, medians with quartiles. Tables go to the terminal,
figures to bench/results.json. Other tools are installed on the first run.

  --only NAME,…  what to measure: ${names.join(', ')}; all by default
  --rounds N     how often each thing is measured, and done before for warming
                 up; 15 by default
  --distance R,C how many milliseconds further away than this machine AWS is, for
                 waits: for each request, and for a new connection; 8,25 by default
  --readme       measures nothing, and writes the tables of README.md anew from
                 bench/results.json
  --help         these lines`;

await runCommand(
  {
    usage,
    options: {
      only: { type: 'string', default: names.join(',') },
      rounds: { type: 'string', default: '15' },
      distance: { type: 'string', default: '8,25' },
      readme: { type: 'boolean', default: false },
    },
  },
  async (options) => {
    const chosen = readNames(options.only);
    const given = { rounds: readRounds(options.rounds), distance: readDistance(options.distance) };
    if (options.readme) {
      await writeReadme(await readResults());
      return;
    }
    process.stdout.write(`${describeMachine(thisMachine())}\n`);
    for (const measurement of measurements) {
      if (chosen.includes(measurement.name)) await run(measurement, given);
    }
  },
);

async function run(measurement: Measurement<object>, given: Given): Promise<void> {
  const { name, about } = measurement;
  const kept = join(projectFolder, '.bench', name);
  const [scratch, tools] = [join(kept, 'scratch'), join(kept, 'tools')];
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true });
  await mkdir(tools, { recursive: true });
  const calibration = new Calibration();
  calibration.run();
  const say = (line: string) => void process.stderr.write(`${name}: ${line}\n`);
  say(about);
  const facts = await measurement.measure({ ...given, scratch, tools, say, calibrate: () => calibration.run() });
  const noise = calibration.noise();
  const result: Result = {
    measured: new Date().toISOString().slice(0, 10),
    rounds: given.rounds,
    machine: thisMachine(),
    noise,
    facts,
  };
  await keepResult(name, result);
  const warning = warningOf(noise);
  process.stdout.write(
    `\n## ${name}\n\n${about}\n\n${measurement.toMarkdown(facts)}\n${warning ? `\n${warning}\n` : ''}`,
  );
}

function readNames(list: string): readonly string[] {
  const asked = list.split(',').filter(Boolean);
  const wrong = asked.find((name) => !names.includes(name));
  if (wrong === undefined && asked.length > 0) return asked;
  throw new UsageError(
    `--only ${JSON.stringify(wrong ?? list)}: expected one of ${names.join(', ')}, or several with commas.`,
  );
}

function readDistance(value: string): Given['distance'] {
  const [, request, connection] = /^(\d{1,4}),(\d{1,4})$/.exec(value) ?? [];
  if (request !== undefined) return { request: Number(request), connection: Number(connection) };
  throw new UsageError(`--distance ${JSON.stringify(value)}: expected two numbers of milliseconds, such as 8,25.`);
}

function readRounds(value: string): number {
  if (/^[1-9]\d{0,2}$/.test(value)) return Number(value);
  throw new UsageError(`--rounds ${JSON.stringify(value)}: expected a whole number from 1 to 999.`);
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { countCases } from '../fast-check/count-cases.ts';
import { type LocalServer, startLocalServer } from '../local-server.ts';
import { needPython, runToEnd } from '../programs.ts';
import { type ApiDocument, excludedChecks } from '../schemathesis/excluded-checks.ts';
import { flawsOf, readCases, readReport } from '../schemathesis/report.ts';
import { casesTable, checksTable, countBy, fastCheckTable } from '../schemathesis/tables.ts';
import type { Outcome, Stage, StageContext } from '../stage.ts';

const seed = 20210727;

/** The number of cases for each operation with input, and of sequences of calls. */
const cases = 1000;

/** The longest accepted response time, in seconds: the timeout of the function. */
const longest = 28;

/** Statuses that must occur. If one is missing, the cases did not reach what they should. */
const expected = [200, 201, 204, 303, 400, 404, 405, 422];

interface Run {
  readonly about: string;
  readonly args: readonly string[];
}

const known = ['--config-file', 'known-values.toml', 'run', 'openapi.json'];

/**
 * The runs: each operation by itself, sequences of calls that use earlier responses, and clients that ask for files.
 */
const runs = {
  operations: { about: 'trying each operation', args: [...known, '--phases', 'examples,coverage,fuzzing'] },
  // Without known values: earlier responses give them here, and a dictionary ends this phase early.
  sequences: { about: 'following answers from call to call', args: ['run', 'openapi.json', '--phases', 'stateful'] },
  files: {
    about: 'asking for files',
    args: [
      ...known,
      ...['--phases', 'examples,coverage,fuzzing', '--include-path', '/briefings/{edition}/{language}'],
      ...['--header', 'Accept: application/pdf'],
    ],
  },
} satisfies Readonly<Record<string, Run>>;

/** Attacks the API by its OpenAPI document, and counts the cases of our own property-based tests. */
export const schemathesis: Stage = {
  name: 'schemathesis',
  about:
    'Whatever schemathesis makes of the OpenAPI document, the API answers as the document says and never with 5xx; so it does to fast-check.',
  async run(context: StageContext): Promise<Outcome> {
    const { tools, scratch, say } = context;
    const programs = await needPython(tools, ['schemathesis==4.32.5'], say);
    const server = await startLocalServer(join(scratch, 'store'));
    try {
      return await attack(context, join(programs, 'schemathesis'), server);
    } finally {
      await server.end();
    }
  },
};

async function attack(context: StageContext, program: string, server: LocalServer): Promise<Outcome> {
  const { scratch, say } = context;
  const document = await (await fetch(`${server.address}/openapi.json`)).text();
  // From a file, because schemathesis leaves out the operation from which it loads the document.
  await writeFile(join(scratch, 'openapi.json'), document);
  await writeFile(join(scratch, 'known-values.toml'), await knownValues(server));
  const [operations, sequences, files] = [
    await run('operations', context, program, server),
    await run('sequences', context, program, server),
    await run('files', context, program, server),
  ];
  say('counting the cases of fast-check');
  const { tried, code } = await countCases(scratch);
  const sent = [...operations.sent, ...sequences.sent, ...files.sent.map((one) => ({ ...one, phase: 'files' }))];
  const statuses = countBy(sent.map(({ status }) => String(status)));
  const { schemathesis_version: version, operations: counts } = operations.report;
  const api = JSON.parse(document) as ApiDocument;
  const idle = excludedChecks.filter(({ holds }) => holds(api));
  const open = [
    ...[operations, sequences, files].flatMap(({ flaws }) => flaws),
    ...(counts.tested === counts.total ? [] : ['not every operation was tested']),
    ...[...statuses.keys()].filter((status) => !(Number(status) < 500)).map((status) => `an answer was ${status}`),
    ...expected.filter((status) => !statuses.has(String(status))).map((status) => `no answer was ${status}`),
    ...excludedChecks.filter((one) => !idle.includes(one)).map(({ check }) => `${check} has work now: run it`),
    ...(server.complaints() === '' ? [] : [`the server complained: ${server.complaints().slice(0, 300)}`]),
    ...(code === 0 && tried.length > 0 ? [] : [`the tests that use fast-check ended with ${code}`]),
  ];
  const failed = sent.filter(({ checks }) => checks.some(({ status }) => status !== 'success')).length;
  const opening = `schemathesis ${version}, seed ${seed}: ${counts.tested} of ${counts.total} operations, ${sent.length} cases, ${failed} failures.`;
  const tables = [casesTable(sent), checksTable(sent), fastCheckTable(tried)].map((lines) => lines.join('\n'));
  const summary = [opening, ...tables, open.map((line) => `- **open**: ${line}`).join('\n')];
  return { passed: open.length === 0, summary: summary.join('\n\n') };
}

/** Runs schemathesis once. Gives its report, every case, and what was wrong. */
async function run(name: keyof typeof runs, { scratch, say }: StageContext, program: string, { address }: LocalServer) {
  const { about, args } = runs[name];
  say(about);
  const file = (ending: string) => join(scratch, `${name}.${ending}`);
  const options = {
    url: address,
    seed,
    'max-examples': cases,
    checks: 'all',
    'exclude-checks': excludedChecks.map(({ check }) => check),
    'max-response-time': longest,
    'max-redirects': 0,
    'generation-database': 'none',
    report: 'json,ndjson',
    'report-json-path': file('json'),
    'report-ndjson-path': file('ndjson'),
  };
  const given = Object.entries(options).flatMap(([option, value]) => [`--${option}`, String(value)]);
  const place = { cwd: scratch };
  const { code, out, err } = await runToEnd(program, [...args, '--continue-on-failure', '--no-color', ...given], place);
  await writeFile(file('txt'), `${out}${err}`);
  const report = await readReport(file('json'));
  const flaws = [...flawsOf(report), ...(code === 0 ? [] : [`ended with ${code}; its words are in ${name}.txt`])];
  return { report, sent: await readCases(file('ndjson')), flaws: flaws.map((flaw) => `${about}: ${flaw}`) };
}

/**
 * Settings that make half of the requested editions, figures and digests existing ones, because a random one is of
 * nothing.
 */
async function knownValues({ address }: LocalServer): Promise<string> {
  const read = async <T>(path: string, options: RequestInit = {}) =>
    (await (await fetch(`${address}${path}`, options)).json()) as T;
  const { editions } = await read<{ editions: readonly string[] }>('/page/editions.json');
  const body = JSON.stringify({ edition: '2021-07', language: 'en' });
  const { sha256 } = await read<{ sha256: string }>('/briefings', { method: 'POST', body });
  const { detail } = await read<{ detail: string }>('/briefings/2021-07/en/figures/none.svg');
  const figures = /there are (.*)\.$/.exec(detail)?.[1]?.split(', ') ?? [];
  const known = { editions: [...editions, 'latest'], figures, digests: [sha256] };
  // Not the query: schemathesis cannot follow the reference inside the `anyOf` there. A list knows every month anyway.
  const places = {
    'path.edition': 'editions',
    'body.edition': 'editions',
    'path.id': 'figures',
    'path.sha256': 'digests',
  };
  return [
    'warnings.fail-on = true',
    ...Object.entries(known).map(([name, values]) => `dictionaries.${name}.values = ${JSON.stringify(values)}`),
    ...Object.entries(places).map(
      ([place, name]) => `parameters."${place}" = { dictionary = "${name}", probability = 0.5 }`,
    ),
  ].join('\n');
}

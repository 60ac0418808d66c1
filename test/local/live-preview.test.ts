import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readBrand } from '../../functions/assets/brand.ts';
import { compileMessages, keysOf } from '../../functions/assets/compile-messages.ts';
import { compileTemplates } from '../../functions/assets/compile-templates.ts';
import { readTemplates, readText } from '../../functions/assets/from-files.ts';
import type { Edition } from '../../functions/dataset/index.ts';
import { DatasetError, loadDataset } from '../../functions/dataset/index.ts';
import { LivePreview } from '../../functions/local/live-preview.ts';
import { temporaryFolder } from '../folders.ts';
import { dataset, today, withObservation } from '../package-files.ts';
import { rendererWith } from '../renders.ts';
import { servicesWith } from '../services.ts';
import { wordsOf } from '../words.ts';

it('data that are published or rolled back while the preview runs serve at once, and it says so', async () => {
  const services = await servicesWith();
  const folder = await temporaryFolder();
  let dataDigest: string | null = 'd'.repeat(64);
  const livePreview = new LivePreview(services, async () => ({ dataDigest }));
  onTestFinished(livePreview.watchPublished(folder));
  const next = () =>
    new Promise<void>(
      (resolve) => void livePreview.listen((...[event]) => (event === 'saved' ? resolve() : undefined)),
    );
  const published = next();
  await mkdir(join(folder, 'data/versions'), { recursive: true });
  await writeFile(join(folder, 'data/current.json'), '1');
  await published;
  expect(livePreview.published()).toBe(dataset.version);
  dataDigest = null;
  const back = next();
  await writeFile(join(folder, 'data/current.json'), '22');
  await back;
  expect(livePreview.published()).toBeNull();
  expect(services.logger.lines).toEqual([
    expect.stringContaining(`From now on, pages come from the published version ${dataset.version} of the data.`),
    expect.stringContaining('From now on, pages come from the files in data/.'),
  ]);
});

describe('a file that an author saves', () => {
  it('is what the next request is answered with', async () => {
    const services = await servicesWith();
    const dataset = loadDataset(withObservation('2467.8,USD', '2467.9,USD'), today);
    const livePreview = new LivePreview(services, async () => ({ dataset }));
    expect(await livePreview.saved('data/observations.csv')).toMatchObject({
      file: 'data/observations.csv',
      problem: null,
    });
    expect(livePreview.current().dataset).toBe(dataset);
  });

  it('changes nothing when it is broken, and everyone who listens hears what is wrong', async () => {
    const services = await servicesWith();
    const livePreview = new LivePreview(services, async () => ({
      dataset: loadDataset(withObservation('2467.8', 'x'), today),
    }));
    const heard: unknown[] = [];
    const end = livePreview.listen((_, saved) => void heard.push(saved));
    await livePreview.saved('data/observations.csv');
    end();
    await livePreview.saved('data/observations.csv');
    expect(livePreview.current().dataset).toBe(services.dataset);
    expect(heard).toMatchObject([
      {
        problem: {
          problems: [{ code: 'not_number', file: 'data/observations.csv', row: 2, column: 'value', value: 'x' }],
        },
      },
    ]);
  });

  it('is told as broken, and then as mended, where nothing was printed before', async () => {
    const services = await servicesWith();
    const broken = new Error('the template is broken');
    let isBroken = true;
    const loadRenderer = async () => {
      if (isBroken) throw broken;
      return services.loadRenderer();
    };
    const livePreview = new LivePreview({ ...services, loadRenderer }, async () => ({ loadRenderer }));
    expect((await livePreview.saved('templates/briefing.hbs')).problem?.text).toContain('the template is broken');
    isBroken = false;
    expect((await livePreview.saved('templates/briefing.hbs')).problem).toBeNull();
    expect(services.logger.lines.map((line) => line.split('\n')[0])).toEqual([
      expect.stringContaining('templates/briefing.hbs was refused, the last good files serve.'),
      expect.stringContaining('templates/briefing.hbs is in order again; pages are made with it.'),
    ]);
  });

  it('has no verdict where it is not read, because published data serve', async () => {
    const services = await servicesWith();
    const reload = async () => ({ dataDigest: 'd'.repeat(64) }); // published while the server ran
    const livePreview = new LivePreview(services, reload);
    const { instead } = await livePreview.saved('data/observations.csv');
    expect(instead).toBe(dataset.version);
    expect(services.logger.lines).toEqual([
      expect.stringContaining(`From now on, pages come from the published version ${dataset.version} of the data.`),
      expect.stringContaining(
        `data/observations.csv is not read: pages come from the published version ${dataset.version}`,
      ),
    ]);
    expect((await livePreview.saved('templates/messages.csv')).instead).toBeNull();
  });

  it('is told in words when it is a template', async () => {
    const livePreview = new LivePreview(await servicesWith(), () => Promise.reject(new DatasetError([])));
    const { problem } = await livePreview.saved('templates/sections/trade.hbs');
    expect(problem?.text).toContain('The dataset was refused');
  });

  it('is told with the pages that it changes, of the edition that is open', async () => {
    const services = await servicesWith();
    const dataset = loadDataset(
      withObservation('companies,_Z,BY-HO,RU,2021-07,361', 'companies,_Z,BY-HO,RU,2021-07,362'),
      today,
    );
    const livePreview = new LivePreview(services, async () => ({ dataset }));
    livePreview.listen(() => {}, { edition: '2021-07' as Edition, language: 'en' });
    const { changed } = await livePreview.saved('data/observations.csv');
    expect(changed).toMatchObject([{ edition: '2021-07', language: 'en', of: 8 }]);
    expect(changed[0]?.pages).toContain(4);
    expect(changed[0]?.pages).not.toContain(2);
    expect(livePreview.history().saves).toHaveLength(1);
  });

  it('is told as the row that was changed, between those that it is compared with, and the pages that it feeds', async () => {
    const data = join(await temporaryFolder(), 'package');
    await mkdir(data);
    const files = withObservation('675.6,USD', '6756,USD');
    for (const [name, bytes] of files) await writeFile(join(data, name), bytes);
    const reload = async () => ({ dataset: loadDataset(files, today) });
    const livePreview = new LivePreview(await servicesWith(), reload, { project: data, data, dataName: 'package' });
    livePreview.listen(() => {}, { edition: '2021-07' as Edition, language: 'en' });
    const { problem } = await livePreview.saved('package/observations.csv');
    expect(problem?.problems[0]).toMatchObject({
      code: 'turnover',
      values: { number: '675.6', margin: '0.1', flow: 'export', lost: 'yes' },
      file: 'package/observations.csv',
      row: 4,
      value: '6756',
      excerpt: { columns: ['flow', 'time_period', 'value'] },
    });
    expect(problem?.problems[0]?.excerpt?.rows.map(({ number, isWrong }) => [number, isWrong])).toEqual([
      [2, false],
      [4, true],
      [6, false],
    ]);
    expect(problem?.fed[0]?.pages).toEqual(expect.arrayContaining([1, 2, 3, 6]));
    expect(problem?.fed[0]?.pages).not.toContain(4);
  });

  it('is told with line, column and the nearest name when a template asks for what there is not', async () => {
    const project = await temporaryFolder();
    await mkdir(join(project, 'templates/sections'), { recursive: true });
    const sources = new Map(readTemplates());
    const broken = (sources.get('latest') ?? '').replace('latest.block.title', 'latest.block.titel');
    await writeFile(join(project, 'templates/sections/latest.hbs'), broken);
    const messages = compileMessages(readText('templates/messages.csv'));
    const loadRenderer = () => {
      const template = compileTemplates(sources.set('latest', broken), keysOf(messages));
      return rendererWith({ messages, template });
    };
    const places = { project, data: project, dataName: 'data' };
    const livePreview = new LivePreview(await servicesWith(), async () => ({ loadRenderer }), places);
    const { problem } = await livePreview.saved('templates/sections/latest.hbs');
    expect(problem?.problems).toMatchObject([
      {
        about: 'template',
        code: 'helper_needs',
        file: 'templates/sections/latest.hbs',
        row: 15,
        column: '19',
        value: 'latest.block.titel',
        values: { helper: 'title', needed: 'finding', near: 'latest.block.title' },
      },
    ]);
    expect(problem?.problems[0]?.excerpt?.rows.map(({ number }) => number)).toEqual([14, 15, 16]);
    expect(problem?.fed).toMatchObject([{ language: 'en', pages: [2] }]);
  });

  const brand = 'templates/brand/default';
  const readsBrand = (json: string, logo: string) => readBrand('default', json, () => logo);
  const json = readText(`${brand}/brand.json`);
  const logo = readText(`${brand}/logo.svg`);
  const lineOf = (part: string) => json.slice(0, json.indexOf(part)).split('\n').length;

  it.each([
    {
      file: 'templates/messages.csv',
      broken: 'key,en,ru,be,remark\na.b,One,,Адзін,\n',
      read: compileMessages,
      told: { about: 'messages', code: 'message_empty', row: 2, column: 'ru', values: { key: 'a.b', language: 'ru' } },
    },
    {
      file: 'templates/messages.csv',
      broken: 'key,en,ru,be,remark\na.b,"{n, plural, one {x}",два,два,\n',
      read: compileMessages,
      told: { about: 'messages', code: 'message_pattern', row: 2, column: 'en' },
    },
    {
      file: 'templates/messages.csv',
      broken: 'key,en,ru,be,remark\na.b,"One" more,Два,Два,\n',
      read: compileMessages,
      told: { about: 'messages', code: 'quotes', row: 2, column: null },
    },
    {
      file: `${brand}/brand.json`,
      broken: json.replace('"#5F6E77"', '"#9AA5AB"'),
      read: (text: string) => readsBrand(text, logo),
      told: {
        about: 'brand',
        code: 'contrast',
        row: lineOf('"textTertiary"'),
        values: { ratio: '2.52', minimum: 4.5 },
      },
    },
    {
      file: `${brand}/brand.json`,
      broken: json.replace('"cover": "band",', '"cover": "band"'),
      read: (text: string) => readsBrand(text, logo),
      told: { about: 'brand', code: 'brand_not_json', row: lineOf('"cover"') + 1 },
    },
    {
      file: `${brand}/logo.svg`,
      broken: logo.replace('<path', '<circle/>\n<path'),
      read: (text: string) => readsBrand(json, text),
      told: { about: 'logo', code: 'logo_element', row: 1, values: { element: 'circle' } },
    },
    {
      file: 'templates/sections/trade.hbs',
      broken: '<section id="trade">\n{{#if text}}\n<p>{{text}}</p>\n</section>\n',
      read: (text: string) =>
        compileTemplates(
          new Map([
            ['trade', text],
            ['briefing', '{{> trade}}'],
          ]),
          new Set(),
        )({}, wordsOf.en),
      told: { about: 'template', code: 'block_not_closed', row: 2, values: { block: '{{#if}}', end: '{{/if}}' } },
    },
  ])('is told by the kind of its file, with its line, and on the terminal: $file, $told.code', async (example) => {
    const { file, broken, read, told } = example;
    const project = await temporaryFolder();
    await mkdir(join(project, dirname(file)), { recursive: true });
    await writeFile(join(project, file), broken);
    const reload = async () => {
      read(broken);
      return {};
    };
    const places = { project, data: project, dataName: 'data' };
    const services = await servicesWith();
    const livePreview = new LivePreview(services, reload, places);
    const { problem } = await livePreview.saved(file);
    expect(problem?.problems[0]).toMatchObject({ file, ...told });
    expect(problem?.problems[0]?.excerpt?.rows.find(({ isWrong }) => isWrong)?.number).toBe(told.row);
    expect(services.logger.lines).toEqual([
      expect.stringContaining(`warn ${file} was refused, the last good files serve.\n${file}`),
    ]);
  });

  it('is told as missing when it was deleted', async () => {
    const reload = async () => {
      readText('templates/sections/gone.hbs');
      return {};
    };
    const livePreview = new LivePreview(await servicesWith(), reload);
    const { problem } = await livePreview.saved('templates/sections/gone.hbs');
    expect(problem?.problems).toMatchObject([{ code: 'file_missing', file: 'templates/sections/gone.hbs', row: null }]);
  });
});

import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brandNames, rendererFromFiles } from '../../../functions/assets/from-files.ts';
import { editionOf } from '../../../functions/briefings/index.ts';
import { languages, loadDataset, parseEdition } from '../../../functions/dataset/index.ts';
import { renditionOf } from '../../../functions/store/index.ts';
import { monthlyPackage } from '../../monthly-package.ts';
import { dataset, today } from '../../package-files.ts';
import { pageTexts } from '../../read-pdf.ts';
import { type Browser, type Page, startBrowser } from '../page/browser.ts';
import { needProgram, runToEnd, runWell } from '../programs.ts';
import type { Outcome, Stage, StageContext } from '../stage.ts';

/** What is found wrong, by what was asked. */
type Found = Map<string, string[]>;

const points = {
  markup: 'the Nu HTML checker finds no error',
  axe: 'axe-core (WCAG 2.2 AA and best practice) finds nothing, light and dark, at 320, 768 and 1280 px',
  requests: 'nothing is requested, and nothing is said in the console',
  scripts: 'the text is the same without scripts',
  reflow: 'nothing scrolls sideways at 320 px (1280 px at 400 %)',
  print: 'printed, every figure is whole: its title and its source are on one page',
} as const;

/** The web pages of editions in an HTML checker and a real browser. */
export const web: Stage = {
  name: 'web',
  about: 'The web page of an edition is valid, accessible, silent and printable, in each language and brand.',
  run: async (context) => {
    const files = await writePages(context);
    const found: Found = new Map(Object.values(points).map((point) => [point, []]));
    const note = (point: keyof typeof points, problem: string) => found.get(points[point])?.push(problem);
    for (const problem of await checkMarkup(files, context)) note('markup', problem);
    const { browser, axe } = await startBrowser(context);
    try {
      for (const file of files) {
        context.say(`opening ${file.slice(context.scratch.length + 1)}`);
        await lookAt(file, browser, axe, note);
      }
    } finally {
      await browser.close();
    }
    return summaryOf(found, files.length);
  },
};

async function writePages({ scratch, say }: StageContext): Promise<readonly string[]> {
  const record = { from: '2022-01', months: 57, products: 12, regions: 10, missing: ['2024-08'] };
  const editions = [
    ['founding', dataset, '2021-07'],
    ['latest', dataset, '2026-11'],
    ['monthly', loadDataset(monthlyPackage(record), today), '2026-11'],
  ] as const;
  const html = renditionOf('full', 'html');
  if (!html) throw new Error('editions have no web page');
  const files: string[] = [];
  for (const brand of brandNames()) {
    say(`writing pages in the brand ${brand}`);
    const renderer = await rendererFromFiles(brand);
    for (const [name, from, month] of editions) {
      const edition = parseEdition(month);
      if (!edition) throw new Error(`${month} is no edition`);
      for (const language of languages) {
        const path = join(scratch, brand, `${name}-${language}.html`);
        const { file } = await renderer.render(editionOf(from, edition), language, html);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, file.bytes);
        files.push(path);
      }
    }
  }
  return files;
}

async function checkMarkup(files: readonly string[], { tools, say }: StageContext): Promise<readonly string[]> {
  await needProgram('java', 'default-jre-headless', say);
  const folder = join(tools, 'vnu');
  const jar = join(folder, 'node_modules/vnu-jar/build/dist/vnu.jar');
  if (!existsSync(jar)) {
    say('installing vnu-jar');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), '{"private":true}');
    await runWell('npm', ['install', '--no-audit', '--no-fund', 'vnu-jar@26.9.27'], { cwd: folder });
  }
  const { code, err } = await runToEnd('java', ['-jar', jar, '--errors-only', '--format', 'gnu', ...files]);
  return code === 0 ? [] : err.trim().split('\n');
}

/** Everything that is asked of a page in a browser. */
async function lookAt(
  file: string,
  browser: Browser,
  axe: string,
  note: (point: keyof typeof points, problem: string) => void,
): Promise<void> {
  const address = pathToFileURL(file).href;
  const open = async (options: object) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.on('request', (request) => {
      const isOwn = request.url() === address || request.url().startsWith('data:');
      if (!isOwn) note('requests', `${file} asks for ${request.url()}`);
    });
    page.on('console', (message) => note('requests', `${file}: ${message.text()}`));
    await page.goto(address);
    return { context, page };
  };
  const said: (string | null)[] = [];
  for (const javaScriptEnabled of [true, false]) {
    const { context, page } = await open({ javaScriptEnabled });
    said.push(await page.textContent('main'));
    await context.close();
  }
  if (said[0] === null || said[0] !== said[1]) note('scripts', file);
  for (const colorScheme of ['light', 'dark']) {
    const { context, page } = await open({ colorScheme });
    await page.evaluate(axe);
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      for (const problem of await violationsOn(page)) note('axe', `${file}, ${colorScheme}, ${width}: ${problem}`);
      const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      if (Number(over) > 0) note('reflow', `${file} is ${over} px wider than ${width} px`);
    }
    await context.close();
  }
  const { context, page } = await open({});
  for (const problem of await tornFigures(page)) note('print', `${file}: ${problem}`);
  await context.close();
}

async function violationsOn(page: Page): Promise<readonly string[]> {
  return (await page.evaluate(`axe.run({ rules: { 'target-size': { enabled: true } } }).then((result) =>
    result.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 2).map((n) => n.target).join(' | ')))`)) as string[];
}

/** The figures without a table whose title and source are on different pages of a print. */
async function tornFigures(page: Page): Promise<readonly string[]> {
  const figures = (await page.evaluate(`[...document.querySelectorAll('main figure')].flatMap((figure) => {
    const source = figure.querySelector(':scope > .source');
    const [heading] = figure.querySelectorAll('h2, h3');
    const table = figure.querySelector(':scope > .scroll');
    return source && heading && !table ? [[heading.textContent, source.textContent]] : [];
  })`)) as [string, string][];
  const bare = (text: string) => text.replace(/\s+/g, '');
  const pages = (await pageTexts(await page.pdf({ preferCSSPageSize: true, printBackground: true }))).map(bare);
  return figures.flatMap(([heading, source]) => {
    const [first, last] = [bare(heading), bare(source).slice(-24)];
    return pages.some((text) => text.includes(first) && text.includes(last)) ? [] : [heading];
  });
}

function summaryOf(found: Found, files: number): Outcome {
  const lines = [...found].map(([point, problems], index) => {
    const details = problems.slice(0, 10).map((problem) => `   - **does not hold**: ${problem.slice(0, 300)}`);
    return [
      `${index + 1}. ${problems.length === 0 ? 'Holds' : `${problems.length} problems`}: ${point}.`,
      ...details,
    ].join('\n');
  });
  const passed = [...found.values()].every((problems) => problems.length === 0);
  return { passed, summary: `${files} pages:\n\n${lines.join('\n')}` };
}

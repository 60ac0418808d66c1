import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectFolder } from '../../../functions/press/from-files.ts';
import { needProgram, runWell } from '../programs.ts';
import type { Outcome, Stage, Workshop } from '../stage.ts';

const languages = ['en', 'ru', 'be'] as const;

/** The local page in a real browser: every state, language, width and colour scheme. */
export const page: Stage = {
  name: 'page',
  about:
    'The local page works in Chromium: without a violation of WCAG 2.2 AA or of its policy, and asking no other site.',
  run: async (workshop) => {
    const { chromium, axe } = await browserTools(workshop);
    const data = join(workshop.scratch, 'data');
    await cp(join(projectFolder, 'data'), data, { recursive: true });
    const port = 4600 + (process.pid % 300);
    let server = await startServer(port, data);
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    const found: Finding[] = [];
    const check = (name: string, holds: boolean, detail = '') => found.push({ name, holds, detail });
    try {
      await looks(browser, port, axe, workshop.scratch, check);
      await keys(browser, port, check);
      server = await life(browser, port, data, server, workshop.scratch, check);
    } finally {
      await browser.close();
      server.kill();
    }
    return summaryOf(found);
  },
};

/** The parts of Playwright that we use; it is installed by the stage, without types. */
interface Browser {
  newPage(options: object): Promise<Page>;
  close(): Promise<void>;
}

interface Page {
  on(event: 'console', listener: (message: { type(): string; text(): string }) => void): void;
  on(event: 'pageerror', listener: (error: Error) => void): void;
  on(event: 'request', listener: (request: { url(): string }) => void): void;
  goto(url: string): Promise<unknown>;
  waitForSelector(selector: string, options?: object): Promise<unknown>;
  waitForTimeout(milliseconds: number): Promise<void>;
  screenshot(options: object): Promise<unknown>;
  evaluate(script: string): Promise<unknown>;
  focus(selector: string): Promise<void>;
  click(selector: string): Promise<void>;
  textContent(selector: string): Promise<string | null>;
  getAttribute(selector: string, name: string): Promise<string | null>;
  title(): Promise<string>;
  close(): Promise<void>;
  readonly keyboard: { press(key: string): Promise<void> };
}

interface Finding {
  readonly name: string;
  readonly holds: boolean;
  readonly detail: string;
}

type Check = (name: string, holds: boolean, detail?: string) => void;

async function browserTools({ tools, say }: Workshop) {
  await needProgram('chromium', 'chromium', say);
  if (!existsSync(join(tools, 'node_modules/playwright-core'))) {
    say('installing playwright-core and axe-core');
    await writeFile(join(tools, 'package.json'), '{"private":true}');
    await runWell('npm', ['install', '--no-audit', '--no-fund', 'playwright-core@1.65.1', 'axe-core@4.14.1'], {
      cwd: tools,
    });
  }
  const fromTools = createRequire(join(tools, 'package.json'));
  const { chromium } = fromTools('playwright-core') as { chromium: { launch(options: object): Promise<Browser> } };
  return { chromium, axe: await readFile(fromTools.resolve('axe-core/axe.min.js'), 'utf8') };
}

function startServer(port: number, data: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['functions/local/start.ts', '--port', String(port), '--data', data], {
    cwd: projectFolder,
  });
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => chunk.toString().includes('Press Ctrl-C') && resolve(child));
    child.on('exit', (code) => reject(new Error(`npm start ended with ${code}`)));
  });
}

/** Opens the page and collects what it must not do: errors, violations of its policy, requests to other sites. */
async function open(browser: Browser, url: string, options: object, wrongs: string[]): Promise<Page> {
  const opened = await browser.newPage(options);
  opened.on('console', (message) => message.type() === 'error' && wrongs.push(message.text()));
  opened.on('pageerror', (error) => wrongs.push(error.message));
  opened.on('request', (request) => {
    const to = new URL(request.url());
    if (to.protocol !== 'blob:' && to.hostname !== 'localhost') wrongs.push(`asks ${request.url()}`);
  });
  await opened.goto(url);
  await opened.waitForSelector('[data-state=ready]', { timeout: 30_000 });
  await opened.waitForTimeout(800);
  return opened;
}

async function looks(browser: Browser, port: number, axe: string, scratch: string, check: Check): Promise<void> {
  for (const language of languages) {
    for (const width of [1440, 1024, 360]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const wrongs: string[] = [];
        const name = `${language}, ${width}, ${colorScheme}`;
        const viewport = { width, height: 900 };
        const shown = await open(
          browser,
          `http://localhost:${port}/?language=${language}`,
          { viewport, colorScheme },
          wrongs,
        );
        await shown.screenshot({
          path: join(scratch, `ready-${language}-${width}-${colorScheme}.png`),
          fullPage: true,
        });
        check(`no error, no violation of the policy, no other site: ${name}`, wrongs.length === 0, wrongs.join('; '));
        const sideways = await shown.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        check(`no sideways scroll: ${name}`, Number(sideways) <= 0, `${sideways} px`);
        await shown.evaluate(axe);
        const violations = (await shown.evaluate('axe.run().then((r) => r.violations.map((v) => v.id))')) as string[];
        check(`axe: ${name}`, violations.length === 0, violations.join(', '));
        await shown.close();
      }
    }
  }
}

async function keys(browser: Browser, port: number, check: Check): Promise<void> {
  const shown = await open(
    browser,
    `http://localhost:${port}/?edition=2021-07`,
    { viewport: { width: 1440, height: 900 } },
    [],
  );
  await shown.focus('#stage');
  await shown.keyboard.press('ArrowRight');
  await shown.waitForTimeout(300);
  check('the arrow key turns the page', (await shown.textContent('#where')) === 'Page 2 of 8');
  await shown.keyboard.press('End');
  await shown.waitForTimeout(300);
  check('End goes to the last page', (await shown.textContent('#where')) === 'Page 8 of 8');
  await shown.keyboard.press('Control+ArrowLeft');
  check('keys with Ctrl are left to the browser', (await shown.textContent('#where')) === 'Page 8 of 8');
  await shown.keyboard.press('+');
  check('+ enlarges, Escape shows the whole page', (await shown.getAttribute('#zoom', 'aria-pressed')) === 'true');
  await shown.keyboard.press('Escape');
  await shown.focus('input[value=en]');
  await shown.keyboard.press('ArrowRight');
  await shown.waitForSelector('html[lang=ru][data-state=ready]');
  await shown.waitForTimeout(1500);
  check(
    'the arrow key chooses the language of the page and its PDF',
    (await shown.textContent('#where'))?.startsWith('Страница 8 из 8') === true,
  );
  const told = JSON.parse((await shown.textContent('#answer')) ?? '{}') as { language?: string; pages?: number };
  check('the API call is the choice above', told.language === 'ru' && told.pages === 8);
  await shown.close();
}

/** What an author and an operator do: break a file, repair it, stop the server, start it. */
async function life(browser: Browser, port: number, data: string, first: ChildProcess, scratch: string, check: Check) {
  const file = join(data, 'observations.csv');
  const good = await readFile(file, 'utf8');
  const shown = await open(
    browser,
    `http://localhost:${port}/?edition=2021-07`,
    { viewport: { width: 1440, height: 900 } },
    [],
  );
  await shown.click('#next');
  await writeFile(file, good.replace('675.6,USD', '6756,USD'));
  await shown.waitForSelector('[data-state=error]', { timeout: 20_000 });
  await shown.screenshot({ path: join(scratch, 'error.png'), fullPage: true });
  const facts = (await shown.textContent('#problem-facts')) ?? '';
  check(
    'a broken value is told with file, row and what was expected',
    /observations\.csv, row \d+.*turnover 2467\.75 to 2467\.85: a gap of at least/s.test(facts),
    facts,
  );
  check('the last good page stays', (await shown.textContent('#where')) === 'Page 2 of 8');
  check('the title of the tab says that there is an error', (await shown.title()).startsWith('Error · '));
  await writeFile(file, good);
  await shown.waitForSelector('[data-state=ready]', { timeout: 20_000 });
  check(
    'a repaired file brings the pages back, on the same page',
    (await shown.textContent('#where')) === 'Page 2 of 8',
  );
  first.kill();
  await shown.waitForSelector('[data-state=offline]', { timeout: 20_000 });
  await shown.screenshot({ path: join(scratch, 'offline.png'), fullPage: true });
  const saved = String(
    await shown
      .evaluate(
        "fetch(document.querySelector('#download').href).then((r) => r.arrayBuffer()).then((b) => b.byteLength)",
      )
      .catch(String),
  );
  check('a stopped server is told, and the pages stay', (await shown.textContent('#where')) === 'Page 2 of 8', saved);
  const server = await startServer(port, data);
  await shown.waitForSelector('[data-state=ready]', { timeout: 20_000 });
  check('the page recovers by itself when the server is back', true);
  await shown.close();
  return server;
}

function summaryOf(found: readonly Finding[]): Outcome {
  const failed = found.filter(({ holds }) => !holds);
  const lines = failed.map(
    ({ name, detail }) => `- **does not hold**: ${name}${detail ? ` (${detail.slice(0, 200)})` : ''}`,
  );
  const summary = [
    `${found.length - failed.length} of ${found.length} checks hold: three languages, widths of 1440, 1024 and 360, light and dark; keys; a broken and a repaired file; a stopped and a started server.`,
    ...lines,
  ].join('\n\n');
  return { passed: failed.length === 0, summary };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../../../functions/assets/from-files.ts';
import type { Browser, Context, Page, Tools } from './browser.ts';

/** The languages of the page. */
export const languages = ['en', 'ru', 'be'] as const;
/** A language of the page. */
export type Language = (typeof languages)[number];

/** The result of a check: the point of page.md §8 that it belongs to, and whether it passed. */
export interface Finding {
  readonly point: number;
  readonly name: string;
  readonly holds: boolean;
  readonly detail: string;
}

/**
 * A copy of the project with its server and a browser. Its files can be broken and its server stopped without harm to
 * the project.
 */
export class Bench {
  readonly folder: string;
  readonly scratch: string;
  readonly found: Finding[] = [];
  private readonly tools: Tools;
  private readonly port = 4600 + (process.pid % 300);
  private readonly contexts: Context[] = [];
  private server: ChildProcess | undefined;
  /** True while the server is stopped on purpose, because the browser then reports every failed request. */
  private stopped = false;

  private constructor(tools: Tools, scratch: string) {
    this.tools = tools;
    this.scratch = scratch;
    this.folder = join(scratch, 'project');
  }

  /** Copies the project and starts its server. */
  static async open(tools: Tools, scratch: string): Promise<Bench> {
    const bench = new Bench(tools, scratch);
    await mkdir(bench.folder);
    for (const part of ['functions', 'templates', 'data', 'package.json'])
      await cp(join(projectFolder, part), join(bench.folder, part), { recursive: true });
    await symlink(join(projectFolder, 'node_modules'), join(bench.folder, 'node_modules'));
    await bench.startServer();
    return bench;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get browser(): Browser {
    return this.tools.browser;
  }

  get axe(): string {
    return this.tools.axe;
  }

  check(point: number, name: string, holds: boolean, detail: unknown = ''): void {
    this.found.push({ point, name, holds, detail: String(detail) });
  }

  async startServer(): Promise<void> {
    const child = spawn(process.execPath, ['functions/local/start.ts', '--port', String(this.port)], {
      cwd: this.folder,
      env: { ...process.env, INIT_CWD: this.folder },
    });
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => chunk.toString().includes('Press Ctrl-C') && resolve());
      child.once('exit', (code) => reject(new Error(`npm start ended with ${code}`)));
    });
    this.server = child;
    this.stopped = false;
  }

  async stopServer(): Promise<void> {
    this.stopped = true;
    const { server } = this;
    if (!server || server.exitCode !== null) return;
    await new Promise((resolve) => {
      server.once('exit', resolve);
      server.kill();
    });
  }

  /** What a page says when Playwright's clock goes into each frame: that of the web page allows no script, not even ours. */
  private readonly ownScript = /^Blocked script execution in '[^']*\/full\.html\b/;

  /** Opens an address of the page. While it is open, violations of point 2 are recorded. */
  async page(path: string, options: object = {}, prepare?: (page: Page) => Promise<void>): Promise<Page> {
    const context = await this.browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    const page = await context.newPage();
    this.contexts.push(context);
    const wrong = (what: string) => {
      if (this.ownScript.test(what)) return;
      if (!(this.stopped && what.startsWith('Failed to load resource'))) this.check(2, 'nothing wrong', false, what);
    };
    page.on('console', (message) => message.type() === 'error' && wrong(message.text()));
    page.on('pageerror', (error) => wrong(error.message));
    page.on('request', (request) => {
      const to = new URL(request.url());
      if (to.protocol !== 'blob:' && to.host !== new URL(this.address).host) wrong(`asks ${request.url()}`);
    });
    this.check(2, 'watched', true);
    await prepare?.(page);
    await page.goto(`${this.address}${path}`);
    return page;
  }

  /** Closes every page. */
  async closePages(): Promise<void> {
    for (const context of this.contexts.splice(0)) await context.close();
  }

  /** Opens an existing edition and waits for its page. */
  async readyPage(path: string, options: object = {}): Promise<Page> {
    const page = await this.page(path, options);
    await this.waitFor(page, 'ready');
    return page;
  }

  /** Waits for a state and, if it has pages, for the page. */
  async waitFor(page: Page, state: string): Promise<void> {
    await page.waitForSelector(`[data-state=${state}]`, { timeout: 30_000 });
    if (!['empty', 'offline-empty', 'rendering'].includes(state)) {
      await page.waitForSelector('.leaf .text span', { state: 'attached', timeout: 30_000 });
    }
  }

  /**
   * Waits until a script in the page returns true. It is polled from outside, because the page's policy forbids eval.
   */
  async until(page: Page, script: string, milliseconds = 30_000): Promise<void> {
    const until = Date.now() + milliseconds;
    while ((await page.evaluate(script)) !== true) {
      if (Date.now() > until) throw new Error(`never came true: ${script}`);
      await page.waitForTimeout(100);
    }
  }

  /** Makes a briefing through the API. */
  async makeBriefing(edition: string, language: Language): Promise<void> {
    await fetch(`${this.address}/briefings`, { method: 'POST', body: JSON.stringify({ edition, language }) });
  }

  /** Changes a file of the copy, and gives a function that restores it. */
  async change(file: string, from: string, to: string): Promise<() => Promise<void>> {
    const path = join(this.folder, file);
    const good = await readFile(path, 'utf8');
    if (!good.includes(from)) throw new Error(`${file} has no “${from}” to be changed`);
    await writeFile(path, good.replace(from, to));
    return () => writeFile(path, good);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.stopServer();
  }
}

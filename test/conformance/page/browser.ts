import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { needProgram, runWell } from '../programs.ts';
import type { StageContext } from '../stage.ts';

/** The parts of Playwright that we use. The stage installs it, so its types are not available. */
export interface Browser {
  newContext(options: object): Promise<Context>;
  close(): Promise<void>;
}

export interface Context {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

export interface Page {
  on(event: 'console', listener: (message: { type(): string; text(): string }) => void): void;
  on(event: 'pageerror', listener: (error: Error) => void): void;
  on(event: 'request', listener: (request: { url(): string }) => void): void;
  goto(url: string): Promise<unknown>;
  route(pattern: string, handler: (route: Route) => Promise<void>): Promise<void>;
  unroute(pattern: string): Promise<void>;
  waitForSelector(selector: string, options?: object): Promise<unknown>;
  waitForEvent(event: 'download'): Promise<{ path(): Promise<string> }>;
  waitForTimeout(milliseconds: number): Promise<void>;
  setViewportSize(size: { width: number; height: number }): Promise<void>;
  emulateMedia(options: object): Promise<void>;
  screenshot(options: object): Promise<unknown>;
  pdf(options: object): Promise<Uint8Array>;
  evaluate(script: string): Promise<unknown>;
  focus(selector: string): Promise<void>;
  click(selector: string): Promise<void>;
  check(selector: string): Promise<void>;
  setInputFiles(selector: string, path: string): Promise<void>;
  selectOption(selector: string, value: string): Promise<unknown>;
  textContent(selector: string): Promise<string | null>;
  getAttribute(selector: string, name: string): Promise<string | null>;
  inputValue(selector: string): Promise<string>;
  title(): Promise<string>;
  url(): string;
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
  readonly clock: { install(): Promise<void>; fastForward(milliseconds: number): Promise<void> };
}

export interface Route {
  request(): { method(): string };
  continue(): Promise<void>;
  fetch(): Promise<{ json(): Promise<Record<string, unknown>> }>;
  fulfill(options: object): Promise<void>;
}

/** A browser, and the source of axe-core to run in its pages. */
export interface Tools {
  readonly browser: Browser;
  readonly axe: string;
}

/** Starts Debian's Chromium with Playwright and reads axe-core. Installs what is missing. */
export async function startBrowser({ tools, say }: StageContext): Promise<Tools> {
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
  return {
    browser: await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] }),
    axe: await readFile(fromTools.resolve('axe-core/axe.min.js'), 'utf8'),
  };
}

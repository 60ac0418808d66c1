import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackageFiles } from '../../../functions/dataset/index.ts';
import { openPackage } from '../../../functions/desk/index.ts';
import { edited, withoutSource } from '../../changes/packages.ts';
import { workbookOf } from '../../desk-workbooks.ts';
import { monthlyPackage } from '../../monthly-package.ts';
import type { Bench } from './bench.ts';
import type { Page } from './browser.ts';
import { checkWidth, lookAt } from './states.ts';

/** The month that is added: with it, trade that rose has fallen. */
const newest = 'bulletin-2026-02';
const fallen = monthlyPackage({ from: '2025-01', months: 14, low: ['2026-02'], products: 4, seed: 7 });
const risen = withoutSource(fallen, newest);

/** How long a publication may take: every edition that it changes is printed. In milliseconds. */
const longest = 300_000;

/** Point 11: an editor takes the workbook, makes a mistake, mends it, publishes a month and takes it back. */
export async function publishFromDesk(bench: Bench, say: (line: string) => void): Promise<void> {
  const own = await packageIn(bench);
  await putPackage(bench, risen);
  try {
    const page = await bench.page('/?language=en');
    await bench.until(page, "document.querySelector('#desk-whose').textContent.includes('2025.12.2')");
    await lookInEveryLanguage(bench, page, 'desk-empty');
    await new Editor(bench, page, say).work();
  } finally {
    await putPackage(bench, own);
  }
}

async function packageIn(bench: Bench): Promise<PackageFiles> {
  const files = await Promise.all(
    [...risen.keys()].map(async (name) => {
      const bytes = await readFile(join(bench.folder, 'data', name)).catch(() => null);
      return bytes ? [[name, bytes] as const] : [];
    }),
  );
  return new Map(files.flat());
}

/** Puts a package in place of that of the project, and waits until pages are made from it. */
async function putPackage(bench: Bench, files: PackageFiles): Promise<void> {
  const since = Date.now();
  for (const [name, bytes] of files) await writeFile(join(bench.folder, 'data', name), bytes);
  for (let count = 0; count < 600; count += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    // The server may be printing, and end a connection that waits.
    const told = await fetch(`${bench.address}/page/editions.json`).catch(() => null);
    const { good } = ((await told?.json()) ?? { good: '' }) as { readonly good: string };
    if (Date.parse(good) > since) return;
  }
  throw new Error('the server did not take the package that was put into data/');
}

async function lookInEveryLanguage(bench: Bench, page: Page, state: string): Promise<void> {
  for (const language of ['ru', 'be', 'en'] as const) {
    await page.check(`input[value=${language}]`);
    await bench.until(page, `document.documentElement.lang === '${language}'`);
    await page.waitForTimeout(500);
    await lookAt(bench, page, state, language);
  }
}

/** An editor without a mouse; keys and the time between them are counted. */
class Editor {
  private readonly bench: Bench;
  private readonly page: Page;
  private readonly say: (line: string) => void;
  private keys = 0;
  private seconds = 0;

  constructor(bench: Bench, page: Page, say: (line: string) => void) {
    this.bench = bench;
    this.page = page;
    this.say = say;
  }

  async work(): Promise<void> {
    const { bench, page } = this;
    const taken = await this.counted(() => this.take());
    const wrong = edited(
      withMonth(taken),
      () => true,
      (line) =>
        line.includes(`,${newest},`) ? line.replace(/,2026-01\/2026-02,[\d.]+,USD/, ',2026-01/2026-02,n/a,USD') : line,
    );
    await this.counted(() => this.put('wrong.xlsx', wrong, 'problems'));
    const cells = await page.evaluate(
      "[...document.querySelectorAll('.by-cell tbody tr')].map((row) => row.cells[0].textContent + '!' + row.cells[1].textContent).join(' ')",
    );
    bench.check(11, 'problems are named by sheet and cell', /^(observations![A-Z]+\d+ ?)+$/.test(String(cells)), cells);
    const said = await page.textContent('#say');
    bench.check(11, 'and said aloud', /^\d+ problems in wrong\.xlsx$/.test(said ?? ''), said);
    await lookInEveryLanguage(bench, page, 'desk-problems');

    await this.counted(() => this.put('month.xlsx', withMonth(taken), 'changes'));
    const turned = await page.evaluate("document.querySelector('#desk-result').textContent");
    const sentences = /Trade with Russia rose by \d+%.*Trade with Russia fell by/s;
    bench.check(11, 'before it is published: “rose” becomes “fell”', sentences.test(String(turned)));
    await this.counted(() => this.turnPages());
    await lookInEveryLanguage(bench, page, 'desk-changes');

    await this.counted(() => this.publish());
    await bench.until(page, "document.querySelector('#desk-whose').textContent.includes('2026.4.0')");
    const version = await page.textContent('#desk-result h3');
    bench.check(11, 'the month is published', version?.startsWith('Published: version 2026.4.0') === true, version);
    const focus = await page.evaluate('document.activeElement.id');
    bench.check(11, 'the focus goes to what became of it', focus === 'desk-result', focus);
    await lookInEveryLanguage(bench, page, 'desk-published');
    await this.lookAtSlowPrint();

    await this.counted(() => this.goBack());
    await bench.until(page, "document.querySelector('#desk-whose').textContent.includes('2025.12.2')");
    const rows = await page.evaluate("document.querySelectorAll('#desk-moves tbody tr').length");
    bench.check(11, 'and taken back: the history has both moves', rows === 2, rows);
    await lookInEveryLanguage(bench, page, 'desk-rolled-back');
    this.say(`a month published and taken back on the desk: ${this.keys} keys, ${this.seconds.toFixed(0)} s`);
    bench.check(11, 'a month takes less than 150 keys', this.keys < 150, this.keys);
  }

  private async take(): Promise<PackageFiles> {
    await this.goTo('.take a');
    const download = this.page.waitForEvent('download');
    await this.press('Enter');
    const bytes = await readFile(await (await download).path());
    return (await openPackage(bytes, 'data.xlsx')).files;
  }

  private async put(name: string, files: PackageFiles, view: string): Promise<void> {
    const path = join(this.bench.scratch, name);
    await writeFile(path, workbookOf(files));
    await this.goTo('#desk-file');
    // The choice of files is a window of the system: its answer is given to the field that has the focus.
    await this.page.setInputFiles('#desk-file', path);
    await this.reach(view);
  }

  private async turnPages(): Promise<void> {
    const { bench, page } = this;
    await bench.until(page, "document.querySelector('.draft-leaf canvas') !== null");
    await this.goTo('#draft-stage');
    await this.press('ArrowRight');
    await bench.until(page, "document.querySelector('#draft-where').textContent.startsWith('Page 2 of ')");
    const mark = await page.textContent('.draft-mark');
    bench.check(11, 'the preview says that it is a draft', mark === 'Draft: only this page shows it', mark);
    const printed = await page.textContent('.draft-leaf .text');
    bench.check(11, 'and so does each of its pages', printed?.includes('DRAFT') === true);
  }

  private async publish(): Promise<void> {
    await this.goTo('#desk-publish');
    await this.press('Enter');
    await this.page.keyboard.type('February');
    await this.press('Enter');
    await this.reach('published');
  }

  /** The line that says how long a print took and what changed by it fits a narrow screen, however long it took. */
  private async lookAtSlowPrint(): Promise<void> {
    const { bench, page } = this;
    await page.setViewportSize({ width: 320, height: 256 });
    for (const language of ['ru', 'be', 'en'] as const) {
      await page.check(`input[value=${language}]`);
      await bench.until(
        page,
        `document.documentElement.lang === '${language}' && /\\d/.test(document.querySelector('#author-result').textContent)`,
      );
      await page.evaluate(
        "(() => { const told = document.querySelector('#author-result'); told.textContent = told.textContent.replace(/\\d+/, '123456'); })()",
      );
      await checkWidth(bench, page, 11, `a print of two minutes, ${language}`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  }

  private async goBack(): Promise<void> {
    await this.goTo('#desk-moves button');
    await this.press('Enter');
    await this.press('Enter');
    await this.reach('rolled back');
  }

  private async reach(view: string): Promise<void> {
    await this.page.waitForSelector(`#desk[data-view="${view}"]`, { timeout: longest });
    await this.page.waitForTimeout(100);
  }

  private async press(key: string): Promise<void> {
    this.keys += 1;
    await this.page.keyboard.press(key);
  }

  /** Goes from where the keyboard enters the page to the desk, by the link in the header, and on to an element of it. */
  private async goTo(selector: string): Promise<void> {
    await this.page.focus('.skip');
    await this.tabTo('.sections [href="#desk"]');
    await this.press('Enter');
    await this.tabTo(selector);
  }

  /** Presses Tab until an element has the focus. */
  private async tabTo(selector: string): Promise<void> {
    for (let count = 0; count < 60; count += 1) {
      if ((await this.page.evaluate(`document.activeElement.matches('${selector}')`)) === true) return;
      await this.press('Tab');
    }
    throw new Error(`Tab does not lead to ${selector}`);
  }

  private async counted<T>(act: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    const result = await act();
    this.seconds += (performance.now() - begun) / 1000;
    return result;
  }
}

/** The package that was taken, with the newest bulletin and a higher version. */
function withMonth(taken: PackageFiles): PackageFiles {
  const tables = [...fallen].filter(([name]) => name.endsWith('.csv'));
  const descriptor = new TextDecoder().decode(taken.get('datapackage.json'));
  const raised = descriptor.replace(/"version": "[^"]+"/, '"version": "2026.4.0"');
  return new Map([...taken, ...tables, ['datapackage.json', new TextEncoder().encode(raised)]]);
}

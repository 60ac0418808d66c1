import { join } from 'node:path';
import { type Bench, type Language, languages } from './bench.ts';
import type { Page } from './browser.ts';

const widths = [1440, 1024, 360] as const;

/** A mistake in the data and one in a template. */
export const mistakes = {
  data: ['data/observations.csv', '675.6,USD', '6756,USD'],
  template: ['templates/sections/trade.hbs', 'trade.weight.title', 'trade.weight.titel'],
} as const;

/** Points 1 to 3: every state in every language, width and colour scheme. */
export async function lookAtStates(bench: Bench): Promise<void> {
  await Promise.all(languages.map((language) => bench.makeBriefing('2021-07', language)));
  const open: Page[] = [];
  for (const language of languages) {
    await lookAt(bench, await emptyPage(bench, language), 'empty', language);
    await lookAt(bench, await renderingPage(bench, language), 'rendering', language);
    await lookAt(bench, await expiredPage(bench, language), 'expired', language);
    await bench.closePages();
  }
  for (const language of languages) {
    const page = await bench.readyPage(`/?language=${language}`);
    await lookAt(bench, page, 'ready', language);
    open.push(page);
  }
  for (const [kind, [file, from, to]] of Object.entries(mistakes)) {
    const mend = await bench.change(file, from, to);
    for (const page of open) await bench.waitFor(page, `error-${kind}`);
    for (const [index, page] of open.entries()) {
      await lookAt(bench, page, `error-${kind}`, languages[index] ?? 'en');
    }
    await mend();
    for (const page of open) await bench.waitFor(page, 'ready');
  }
  await bench.stopServer();
  for (const page of open) await bench.waitFor(page, 'offline');
  for (const [index, page] of open.entries()) await lookAt(bench, page, 'offline', languages[index] ?? 'en');
  await bench.startServer();
  for (const page of open) {
    await page.click('#try-now').catch(() => {}); // the page may have recovered by itself
    await bench.waitFor(page, 'ready');
  }
}

async function emptyPage(bench: Bench, language: Language): Promise<Page> {
  const page = await bench.page(`/?edition=2024-03&language=${language}`);
  await bench.waitFor(page, 'empty');
  return page;
}

/** Keeps the page in its rendering state by delaying the response of the server. */
async function renderingPage(bench: Bench, language: Language): Promise<Page> {
  const page = await bench.page(`/?edition=2023-0${languages.indexOf(language) + 1}&language=${language}`);
  await bench.waitFor(page, 'empty');
  await page.route('**/briefings', async (route) => {
    if (route.request().method() === 'POST') await route.fetch();
    else await route.continue();
  });
  await page.click('#make button');
  await bench.waitFor(page, 'rendering');
  await page.waitForSelector('#steps li:nth-child(4).done', { timeout: 30_000 });
  return page;
}

async function expiredPage(bench: Bench, language: Language): Promise<Page> {
  const page = await bench.page(`/?edition=2021-07&language=${language}`, {}, ({ clock }) => clock.install());
  await bench.waitFor(page, 'ready');
  await page.clock.fastForward(901_000);
  await bench.waitFor(page, 'expired');
  return page;
}

/** Points 1 and 3: looks at a page in every width and colour scheme. */
export async function lookAt(bench: Bench, page: Page, state: string, language: Language): Promise<void> {
  await page.evaluate(bench.axe);
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      const name = `${state}, ${language}, ${width}, ${colorScheme}`;
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(200);
      await runAxe(bench, page, 1, name);
      if (colorScheme === 'light' || language === 'en') {
        const path = join(bench.scratch, `${name.replaceAll(', ', '-')}.png`);
        if (width !== 1024) await page.screenshot({ path, fullPage: true });
      }
    }
    await checkTargets(bench, page, `${state}, ${language}, ${width}`);
  }
  await page.setViewportSize({ width: 320, height: 256 });
  await page.waitForTimeout(100);
  await checkWidth(bench, page, 3, `${state}, ${language}, 320 px wide, as 1280 px at 400 %`);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** Runs axe-core with all its rules for WCAG 2.2 AA and best practice. */
export async function runAxe(bench: Bench, page: Page, point: number, name: string): Promise<void> {
  const violations = (await page.evaluate(`axe.run({ rules: { 'target-size': { enabled: true } } }).then((result) =>
    result.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 2).map((n) => n.target + ' ' + (n.failureSummary ?? '').slice(0, 160)).join(' | ')))`)) as string[];
  bench.check(point, `axe: ${name}`, violations.length === 0, violations.join('; '));
}

/**
 * Checks that the page does not scroll sideways. A page that was just made narrower has a moment to lay its pictures out
 * anew; what is too wide after that is named.
 */
export async function checkWidth(bench: Bench, page: Page, point: number, name: string): Promise<void> {
  const fits = 'document.documentElement.scrollWidth <= document.documentElement.clientWidth';
  const isWithin = await bench.until(page, fits, 3000).then(
    () => true,
    () => false,
  );
  const wide = isWithin ? '' : await page.evaluate(tooWide);
  bench.check(point, `no sideways scroll: ${name}`, isWithin, wide);
}

/** The elements and texts that reach past the right edge of the page, but for those that something scrolls or clips. */
const tooWide = `(() => {
  const isOwnScroll = (e) => e !== null && e !== document.documentElement && e !== document.body
    && (getComputedStyle(e).overflowX !== 'visible' || isOwnScroll(e.parentElement));
  const rightOf = (node) => {
    if (node.nodeType === Node.ELEMENT_NODE) return node.getBoundingClientRect().right;
    const range = document.createRange();
    range.selectNode(node);
    return Math.max(...[...range.getClientRects()].map(({ right }) => right));
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const wide = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (rightOf(node) <= document.documentElement.clientWidth + 1 || isOwnScroll(node.parentElement)) continue;
    const { tagName, id, className } = element;
    wide.push(tagName + '#' + id + '.' + className + ' ' + Math.round(rightOf(node)) + ' px: ' + node.textContent.trim().slice(0, 40));
  }
  return wide.length > 0 ? wide.slice(0, 6).join('; ') : document.documentElement.scrollWidth + ' px';
})()`;

/**
 * Checks the size of what can be pressed. The links on a page of the document stand where the page has them, as large as the
 * page is shown: WCAG 2.5.8 calls such a target essential.
 */
async function checkTargets(bench: Bench, page: Page, name: string): Promise<void> {
  const small =
    (await page.evaluate(`[...document.querySelectorAll('a[href], button, select, input:not([type=hidden]), summary')]
    .filter((e) => e.checkVisibility() && !e.closest('.sr, .skip, .page-links'))
    .map((e) => [e, e.getBoundingClientRect()])
    .filter(([, r]) => r.width > 0 && Math.min(r.width, r.height) < 24)
    .map(([e, r]) => e.textContent.trim() + ' ' + Math.round(r.width) + '×' + Math.round(r.height))`)) as string[];
  bench.check(3, `targets of at least 24 px: ${name}`, small.length === 0, small.join(', '));
}

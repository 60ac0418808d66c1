import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Bench } from './bench.ts';
import { mistakes } from './states.ts';

/** Point 5: an author saves, breaks and repairs a file. */
export async function saveFiles(bench: Bench): Promise<void> {
  const page = await bench.readyPage('/?edition=2021-07', { permissions: ['clipboard-read', 'clipboard-write'] });
  const text = async (selector: string) => (await page.textContent(selector)) ?? '';
  await page.click('#next');
  await page.waitForTimeout(500);
  await page.evaluate('scrollTo(0, 120)');
  const place = async () => `${await text('#where')}, ${await page.evaluate('scrollY')}`;
  const before = await place();
  await page.evaluate(`(() => { window.swaps = 0; window.gaps = 0;
    new MutationObserver((all) => { for (const { addedNodes, target } of all) for (const n of addedNodes) if (n.className === 'leaf') window.swaps += 1; }).observe(document.querySelector('#sheet'), { childList: true });
    const look = () => { if (!document.querySelector('#sheet .leaf canvas')) window.gaps += 1; requestAnimationFrame(look); }; look(); })()`);
  const reword = await bench.change(
    'templates/sections/trade.hbs',
    '<h2>{{title trade.title}}</h2>',
    '<h2>{{title trade.title}}!</h2>',
  );
  await page.waitForSelector('#thumbs .new', { timeout: 30_000 });
  await bench.until(page, 'window.swaps > 0');
  await page.waitForTimeout(400);
  bench.check(
    5,
    'a saved template: same page, same scroll',
    (await place()) === before,
    `${before} → ${await place()}`,
  );
  const marked = await page.evaluate("[...document.querySelectorAll('#thumbs .new')].map((b) => b.textContent).join()");
  bench.check(5, 'the page that changed is marked', marked === '2', marked);
  bench.check(
    5,
    'the line of the author says so',
    /^re-rendered in \d+ ms, page 2 changed$/.test(await text('#author-result')),
    await text('#author-result'),
  );
  bench.check(
    5,
    'the new text is on the page',
    (await text('.leaf .text')).includes('exports!'),
    (await text('.leaf .text')).slice(0, 200),
  );
  bench.check(
    8,
    'one swap for a render, and no frame without a page',
    (await page.evaluate("[window.swaps, window.gaps].join(' ')")) === '1 0',
    await page.evaluate("window.swaps + ' swaps, ' + window.gaps + ' gaps'"),
  );
  await reword();
  await bench.until(
    page,
    "document.querySelectorAll('#log tr').length >= 2 && document.documentElement.dataset.state === 'ready'",
  );
  await page.waitForTimeout(1500);

  await page.focus('#stage'); // scrolls it into view
  await page.waitForTimeout(700);
  const reading = await place();
  const mend = await bench.change(...mistakes.data);
  await bench.waitFor(page, 'error-data');
  await page.waitForTimeout(300);
  const facts = await text('#problem-facts');
  bench.check(
    5,
    'a broken value: what is false',
    (await text('#problem-h')) === 'Exports and imports do not add up to turnover',
    await text('#problem-h'),
  );
  bench.check(
    5,
    'a broken value: file, row, column, value, expectation',
    facts === 'Filedata/observations.csv, row 4, column valueValue6756Expected675.6 ± 0.1, turnover less imports',
    facts,
  );
  bench.check(
    5,
    'a broken value: the remedy',
    (await text('#remedy')).startsWith('Write 675.6 in row 4 if a decimal point was lost.'),
    await text('#remedy'),
  );
  bench.check(
    5,
    'the row stands between those that it is compared with',
    (await text('#excerpt tbody')).replace(/\s+/g, '') ===
      '2turnover2021-01/2021-052467.84export2021-01/2021-0567566import2021-01/2021-051792.2',
    await text('#excerpt tbody'),
  );
  const hit = String(
    await page.evaluate("[...document.querySelectorAll('#thumbs .hit')].map((b) => b.textContent).join()"),
  );
  bench.check(
    5,
    'the pages that it feeds are marked and named',
    hit !== '' && (await text('#feeds')).replace(/\D+/g, ',') === `,${hit}`,
    `${hit}; ${await text('#feeds')}`,
  );
  bench.check(
    5,
    'the last good page stays, where it was',
    (await place()) === reading,
    `${reading} → ${await place()}`,
  );
  bench.check(5, 'the title of the tab says Error', (await page.title()).startsWith('Error · '), await page.title());
  bench.check(5, 'the problem is said aloud', (await text('#say')) === (await text('#problem-h')), await text('#say'));
  bench.check(5, 'the focus stays where it was', (await page.evaluate('document.activeElement.id')) === 'stage');
  await page.click('#copy-row');
  const copied = await page.evaluate('navigator.clipboard.readText()');
  bench.check(5, 'Copy file and row', copied === 'data/observations.csv:4', copied);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#lg-pdf')]);
  const sha256 = createHash('sha256')
    .update(await readFile(await download.path()))
    .digest('hex');
  bench.check(5, 'the last good edition can be saved', (await text('#answer')).includes(sha256), sha256);
  await page.evaluate('scrollTo(0, 60)');
  await page.waitForTimeout(700);
  const broken = await place();
  await mend();
  await bench.waitFor(page, 'ready');
  await page.waitForTimeout(800);
  bench.check(5, 'repaired: back to ready, on the same page', (await place()) === broken, await place());
  bench.check(
    5,
    'repaired: the title of the tab is right again',
    (await page.title()).startsWith('Gomel'),
    await page.title(),
  );

  const mendTemplate = await bench.change(...mistakes.template);
  await bench.waitFor(page, 'error-template');
  const shown = await text('#problem-facts');
  bench.check(
    5,
    'a broken template: file, line, column, value',
    /templates\/sections\/trade\.hbs, line 10, column \d+Valuetrade\.weight\.titel/.test(shown),
    shown,
  );
  bench.check(
    5,
    'a broken template: the nearest name',
    (await text('#remedy')).includes('trade.weight.title'),
    await text('#remedy'),
  );
  await mendTemplate();
  await bench.waitFor(page, 'ready');
}

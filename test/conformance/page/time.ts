import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Bench } from './bench.ts';

/** Point 6: moves the clock to five minutes before a link expires and then to its end, and gets a new link. */
export async function moveClock(bench: Bench): Promise<void> {
  let ahead = 0;
  const page = await bench.page('/?edition=2021-07', {}, async (unopened) => {
    await unopened.clock.install();
    await unopened.route('**/briefings', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      const answer = await (await route.fetch()).json();
      const expiresAt = new Date(Date.parse(String(answer.expiresAt)) + ahead).toISOString(); // same clock as ours
      await route.fulfill({ json: { ...answer, expiresAt } });
    });
  });
  await bench.waitFor(page, 'ready');
  const text = async (selector: string) => (await page.textContent(selector)) ?? '';
  const forward = async (milliseconds: number) => {
    ahead += milliseconds;
    await page.clock.fastForward(milliseconds);
    await page.waitForTimeout(1300);
  };
  bench.check(
    6,
    'a new link: minutes, seconds and clock time',
    /^Works for 1[45] min \d\d s, until (\d+ \w+ \d{4}, )?\d\d:\d\d$/.test(await text('#expiry')),
    await text('#expiry'),
  );
  const height = await page.evaluate("document.querySelector('#life').getBoundingClientRect().height");
  bench.check(6, 'the meter is 3 px high', height === 3, height);
  await forward(590_000);
  bench.check(
    6,
    'not yet five minutes: petrol',
    (await page.evaluate("document.querySelector('#expiry.soon') === null")) === true,
  );
  await forward(20_000);
  bench.check(
    6,
    'under five minutes: copper',
    (await page.evaluate(
      "document.querySelector('#expiry.soon') !== null && document.querySelector('#life').value < 300",
    )) === true,
    await text('#expiry'),
  );
  bench.check(6, 'five minutes are said aloud', (await text('#say')).startsWith('Works for 4 min'), await text('#say'));
  await forward(300_000);
  bench.check(
    6,
    'at its end: expired',
    (await page.getAttribute('html', 'data-state')) === 'expired' &&
      /^This link expired: (\d+ \w+ \d{4}, )?\d\d:\d\d$/.test(await text('#expiry')),
    await text('#expiry'),
  );
  bench.check(6, 'the end is said aloud', (await text('#say')).startsWith('This link expired'), await text('#say'));
  bench.check(
    6,
    'the button makes a new link',
    (await text('#copy-link')) === 'Make a new link',
    await text('#copy-link'),
  );
  const old = await page.inputValue('#link');
  await page.click('#copy-link');
  await bench.waitFor(page, 'ready');
  bench.check(
    6,
    'the new link works',
    (await text('#expiry')).startsWith('Works for 1') && (await page.inputValue('#link')) !== old,
    await text('#expiry'),
  );
  await page.clock.fastForward(86_400_000);
  await page.waitForTimeout(1300);
  bench.check(
    6,
    'a time of another day has its date',
    /^This link expired: \d+ \w+ \d{4}, \d\d:\d\d$/.test(await text('#expiry')),
    await text('#expiry'),
  );
}

/** Point 7: stops and starts the server. */
export async function stopServer(bench: Bench): Promise<void> {
  const page = await bench.readyPage('/?edition=2021-07');
  const text = async (selector: string) => (await page.textContent(selector)) ?? '';
  await page.click('#next');
  await bench.stopServer();
  await bench.waitFor(page, 'offline');
  await page.waitForTimeout(200);
  bench.check(
    7,
    'a banner says that the server has stopped',
    (await page.evaluate("document.querySelector('.stopped').checkVisibility()")) === true,
  );
  bench.check(7, 'it is said aloud', (await text('#say')) === 'The server has stopped', await text('#say'));
  bench.check(7, 'it says when it tries again', /^Next try in \d+ s$/.test(await text('#retry')), await text('#retry'));
  const off = await page.evaluate(
    "[...document.querySelectorAll('.choose :is(select, input), #copy-link')].every((e) => e.disabled) && [...document.querySelectorAll('.files a, .editions a')].every((a) => !a.hasAttribute('href') && a.getAttribute('aria-disabled') === 'true')",
  );
  bench.check(7, 'chooser and links are off', off === true);
  await page.click('#next');
  await page.waitForTimeout(400);
  bench.check(7, 'pages still turn', (await text('#where')) === 'Page 3 of 8', await text('#where'));
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download')]);
  const sha256 = createHash('sha256')
    .update(await readFile(await download.path()))
    .digest('hex');
  bench.check(7, 'the PDF saved from memory has the same bytes', (await text('#answer')).includes(sha256), sha256);
  await bench.startServer();
  await bench.waitFor(page, 'ready');
  await page.waitForTimeout(500);
  bench.check(
    7,
    'the page recovers by itself, on the same page',
    (await text('#where')) === 'Page 3 of 8',
    await text('#where'),
  );
  bench.check(
    7,
    'it is said that the server is back',
    (await text('#say')) === 'The server is back',
    await text('#say'),
  );
  const on = await page.evaluate(
    "[...document.querySelectorAll('.choose :is(select, input), #copy-link')].every((e) => !e.disabled) && document.querySelectorAll('a[aria-disabled]').length === 0",
  );
  bench.check(7, 'chooser and links are on again', on === true);
}

/** Point 7: an edition is chosen that is not in the tab, and the server stops. */
export async function stopServerElsewhere(bench: Bench): Promise<void> {
  const page = await bench.readyPage('/?edition=2021-07');
  await page.selectOption('#edition', '2022-02');
  await bench.waitFor(page, 'empty');
  await bench.stopServer();
  await bench.waitFor(page, 'offline-empty');
  const isSeen = (selector: string) => page.evaluate(`document.querySelector('${selector}').checkVisibility()`);
  bench.check(7, 'no file of another edition is offered', (await isSeen('#download')) === false);
  bench.check(7, 'nor are its pages shown', (await page.evaluate("document.querySelector('.leaf') === null")) === true);
  const told = await page.evaluate("document.querySelector('.stopped').innerText");
  bench.check(7, 'it says that this edition needs the server', String(told).includes('needs the server'), told);
  await bench.startServer();
  await bench.waitFor(page, 'empty');
  bench.check(7, 'the edition can be made when the server is back', (await isSeen('#make button')) === true);
}

/** Point 7: another edition is chosen while the page of the first is being painted. */
export async function chooseWhilePainting(bench: Bench): Promise<void> {
  for (const edition of ['2021-07', '2022-01', '2023-04']) await bench.makeBriefing(edition, 'en');
  for (let round = 0; round < 8; round += 1) {
    const page = await bench.page('/?edition=2021-07');
    await page.waitForSelector('#thumbs button');
    await page.evaluate(
      "(() => { window.states = []; new MutationObserver(() => states.push(document.documentElement.dataset.state)).observe(document.documentElement, { attributeFilter: ['data-state'] }) })()",
    );
    for (const edition of ['2022-01', '2023-04', '2021-07', '2022-01']) await page.selectOption('#edition', edition);
    await bench.until(page, "document.querySelector('#download').download.includes('2022-01')");
    await page.waitForTimeout(300);
    const states = String(await page.evaluate("states.join(', ')"));
    bench.check(7, 'a choice that overtakes another is no stopped server', !states.includes('offline'), states);
    await bench.closePages();
  }
}

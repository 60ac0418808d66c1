import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { checkWidth, runAxe } from './states.ts';

/** Point 8: the page is as sharp as the screen. */
export async function checkSharpness(bench: Bench): Promise<void> {
  for (const deviceScaleFactor of [1, 2, 3]) {
    const page = await bench.readyPage('/?edition=2021-07', { deviceScaleFactor });
    // The page is painted anew a moment after its size has changed, later on a busy machine.
    const measured = async () => {
      for (let tries = 0; ; tries += 1) {
        await page.waitForTimeout(700);
        const [drawn, needed] = (await page.evaluate(
          "(() => { const c = document.querySelector('#page'); return [c.width, c.clientWidth * devicePixelRatio]; })()",
        )) as [number, number];
        if (Math.abs(drawn - needed) <= 1 || tries === 10) return [drawn, needed] as const;
      }
    };
    const [drawn, needed] = await measured();
    bench.check(8, `sharp at ratio ${deviceScaleFactor}`, Math.abs(drawn - needed) <= 1, `${drawn} for ${needed} px`);
    await page.click('#zoom');
    const [large, neededLarge] = await measured();
    bench.check(
      8,
      `sharp at ratio ${deviceScaleFactor}, enlarged`,
      Math.abs(large - neededLarge) <= 1 && large > drawn,
      `${large} for ${neededLarge} px`,
    );
  }
  const page = await bench.readyPage('/?edition=2021-07');
  await page.evaluate(
    `(() => { window.swaps = 0; new MutationObserver((all) => { for (const { addedNodes } of all) for (const n of addedNodes) if (n.className === 'leaf') window.swaps += 1; }).observe(document.querySelector('#sheet'), { childList: true }); })()`,
  );
  await page.click('#next');
  await page.waitForTimeout(800);
  bench.check(
    8,
    'one swap for a turn',
    (await page.evaluate('window.swaps')) === 1,
    await page.evaluate('window.swaps'),
  );
  const over = await page.evaluate(
    `(() => { const box = document.querySelector('#page').getBoundingClientRect(); return [...document.querySelectorAll('.leaf .text span[role=presentation]')].filter((s) => { const r = s.getBoundingClientRect(); return r.width > 0 && (r.left < box.left - 2 || r.right > box.right + 2 || r.top < box.top - 2 || r.bottom > box.bottom + 2); }).length; })()`,
  );
  bench.check(8, 'the text lies over the page', over === 0, `${over} pieces outside`);
}

/** Point 9: user preferences, and no JavaScript. */
export async function checkPreferences(bench: Bench): Promise<void> {
  const calm = await bench.page('/?edition=2022-05', { reducedMotion: 'reduce' });
  await bench.waitFor(calm, 'empty');
  await calm.route('**/briefings', async (route) => {
    if (route.request().method() !== 'POST') await route.continue();
  });
  await calm.click('#make button');
  await bench.waitFor(calm, 'rendering');
  const moving = await calm.evaluate("document.getAnimations().filter((a) => a.playState === 'running').length");
  bench.check(9, 'reduced motion: nothing moves', moving === 0, moving);

  const forced = await bench.readyPage('/?edition=2021-07', { forcedColors: 'active' });
  await forced.evaluate(bench.axe);
  await runAxe(bench, forced, 9, 'forced colours');
  await forced.screenshot({ path: join(bench.scratch, 'forced-colours.png'), fullPage: true });

  const zoomed = await bench.readyPage('/?edition=2021-07&language=be', {
    viewport: { width: 720, height: 450 },
    deviceScaleFactor: 2,
  });
  await checkWidth(bench, zoomed, 9, '200 %');
  const large = await bench.readyPage('/?edition=2021-07&language=be');
  await large.evaluate(
    `(() => { const all = [...document.querySelectorAll('body, body *:not(.text *)')].map((e) => [e, parseFloat(getComputedStyle(e).fontSize), parseFloat(getComputedStyle(e).lineHeight)]); for (const [e, size, line] of all) { e.style.fontSize = size * 2 + 'px'; if (line) e.style.lineHeight = line * 2 + 'px'; } })()`,
  );
  await large.waitForTimeout(400);
  await checkWidth(bench, large, 9, 'text of 200 %');
  const cut = (await large.evaluate(
    `[...document.querySelectorAll('h1, h2, dt, dd strong, dd span, .main span, .main small, .hint, .second, .files a, .kicker')].filter((e) => e.checkVisibility() && !e.closest('.sr, [hidden]') && !e.classList.contains('sr') && getComputedStyle(e).overflow !== 'visible' && e.scrollHeight > e.clientHeight + 2).map((e) => e.textContent)`,
  )) as string[];
  bench.check(9, 'text of 200 %: nothing is cut', cut.length === 0, cut.join('; '));
  await large.screenshot({ path: join(bench.scratch, 'text-200.png'), fullPage: true });
  await withoutScripts(bench);
}

async function withoutScripts(bench: Bench): Promise<void> {
  const page = await bench.page('/', { javaScriptEnabled: false });
  await page.selectOption('#edition', '2022-06');
  await page.check('input[value=ru]');
  await page.click('.choose noscript button, .choose button');
  bench.check(
    9,
    'JavaScript off: Show leads to the choice',
    page.url().endsWith('/?edition=2022-06&language=ru'),
    page.url(),
  );
  await page.click('#make button');
  const text = async (selector: string) => (await page.textContent(selector)) ?? '';
  bench.check(
    9,
    'JavaScript off: an edition is made',
    (await text('#status')) === '200 OK' && page.url().includes('2022-06'),
    page.url(),
  );
  bench.check(
    9,
    'JavaScript off: facts',
    (await text('#period')) === 'Январь–май 2021 года' && (await text('#age-n')) !== '',
    await text('.cards'),
  );
  bench.check(
    9,
    'JavaScript off: the call by curl',
    (await text('#curl')).includes('{"edition":"2022-06","language":"ru"}'),
    await text('#curl'),
  );
  const rows = String(await page.evaluate("document.querySelector('#history').rows.length"));
  bench.check(
    9,
    'JavaScript off: the table of editions, with a link to older ones',
    (await text('#history tr')).startsWith('Ноябрь 2026') &&
      rows === '12' &&
      (await page.getAttribute('#older', 'hidden')) === null,
    `${rows} rows, ${await text('#history tr')}`,
  );
  await page.screenshot({ path: join(bench.scratch, 'without-scripts.png'), fullPage: true });
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#pdf-link')]);
  bench.check(9, 'JavaScript off: the PDF as a link', (await download.path()) !== '');
}

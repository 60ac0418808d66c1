import type { Bench } from './bench.ts';
import type { Page } from './browser.ts';

/** The tab order, as page.md §6 lists it, up to the second screen. */
const order = [
  'skip',
  'brand',
  '#desk',
  '#editions',
  '#api',
  '#authors',
  'to-current',
  'edition',
  'language',
  'download',
  'link',
  'copy-link',
  'pkg',
  'fig',
  'prev',
  'next',
  'zoom',
  'stage',
  'links',
  'thumbs',
  '#authors',
]; // prettier-ignore

const stop = `(() => {
  const e = document.activeElement;
  if (!e || e === document.body) return 'end';
  if (e.closest('#thumbs')) return 'thumbs';
  if (e.closest('.page-links')) return 'links';
  if (e.name === 'language') return 'language';
  return e.id || (e.hash && !e.classList.contains('skip') ? e.hash : e.className);
})()`;

/** Point 4: everything works with the keyboard alone. */
export async function useKeyboard(bench: Bench): Promise<void> {
  const page = await bench.readyPage('/?edition=2021-07', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const where = async () => (await page.textContent('#where')) ?? '';
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForTimeout(150);
  };
  await page.focus('#stage');
  await press('ArrowRight');
  bench.check(4, 'the arrow key turns the page', (await where()) === 'Page 2 of 8', await where());
  await press('End');
  bench.check(4, 'End goes to the last page', (await where()) === 'Page 8 of 8');
  await searchPages(bench, page);
  await followLinks(bench, page);
  await press('Home', 'PageDown');
  bench.check(4, 'Home and Page Down', (await where()) === 'Page 2 of 8');
  await press('Control+ArrowLeft', 'Alt+End');
  bench.check(4, 'keys with Ctrl or Alt are left to the browser', (await where()) === 'Page 2 of 8');
  const isLarge = async () => (await page.textContent('#zoom')) === 'Whole page';
  await press('+');
  const wide = Number(await page.evaluate("document.querySelector('#sheet').clientWidth"));
  bench.check(4, '+ enlarges to 1000 px at most', (await isLarge()) && wide > 750 && wide <= 1000, `${wide} px`);
  await readOnByPages(bench, page);
  await press('Escape');
  bench.check(4, 'Escape shows the whole page', !(await isLarge()) && (await page.textContent('#zoom')) === 'Enlarge');
  await press('Home', 'ArrowRight');
  await page.focus('#thumbs [tabindex="0"]');
  await press('ArrowDown');
  const onThumb = await page.evaluate("document.activeElement.getAttribute('aria-current')");
  bench.check(4, 'arrows move in the thumbnails', (await where()) === 'Page 3 of 8' && onThumb === 'page', onThumb);
  await page.focus('#copy-link');
  await press('Enter');
  const copied = await page.evaluate('navigator.clipboard.readText()');
  bench.check(4, 'Enter copies the link', copied === (await page.inputValue('#link')), copied);
  bench.check(4, 'and says so', (await page.textContent('#say')) === 'Copied', await page.textContent('#say'));
  await page.focus('input[value=en]');
  await press('ArrowRight');
  await bench.until(page, "document.querySelector('#where').textContent === 'Страница 3 из 8'");
  bench.check(4, 'an arrow chooses the language; the page stays', (await page.getAttribute('html', 'lang')) === 'ru');
  await page.focus('#edition');
  await press('ArrowUp');
  await bench.waitFor(page, 'empty');
  bench.check(
    4,
    'an arrow chooses the edition',
    page.url().includes('edition=') && !page.url().includes('2021-07'),
    page.url(),
  );
  await page.focus('#make button');
  await press('Enter');
  await bench.waitFor(page, 'ready');
  bench.check(
    4,
    'Enter makes the edition',
    (await page.textContent('#status')) === '201 Created',
    await page.textContent('#status'),
  );
  await page.focus('#history .on button');
  await press('Enter');
  await bench.until(page, "document.activeElement.matches('#history a')");
  bench.check(
    4,
    'Enter in the table makes a language and stays there',
    (await page.getAttribute('html', 'lang')) !== 'ru',
  );
  await tabThrough(bench);
  await olderEditions(bench);
}

/** Page Down on a page that is larger than its view: first the rest of it, then the next. */
async function readOnByPages(bench: Bench, page: Page): Promise<void> {
  const rest = () =>
    page.evaluate('(({ scrollHeight, clientHeight, scrollTop }) => scrollHeight - clientHeight - scrollTop)(stage)');
  const where = () => page.textContent('#where');
  const read: string[] = [];
  for (let count = 0; count < 8 && (await where()) === 'Page 2 of 8'; count += 1) {
    read.push(`${await rest()}`);
    await page.keyboard.press('PageDown');
    await page.waitForTimeout(200);
  }
  const turned = read.length > 1 && Number(read.at(-1)) <= 1 && (await where()) === 'Page 3 of 8';
  bench.check(
    4,
    'Page Down reads to the end of a page before it turns',
    turned,
    `${read.join(', ')}, ${await where()}`,
  );
  bench.check(4, 'the next page begins at its top', (await page.evaluate('stage.scrollTop')) === 0);
}

/** The first link leads to where the keys are heard, and Back leads to the choice before. */
export async function skipAndGoBack(bench: Bench): Promise<void> {
  const page = await bench.readyPage('/?edition=2021-07');
  await page.focus('.skip');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(300);
  const where = await page.textContent('#where');
  bench.check(4, 'after the link to the pages an arrow turns them', where === 'Page 2 of 8', where);
  await page.check('input[value=be]');
  await bench.until(page, "document.querySelector('#where').textContent === 'Старонка 2 з 8'");
  await page.selectOption('#edition', '2022-03');
  await bench.waitFor(page, 'empty');
  const choice = () =>
    page.evaluate(
      "[edition.value, document.querySelector('[name=language]:checked').value, document.documentElement.dataset.state].join(' ')",
    );
  await page.evaluate('history.back()');
  await bench.waitFor(page, 'ready');
  bench.check(4, 'Back leads to the edition before', (await choice()) === '2021-07 be ready', await choice());
  await page.evaluate('history.back()');
  await bench.until(page, "document.documentElement.lang === 'en'");
  await bench.waitFor(page, 'ready');
  bench.check(4, 'and to the language before', (await choice()) === '2021-07 en ready', await choice());
  await page.evaluate('history.forward()');
  await bench.until(page, "document.documentElement.lang === 'be'");
  bench.check(4, 'Forward leads on', String(await choice()).startsWith('2021-07 be'), await choice());
}

/** The search of the browser finds words on every page and turns to it. A text fragment starts the same search. */
/** The links of a page lead where those of the file do: to its notes, and to sources in another tab. */
async function followLinks(bench: Bench, page: Page): Promise<void> {
  await page.focus('#stage');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await bench.until(page, 'document.querySelector(\'.page-links a[title^="Go to note"]\') !== null');
  await page.focus('.page-links a[title^="Go to note"]');
  await page.keyboard.press('Enter');
  await bench.until(page, "/^Page [678] of 8$/.test(document.querySelector('#where').textContent)");
  const where = (await page.textContent('#where')) ?? '';
  bench.check(4, 'a link of a page turns to the page of its note', where !== 'Page 2 of 8', where);
  await bench.until(page, "document.activeElement === document.querySelector('#stage')");
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await bench.until(page, "document.querySelector('.page-links a[target=_blank]') !== null");
  const source = await page.getAttribute('.page-links a[target=_blank]', 'href');
  bench.check(4, 'a link to a source opens another tab', source?.startsWith('https://') === true, source);
  await page.focus('#stage');
}

async function searchPages(bench: Bench, page: Page): Promise<void> {
  await page.focus('#stage');
  await page.keyboard.press('Home');
  await page.waitForSelector('#other-pages p[hidden=until-found]:nth-child(6)', { state: 'attached' });
  const words = `document.querySelector('#other-pages p:nth-child(6)').textContent.split(' ').slice(30, 34).join(' ')`;
  await page.evaluate(
    `location.href = location.pathname + location.search + '#:~:text=' + encodeURIComponent(${words})`,
  );
  await page.waitForTimeout(1000);
  const where = (await page.textContent('#where')) ?? '';
  bench.check(4, 'a word that is searched for is found on a page that is not shown', where.startsWith('Page 6'), where);
  await page.focus('#stage');
}

/** The page shows twelve editions; the others come with the cursor of the API. */
async function olderEditions(bench: Bench): Promise<void> {
  for (let month = 1; month <= 12; month += 1) await bench.makeBriefing(`2024-${String(month).padStart(2, '0')}`, 'en');
  const page = await bench.readyPage('/?edition=2021-07');
  const rows = () => page.evaluate("document.querySelector('#history').rows.length");
  bench.check(4, 'the twelve newest editions are shown', (await rows()) === 12, await rows());
  await page.focus('#older');
  await page.keyboard.press('Enter');
  await bench.until(page, "document.querySelector('#history').rows.length > 12");
  const focused = await page.evaluate(
    "document.activeElement.closest('tr') === document.querySelector('#history').rows[12]",
  );
  bench.check(4, 'Enter on “Older editions” adds the others and goes to them', focused === true, focused);
}

/**
 * Presses Tab from the first stop to the last: in the specified order, and then out of the page. On a page of its own: the frame
 * of the web page, which is another process, may take the focus back when others want it.
 */
async function tabThrough(bench: Bench): Promise<void> {
  const page = await bench.readyPage('/?edition=2021-07');
  await page.focus('#stage');
  await page.keyboard.press('ArrowRight');
  await bench.until(page, 'document.querySelector(\'.page-links a[title^="Go to note"]\') !== null');
  await page.evaluate('document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0)');
  await page.click('.top .server');
  await page.evaluate(
    "(() => { const a = document.createElement('a'); a.id = 'before'; a.href = '#'; document.body.prepend(a); a.focus(); })()",
  );
  const stops: string[] = [];
  for (let count = 0; count < 200 && stops.at(-1) !== 'end' && stops.at(-1) !== 'before'; count += 1) {
    await page.keyboard.press('Tab');
    const reached = String(await page.evaluate(stop));
    // The links of a page and of the web page in its frame are many, and one stop each here.
    if (!['links', 'web'].includes(reached) || stops.at(-1) !== reached) stops.push(reached);
  }
  await page.evaluate("document.querySelector('#before').remove()");
  const first = stops.slice(0, order.length);
  bench.check(4, 'Tab follows the order of the specification', first.join(' ') === order.join(' '), first.join(' '));
  bench.check(
    4,
    'Tab leaves every region',
    stops.length < 80 && stops.length > order.length,
    stops.slice(order.length).join(' '),
  );
}

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Language, languages } from '../../functions/dataset/index.ts';
import { htmlOf } from '../content/html.ts';
import { type Peer, peerPackage, type Supplies } from './peer.ts';

interface Page {
  goto(url: string, options: object): Promise<unknown>;
  evaluate(script: string): Promise<unknown>;
  pdf(options: object): Promise<Uint8Array>;
}

interface Browser {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

interface Playwright {
  readonly chromium: { launch(options: object): Promise<Browser> };
}

/** Chromium kept running with an open tab. It prints HTML with tags and an outline. */
export async function open(supplies: Supplies): Promise<Peer> {
  const { launch, addresses } = await readyChromium(supplies);
  const browser = await launch();
  const page = await browser.newPage();
  return { render: (language) => print(page, addresses[language]), close: () => browser.close() };
}

/** What Chromium needs to launch, and the address of the page in each language. */
export async function readyChromium({ contents, fontFolder, scratch }: Supplies) {
  await mkdir(scratch, { recursive: true });
  const fonts = pathToFileURL(fontFolder).href;
  const entries = languages.map(async (language) => {
    const file = join(scratch, `${language}.html`);
    await writeFile(file, htmlOf(contents[language], fonts));
    return [language, pathToFileURL(file).href] as const;
  });
  const addresses = Object.fromEntries(await Promise.all(entries)) as Record<Language, string>;
  const { chromium } = await peerPackage<Playwright>('playwright-core');
  const options = { executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] };
  return { launch: () => chromium.launch(options), addresses };
}

/** Prints the page at an address to PDF. */
export async function print(page: Page, address: string): Promise<Uint8Array> {
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate('document.fonts.ready.then(() => true)');
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
}

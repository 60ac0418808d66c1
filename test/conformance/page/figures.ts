import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { needProgram, runWell } from '../programs.ts';
import { type Bench, languages } from './bench.ts';

interface Figures {
  readonly figures: readonly {
    readonly key: string;
    readonly status: string;
    readonly note: string;
    readonly value: number;
    readonly decimals: number;
  }[];
  readonly news?: {
    readonly added: readonly unknown[];
    readonly revised: readonly unknown[];
    readonly ageInDays: number;
    readonly ageInMonths: number;
  };
}

const newCell = { en: 'new\\s+figures?', ru: 'новы\\S+\\s+показател', be: 'новы\\S*\\s+паказчык' } as const;

/** Point 10: the figures on the page are those in figures.json and in the PDF. */
export async function compareFigures(bench: Bench, say: (line: string) => void): Promise<void> {
  await needProgram('pdftotext', 'poppler-utils', say);
  for (const language of languages) {
    for (const edition of ['2021-07', '2025-03', '2025-12', '2026-11']) {
      const name = `${edition}, ${language}`;
      await bench.makeBriefing(edition, language);
      const leaf = '.leaf .text';
      const address = `/?edition=${edition}&language=${language}`;
      // An edition that tells the latest first has its trade on the second page.
      const second = plain(await (await bench.readyPage(`${address}&page=2`)).textContent(leaf));
      const page = await bench.readyPage(address);
      const text = async (selector: string) => plain(await page.textContent(selector));
      const { figures, news } = (await (
        await fetch(`${bench.address}/page/data/${edition}/figures.json`)
      ).json()) as Figures;
      const pdf = await textOfPdf(bench, edition, language);
      const numbers = new Intl.NumberFormat(language === 'en' ? 'en' : 'ru', { minimumFractionDigits: 1 });
      const trade = ['turnover', 'exports', 'imports'].map((key) => {
        const value = figures.find((figure) => figure.key === key)?.value ?? Number.NaN;
        return numbers.format(value).replace(/\s/g, ' ');
      });
      const shown = `${await text(leaf)} ${second}`;
      bench.check(
        10,
        `figures of trade: ${name}`,
        trade.every((number) => shown.includes(number) && pdf.includes(number)),
        `${trade.join(', ')} in ${shown.slice(0, 300)}`,
      );
      const published = figures.filter(({ status }) => status === 'published');
      const counted = Number(/^\d+/.exec(await text('#new-n'))?.[0] ?? 0);
      const expected = news ? news.added.length : published.length;
      bench.check(10, `new figures: ${name}`, counted === expected, `${counted} for ${expected}`);
      const last = `P${published.length}`;
      const inPdf = news
        ? new RegExp(`\\b${expected}\\s${newCell[language]}`).test(pdf)
        : new RegExp(`\\b${last}\\b`).test(pdf) && !new RegExp(`\\bP${published.length + 1}\\b`).test(pdf);
      bench.check(10, `new figures in the PDF: ${name}`, inPdf, `${expected}, ${last}`);
      if (news) await compareAge(bench, name, await text('#age-n'), news);
      const files = await text('#fig-meta');
      bench.check(10, `count of figures: ${name}`, files.startsWith(`${figures.length} `), files);
    }
  }
}

/** A text with plain, single spaces. */
function plain(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ');
}

/** For the current edition the page counts the age to today, where the PDF counts to the end of the month. */
async function compareAge(
  bench: Bench,
  name: string,
  shown: string,
  news: NonNullable<Figures['news']>,
): Promise<void> {
  const [number = ''] = /\d+/.exec(shown) ?? [];
  const isUnder = shown.startsWith('<');
  const holds = isUnder ? news.ageInMonths === 0 : [news.ageInDays, news.ageInMonths].includes(Number(number));
  bench.check(
    10,
    `age of the newest figure: ${name}`,
    holds,
    `${shown} for ${news.ageInDays} days, ${news.ageInMonths} months`,
  );
}

async function textOfPdf(bench: Bench, edition: string, language: string): Promise<string> {
  const file = join(bench.scratch, `${edition}-${language}.pdf`);
  const answer = await fetch(`${bench.address}/page/file/${edition}/${language}/full.pdf`);
  await writeFile(file, new Uint8Array(await answer.arrayBuffer()));
  return (await runWell('pdftotext', ['-raw', file, '-'])).replace(/[\u00a0\u202f]/g, ' ');
}

import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../functions/dataset/index.ts';
import { today, withFile } from '../package-files.ts';
import { pageTexts } from '../read-pdf.ts';
import { renderUncached } from '../renders.ts';

/** The page of the proof when the trade of the founding article is published in another unit. */
async function proofPage(unit: string, multiplier: number): Promise<string> {
  const files = withFile('observations.csv', (text) =>
    text.replace(/^(trade_value,\w+,BY-HO,RU,2021-01\/2021-05),([\d.]+),USD,6,1,/gm, (_row, key, value) => {
      const decimals = 1 + multiplier - 6;
      return `${key},${(Number(value) * 10 ** (6 - multiplier)).toFixed(decimals)},${unit},${multiplier},${decimals},`;
    }),
  );
  const pages = await pageTexts((await renderUncached('2021-07', 'en', loadDataset(files, today))).bytes);
  return pages.find((page) => page.includes('Exports and imports make up turnover')) ?? '';
}

describe('the proof states money in millions of its currency', () => {
  it('when billions were published', async () => {
    const page = await proofPage('USD', 9);
    expect(page).toContain('675.6 + 1,792.2 = 2,467.8; published: 2,467.8.');
    expect(page).toContain('USD million, ');
  });

  it('when roubles were published', async () => {
    const page = await proofPage('BYN', 6);
    expect(page).toContain('675.6 + 1,792.2 = 2,467.8; published: 2,467.8.');
    expect(page).toContain('BYN m, ');
    expect(page).not.toContain('USD million, January');
  });
});

import { describe, expect, it } from 'vitest';
import { type Language, languages, loadDataset, type PackageFiles } from '../../functions/dataset/index.ts';
import { briefingOf } from '../briefings.ts';
import { linesOf } from '../documents.ts';
import { monthlyPackage } from '../monthly-package.ts';
import { today, withFile } from '../package-files.ts';

/** What an edition says of what brought the change of turnover, in sentences, titles and charts. */
function driverIn(files: PackageFiles, edition: string, language: Language) {
  const told = {
    en: /accounted for \d+% of the|contributed about equally|Waterfall/,
    ru: /приходится \d+ % (прироста|снижения)|внесли|Каскадная/,
    be: /прыпадае \d+ % (прыросту|зніжэння)|унеслі|Каскадная/,
  };
  return linesOf(briefingOf(edition, loadDataset(files, today)), language).filter((line) => told[language].test(line));
}

/** A package without the rows of its observations that a pattern finds. */
function without(files: PackageFiles, pattern: RegExp): PackageFiles {
  const rows = new TextDecoder().decode(files.get('observations.csv')).split('\n');
  const kept = rows.filter((row) => !pattern.test(row)).join('\n');
  return new Map([...files, ['observations.csv', new TextEncoder().encode(kept)]]);
}

describe('what brought the change of turnover', () => {
  const bulletins = monthlyPackage({ from: '2024-01', months: 20, products: 3, regions: 3 });

  it('is told of turnover and of both flows in the same months', () => {
    for (const language of languages) expect(driverIn(bulletins, '2025-10', language)).not.toEqual([]);
  });

  it('is not told where the newest bulletin has turnover alone, and no chart adds up other months', () => {
    const alone = without(bulletins, /^trade_(value|index),(export|import),BY-HO,RU,_T,2025-01\/2025-08/);
    for (const language of languages) expect(driverIn(alone, '2025-10', language)).toEqual([]);
  });

  it('of five months is not told of turnover in the whole year', () => {
    const year = 'trade_value,turnover,BY-HO,RU,2021,6100.0,USD,6,1,exact,A,belta-2022-03-25,text,\n';
    const files = withFile('observations.csv', (text) => text + year);
    for (const language of languages) expect(driverIn(files, '2022-03', language)).toEqual([]);
  });
});

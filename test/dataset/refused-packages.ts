import { describe, expect, it } from 'vitest';
import type { PackageFiles } from '../../functions/dataset/index.ts';
import { refusal, withFile } from '../package-files.ts';

/** The package with rows added to a table; `HO RU 2021` stands for what most observations share. */
export function withRows(name: string, ...rows: readonly string[]): PackageFiles {
  return withFile(name, (text) => `${text}${rows.join('\n')}\n`);
}

/** An observation of the oblast with Russia in USD million, unless said otherwise; published in 2024. */
export function row(indicator: string, period: string, value: string, rest: Partial<Rest> = {}): string {
  const money = { unit: 'USD', multiplier: 6 };
  const usual: Rest = {
    flow: 'turnover',
    area: 'RU',
    ...money,
    source: 'gp-2024-07-05',
    status: 'A',
    qualifier: 'exact',
  };
  const { flow, area, unit, multiplier, source, status, qualifier } = { ...usual, ...rest };
  const decimals = value.split('.')[1]?.length ?? 0;
  return `${indicator},${flow},BY-HO,${area},${period},${value},${unit},${multiplier},${decimals},${qualifier},${status},${source},text,`;
}

/** What an observation may have instead of what is usual. */
export interface Rest {
  readonly flow: string;
  readonly area: string;
  readonly unit: string;
  readonly multiplier: number;
  readonly source: string;
  readonly status: string;
  readonly qualifier: string;
}

/** The unit and multiplier of an index, of a share or rate, and of a count. */
export const index = { unit: 'IX', multiplier: 0 };
export const percent = { unit: 'PT', multiplier: 0 };
export const count = { flow: '_Z', unit: 'PN', multiplier: 0 };

/** The package with a text of one of its files replaced. */
export const sources = (found: string, replacement: string) =>
  withFile('sources.csv', (text) => text.replace(found, replacement));
export const areas = (found: string, replacement: string) =>
  withFile('areas.csv', (text) => text.replace(found, replacement));
export const statements = (found: string, replacement: string) =>
  withFile('statements.csv', (text) => text.replace(found, replacement));
export const version = (text: string) =>
  withFile('datapackage.json', (json) => json.replace(/"version": "[^"]+"/, `"version": "${text}"`));

/** How the package names a product. */
export const dairy = 'Dairy products,Молочная продукция,Малочная прадукцыя';

/** Twelve months of trade in 2022. */
export function months(value: number): readonly string[] {
  return Array.from({ length: 12 }, (_, at) =>
    row('trade_value', `2022-${String(at + 1).padStart(2, '0')}`, value.toFixed(1)),
  );
}

/** A row of an area in the place of Bryansk Oblast, with other names. */
export function twin(code: string): string {
  const names = 'Desna Oblast,Деснянская область,Дзяснянская вобласць,Desna,Деснянская,Дзяснянская';
  return `${code},region,${names},53.25209,34.37167,no,,geonames`;
}

/** A further row of the report of 1 November 2022, at the address that is given. */
export function sameReport(address: string, publisher = 'BelTA,БЕЛТА,БЕЛТА', published = '2022-11-01'): PackageFiles {
  const titles = 'report on exports,сообщение об экспорте,паведамленне аб экспарце';
  return withRows('sources.csv', `again,${publisher},${titles},${address},${published},stated`);
}

/** The address of a report that the package cites, without its scheme. */
export const report = 'soyuz.by/en/economics/gomel-oblast-enterprises-increase-export-to-russia-by-40';

/** What is wrong with a package, and what the refusal has to say. */
export type Case = readonly [what: string, files: PackageFiles, says: string];

/** An observation that ends on one side. */
export const more = { qualifier: 'more_than' };
export const nearly = { qualifier: 'nearly' };

/** Exports of 500 and imports of 350 in 2023, and turnover as it is given. */
export const flowsOf850 = (turnover: string, rest: Partial<Rest>) =>
  withRows(
    'observations.csv',
    row('trade_value', '2023', '500.0', { flow: 'export' }),
    row('trade_value', '2023', '350.0', { flow: 'import' }),
    row('trade_value', '2023', turnover, rest),
  );

/** Tests that each package is refused with the place and what was expected. */
export function areRefused(group: string, cases: readonly Case[]): void {
  describe(`of ${group} are refused, with the place and what was expected:`, () => {
    it.each(cases)('%s', (_what, files, says) => {
      expect(refusal(files).join('\n')).toContain(says);
    });
  });
}

import { describe, expect, it } from 'vitest';
import type { PackageFiles } from '../../functions/dataset/index.ts';
import { refusal, withFile } from '../package-files.ts';
import {
  count,
  dairy,
  flowsOf850,
  index,
  more,
  nearly,
  percent,
  report,
  row,
  sameReport,
  sources,
  statements,
  twin,
  withRows,
} from './refused-packages.ts';

describe('accepted is', () => {
  const accepted: readonly (readonly [what: string, files: PackageFiles])[] = [
    [
      'a revision: January to March published after January to May, and larger',
      withRows('observations.csv', row('trade_value', '2021-Q1', '2500.0')),
    ],
    ['turnover of more than what exports and imports make up at least', flowsOf850('850', more)],
    ['turnover of nearly what exports and imports make up at most', flowsOf850('850', nearly)],
    ['turnover of about less than exports and imports make up', flowsOf850('800', { qualifier: 'about' })],
    [
      'a change of more than is published, for which one year is only bounded',
      withRows(
        'observations.csv',
        row('trade_value', '2022', '100', more),
        row('trade_value', '2023', '150', nearly),
        row('trade_change', '2023', '40', { ...percent, ...more }),
      ),
    ],
    [
      'an amount in thousands beside millions',
      withFile('observations.csv', (text) => text.replace('675.6,USD,6,1', '675600.0,USD,3,1')),
    ],
    ['a page that its publisher renews', sameReport(`https://${report}`, undefined, '2022-12-01')],
    ['two pages that differ in what follows the question mark', sameReport('http://www.hoiniki.by/?p=100052')],
    ['two pages of a site whose pages are fragments', sameReport(`https://${report}#/page/2`)],
    [
      'a city that names the region of which it is the centre, before and after it',
      withRows('areas.csv', twin('RU-BRK').replace(',no,,', ',no,RU-BRY,')),
    ],
    ['a name in Latin letters among Russian words', sources('ТРК «Брянская Губерния»', 'Bryansk TV')],
    ['a Russian name in quotation marks among Belarusian words', statements('Нятканыя матэрыялы', 'Вырабы «Лидер»')],
    ['an address in Cyrillic', sources('https://www.geonames.org/', 'https://президент.рф/карта?а=б')],
    [
      'counts of the month that they are published in',
      withRows('observations.csv', row('companies', '2024-07', '400', count)),
    ],
    [
      'a figure of a month, published on its last day',
      withFile('sources.csv', (text) => text.replace('2024-07-05,stated', '2024-07-31,stated')),
    ],
    [
      'a change and an index of the same period by two publishers, who may count differently',
      withRows(
        'observations.csv',
        row('trade_index', '2023', '125.0', index),
        row('trade_change', '2023', '24', { ...percent, source: 'belta-2024-05' }),
      ),
    ],
    [
      'quarters that rounding alone makes more than their year, and others published after it',
      withRows(
        'observations.csv',
        ...[1, 2, 3, 4].map((quarter) => row('trade_value', `2022-Q${quarter}`, '25.0')),
        row('trade_value', '2022', '99.8'),
        row('trade_value', '2021-Q3', '3000.0', { source: 'gp-2024-07-05' }),
        row('trade_value', '2021-Q4', '3500.0', { source: 'gp-2024-07-05' }),
        row('trade_value', '2021', '6100.0', { source: 'belta-2022-03-25' }),
      ),
    ],
    [
      'investment of two quarters that is more than that of the year, because some was withdrawn',
      withRows(
        'observations.csv',
        row('investment', '2019-Q2', '60.0', { flow: '_Z' }),
        row('investment', '2019-Q3', '60.0', { flow: '_Z' }),
        row('investment', '2019', '100.0', { flow: '_Z' }),
      ),
    ],
    [
      'a later publication that names a good again, in other words too, and a sector that is called like an enterprise',
      withRows(
        'statements.csv',
        `export_good,dairy,,,${dairy},,,,,belta-2022-03-25,text`,
        'export_good,dairy,,,Milk and cheese,Молоко и сыр,Малако і сыр,,,,,belta-2022-11-01,text',
        'sector,gomselmash,,,Gomselmash,«Гомсельмаш»,«Гомсельмаш»,,,,,belta-2022-03-25,text',
      ),
    ],
    [
      'a person who held two offices',
      withRows(
        'statements.csv',
        'official,deputy,,,Yevgeny Lukyanov,Евгений Лукьянов,Яўген Лук’янаў,Deputy,Заместитель,Намеснік,,belta-2022-03-25,text',
      ),
    ],
    [
      'a later publication that names a partner again',
      withRows('statements.csv', 'partner_region,bry,RU-BRY,,,,,,,,,belta-2022-03-25,text'),
    ],
  ];

  it.each(accepted)('%s', (_what, files) => {
    expect(refusal(files)).toEqual([]);
  });
});

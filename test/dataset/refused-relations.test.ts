import { withFile, withProducts } from '../package-files.ts';
import { areas, areRefused, type Case, dairy, percent, row, statements, twin, withRows } from './refused-packages.ts';

const relations: readonly Case[] = [
  [
    'one publisher in two spellings, which would be two publishers',
    withFile('sources.csv', (text) => text.replace('belta-2022-03-25,BelTA,', 'belta-2022-03-25,Belta,')),
    'publisher_en: "Belta" – row 2 writes this publisher “BelTA”; write it alike in every row',
  ],
  [
    'one publisher with two names in Russian',
    withFile('sources.csv', (text) => text.replace('belta-2022-03-25,BelTA,БЕЛТА,', 'belta-2022-03-25,BelTA,БелТА,')),
    'publisher_ru: "БелТА" – row 2 writes this publisher “БЕЛТА”',
  ],
  [
    'the oblast trading with itself',
    withRows('observations.csv', row('trade_value', '2023', '5', { area: 'BY-HO' })),
    'row 72, counterpart_area: "BY-HO" – lies in one country with BY-HO',
  ],
  [
    'the oblast trading with its own country',
    withRows('observations.csv', row('trade_value', '2023', '5', { area: 'BY' })),
    'counterpart_area: "BY" – lies in one country with BY-HO',
  ],
  [
    'a regional share of all of Russia',
    withRows('observations.csv', row('region_share', '2023', '5', { ...percent, flow: 'export' })),
    'row 72, counterpart_area: "RU" – expected a region or a city',
  ],
  [
    'one region under two codes',
    withFile(
      'areas.csv',
      (text) =>
        `${text}${text
          .split('\n')
          .find((line) => line.startsWith('RU-BRY'))
          ?.replace('RU-BRY', 'RU-BRK')}\n`,
    ),
    'areas.csv, row 20, name_en: "Bryansk Oblast" – row 8 has the same name under another code; keep one of the two',
  ],
  [
    'one region under two codes with two names',
    withRows('areas.csv', twin('RU-BRK')),
    'areas.csv, row 20, latitude: "53.25209" – row 8 (RU-BRY) lies in the same place; keep one of the two codes',
  ],
  [
    'one region under two codes, and under the second one not so exactly where it is',
    withRows('areas.csv', twin('RU-BRK').replace('53.25209,34.37167', '53.26,34.36')),
    'areas.csv, row 20, latitude: "53.26" – row 8 (RU-BRY) lies in the same place',
  ],
  [
    'a city that does not say in which region it is the centre',
    areas('no,RU-MOS', 'no,'),
    'areas.csv, row 6, latitude: "55.75222" – row 5 (RU-MOS) lies in the same place',
  ],
  [
    'one area with the name of another in Russian alone',
    areas('Смоленская область', 'Брянская область'),
    'areas.csv, row 9, name_ru: "Брянская область" – row 8 has the same name under another code',
  ],
  [
    'two areas with one label, which is all that a chart shows',
    areas('Smolensk,Смоленская', 'Bryansk,Смоленская'),
    'areas.csv, row 9, label_en: "Bryansk" – row 8',
  ],
  [
    'one good under two items of one publication',
    withRows('statements.csv', `export_good,milk,,,${dairy},,,,,belta-2021-07-27,paragraph 8`),
    'statements.csv, row 32, text_en: "Dairy products" – row 3 has the same name under another code; keep one of the two',
  ],
  [
    'one good under another item of a later publication',
    withRows('statements.csv', `export_good,milk,,,${dairy},,,,,belta-2022-03-25,text`),
    'statements.csv, row 32, text_en: "Dairy products" – row 3',
  ],
  [
    'one good under another item, written with other marks and translated otherwise',
    withRows(
      'statements.csv',
      'export_good,screws,,,Screws and bolts,Винты и болты,«Крапежныя» вырабы,,,,,belta-2022-03-25,text',
    ),
    'statements.csv, row 32, text_be: "«Крапежныя» вырабы" – row 7',
  ],
  [
    'one enterprise under two items',
    withRows('statements.csv', 'enterprise,gsm,,,GOMSELMASH,ГСМ,ГСМ,,,,,belta-2022-03-25,text'),
    'statements.csv, row 32, text_en: "GOMSELMASH" – row 21',
  ],
  [
    'one sector under two items',
    withRows('statements.csv', 'sector,milk,,,Milk,Молочная промышленность,Малако,,,,,belta-2022-03-25,text'),
    'statements.csv, row 32, text_ru: "Молочная промышленность" – row 18',
  ],
  [
    'one product under two codes',
    new Map([
      ...withProducts(),
      [
        'products.csv',
        new TextEncoder().encode(
          'product,classification,name_en,name_ru,name_be\nHS7213,HS2022,Steel bars,Прутки,Пруткі\nHS7214,HS2022,Bars,Прутки,Сталь\n',
        ),
      ],
    ]),
    'products.csv, row 3, name_ru: "Прутки" – row 2',
  ],
  [
    'one partner under two items',
    withRows('statements.csv', 'partner_region,bryansk,RU-BRY,,,,,,,,,belta-2022-03-25,text'),
    'statements.csv, row 32, item: "bryansk" – row 9 has this item or area',
  ],
  [
    'one item for two partners',
    withRows('statements.csv', 'partner_region,bry,RU-SMO,,,,,,,,,belta-2022-03-25,text'),
    'statements.csv, row 32, item: "bry" – row 9',
  ],
  [
    'latitude and longitude exchanged',
    withFile('areas.csv', (text) => text.replace('55.75222,37.61556,no,RU-MOS', '37.61556,55.75222,no,RU-MOS')),
    'areas.csv, row 6, latitude: "37.61556" – this place is not in RU; look whether latitude and longitude',
  ],
  [
    'a region of Belarus in the west of Poland',
    areas('52.4345,30.9754', '52.4345,15.9754'),
    'areas.csv, row 3, longitude: "15.9754" – this place is not in BY',
  ],
  [
    'a far region that borders Belarus',
    areas('43.10562,131.87353,no', '43.10562,131.87353,yes'),
    'borders_belarus: "yes" – expected no: Pskov, Smolensk and Bryansk Oblasts border Belarus',
  ],
  [
    'a near region that does not',
    areas('53.25209,34.37167,yes', '53.25209,34.37167,no'),
    'areas.csv, row 8, borders_belarus: "no" – expected yes',
  ],
  [
    'a partner without an area',
    withRows('statements.csv', 'partner_region,pskov,,,Pskov,Псков,Пскоў,,,,,belta-2022-03-25,text'),
    'statements.csv, row 32, area: "" – name the area of the partner',
  ],
  [
    'a country as a partner region',
    withRows('statements.csv', 'partner_region,russia,RU,,,,,,,,,belta-2022-03-25,text'),
    'area: "RU" – expected a region or a city',
  ],
  [
    'the oblast as its own partner',
    withRows('statements.csv', 'partner_region,gomel,BY-HO,,,,,,,,,belta-2022-03-25,text'),
    'area: "BY-HO" – lies in one country',
  ],
  [
    'a position of nobody',
    statements(',,ambassador,The ambassador', ',,envoy,The ambassador'),
    'official: "envoy" – not in statements.csv',
  ],
  [
    'a city inside a region that is not listed',
    areas('no,RU-MOS,', 'no,RU-MSK,'),
    'areas.csv, row 6, enclosed_by: "RU-MSK" – not in areas.csv',
  ],
  ['a city inside itself', areas('no,RU-MOS,', 'no,RU-MOW,'), 'enclosed_by: "RU-MOW" – not in areas.csv'],
  [
    'observations with nothing but a heading',
    withFile('observations.csv', (text) => `${text.split('\n')[0]}\n`),
    'observations.csv: the table has no rows',
  ],
];

areRefused('areas, partners and officials', relations);

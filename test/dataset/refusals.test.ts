import { describe, expect, it } from 'vitest';
import { loadDataset, type PackageFiles } from '../../functions/dataset/index.ts';
import { problemsOf, refusal, today, withFile, withObservation, withProducts } from '../package-files.ts';

/** The package with rows added to a table; `HO RU 2021` stands for what most observations share. */
function withRows(name: string, ...rows: readonly string[]): PackageFiles {
  return withFile(name, (text) => `${text}${rows.join('\n')}\n`);
}

/** An observation of the oblast with Russia in USD million, unless said otherwise; published in 2024. */
function row(indicator: string, period: string, value: string, rest: Partial<Rest> = {}): string {
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

interface Rest {
  readonly flow: string;
  readonly area: string;
  readonly unit: string;
  readonly multiplier: number;
  readonly source: string;
  readonly status: string;
  readonly qualifier: string;
}

const index = { unit: 'IX', multiplier: 0 };
const percent = { unit: 'PT', multiplier: 0 };
const count = { flow: '_Z', unit: 'PN', multiplier: 0 };

const sources = (found: string, replacement: string) =>
  withFile('sources.csv', (text) => text.replace(found, replacement));
const areas = (found: string, replacement: string) => withFile('areas.csv', (text) => text.replace(found, replacement));
const statements = (found: string, replacement: string) =>
  withFile('statements.csv', (text) => text.replace(found, replacement));
const version = (text: string) =>
  withFile('datapackage.json', (json) => json.replace(/"version": "[^"]+"/, `"version": "${text}"`));

const dairy = 'Dairy products,Молочная продукция,Малочная прадукцыя';

/** Twelve months of trade in 2022. */
function months(value: number): readonly string[] {
  return Array.from({ length: 12 }, (_, at) =>
    row('trade_value', `2022-${String(at + 1).padStart(2, '0')}`, value.toFixed(1)),
  );
}

/** A row of an area in the place of Bryansk Oblast, with other names. */
function twin(code: string): string {
  const names = 'Desna Oblast,Деснянская область,Дзяснянская вобласць,Desna,Деснянская,Дзяснянская';
  return `${code},region,${names},53.25209,34.37167,no,,geonames`;
}

/** A further row of the report of 1 November 2022, at the address that is given. */
function sameReport(address: string, publisher = 'BelTA,БЕЛТА,БЕЛТА', published = '2022-11-01'): PackageFiles {
  const titles = 'report on exports,сообщение об экспорте,паведамленне аб экспарце';
  return withRows('sources.csv', `again,${publisher},${titles},${address},${published},stated`);
}

const report = 'soyuz.by/en/economics/gomel-oblast-enterprises-increase-export-to-russia-by-40';

type Case = readonly [what: string, files: PackageFiles, says: string];

const texts: readonly Case[] = [
  ['a Polish Ł', sources('GeoNames,GeoNames', 'Łódź,GeoNames'), 'row 3, publisher_en: "Łódź" – Ł (U+0141) is not'],
  ['an emoji', statements('Fasteners', 'Fasteners 🚜'), 'row 7, text_en: "Fasteners 🚜" – 🚜 (U+1F69C)'],
  ['a rouble sign', statements('Fasteners', 'Fasteners at 5 ₽'), 'text_en: "Fasteners at 5 ₽" – ₽ (U+20BD)'],
  ['Arabic', areas('Moscow,Москва,', 'موسكو,Москва,'), 'areas.csv, row 6, name_en'],
  [
    'a Ukrainian ї',
    sources('Гомельский облисполком', 'Гомельский облисполкомї'),
    'publisher_ru: "Гомельский облисполкомї" – ї (U+0457)',
  ],
  ['a stress mark', statements('Крепёжные', 'Крепёжны\u0301е'), '(U+0301)'],
  [
    'a full-width equals sign',
    statements('Fasteners', '＝1+1'),
    'text_en: "＝1+1" – a cell must not begin like a formula',
  ],
  ['NUL', statements('Fasteners', 'Fas\0teners'), 'invisible character U+0000, character 4 of the cell'],
  [
    'BEL in a note',
    withObservation('paragraph 8,The', 'paragraph 8,\x07The'),
    'note: "\\u0007The period is that of the paragraph before" – remove the invisible character U+0007',
  ],
  ['text that runs the other way', statements('Fasteners', 'Fas\u202eteners'), 'invisible character U+202E'],
  ['a title of 6,500 letters', sources('article on ties', 'article '.repeat(812)), 'title_en'],
  [
    'a statement of 3,000 letters',
    statements('Fasteners', 'bolts '.repeat(500).trim()),
    'row 7, text_en: "bolts bolts',
  ],
  [
    'a word of 3,000 letters',
    statements('Fasteners', 'b'.repeat(299)),
    'a word of 299 characters does not fit; expected at most',
  ],
  [
    'a formula behind a sign',
    withObservation('paragraph 7,\n', '+1+HYPERLINK(1),\n'),
    'locator: "+1+HYPERLINK(1)" – a cell must not begin like a formula',
  ],
  [
    'a formula behind a minus',
    withObservation('paragraph 7,\n', '-2+3,\n'),
    'locator: "-2+3" – a cell must not begin like a formula',
  ],
  [
    'Cyrillic among the English',
    sources('GeoNames,GeoNames', 'ГеоNames,GeoNames'),
    'publisher_en: "ГеоNames" – Г е о is not written in English',
  ],
  [
    'English where Belarusian belongs',
    statements('Крапежныя вырабы', 'Fastening products'),
    'row 7, text_be: "Fastening products" – expected a text in Belarusian',
  ],
  [
    'an area with an English name in Russian',
    areas('Брянская область', 'Bryansk Oblast'),
    'name_ru: "Bryansk Oblast" – expected a text in Russian',
  ],
  [
    'Russian where Belarusian belongs',
    statements('Молочная продукция,Малочная прадукцыя', 'Молочная продукция,Молочная продукция и сыр'),
    'text_be: "Молочная продукция и сыр" – и is not written in Belarusian',
  ],
  [
    'Russian and Belarusian swapped',
    statements('Крепёжные изделия,Крапежныя вырабы', 'Крапежныя вырабы з Беларусі,Крепёжные изделия'),
    'text_ru: "Крапежныя вырабы з Беларусі" – і is not written in Russian',
  ],
  [
    'a Latin i in a Belarusian word',
    statements('Сінтэтычныя', 'Сiнтэтычныя'),
    'text_be: "Сiнтэтычныя валокны" – i is not written in Belarusian',
  ],
];

const codes: readonly Case[] = [
  [
    'a number of 25 digits',
    withObservation('2467.8,USD', '2467800000000000000000000,USD'),
    'row 2, value: "2467800000000000000000000" – expected at most 15 digits',
  ],
  [
    'an amount beyond the world economy',
    withObservation('2467.8,USD', '2467800000.0,USD'),
    'row 2, value: "2467800000.0" – expected at most 10000000',
  ],
  ['a number with a zero before it', withObservation(',361,', ',0361,'), 'value: "0361" – expected a number'],
  ['minus zero', withObservation(',361,', ',-0,'), 'value: "-0" – expected a number'],
  ['a version of 1,900 digits', version(`2026.11.${'0'.repeat(1900)}`), 'version: "\\"2026.11.000'],
  [
    '30 February',
    sources('2022-03-25,inf', '2022-02-30,inf'),
    'row 6, published: "2022-02-30" – there is no such day: the month has 28',
  ],
  [
    '31 June, which is no fault of the observations',
    sources('2021-07-27,inf', '2021-06-31,inf'),
    'sources.csv, row 2, published: "2021-06-31" – there is no such day: the month has 30',
  ],
  [
    '29 February of a common year',
    sources('2022-03-25,inf', '2023-02-29,inf'),
    'published: "2023-02-29" – there is no such day',
  ],
  [
    'the year 0021',
    sources('2024-12-07,inf', '0021-12-07,inf'),
    'row 3, published: "0021-12-07" – expected a year from 1990 on',
  ],
  [
    'a period in the year 0020',
    withObservation('RU,2020,515.2', 'RU,0020,515.2'),
    'time_period: "0020" – expected a year from 1990 on',
  ],
  [
    'January to July, published on 27 July',
    withFile('observations.csv', (text) => text.replaceAll('2021-01/2021-05', '2021-01/2021-07')),
    'row 2, time_period: "2021-01/2021-07" – the period ends after belta-2021-07-27 was published',
  ],
  [
    'an address with a user',
    sources('https://www.geonames.org/', 'https://geonames.org@evil.example/'),
    'row 3, url: "https://geonames.org@evil.example/" – expected an address without a user name',
  ],
  [
    'an address that closes an attribute',
    sources('https://www.geonames.org/', '"https://www.geonames.org/""><b>"'),
    'angle brackets and control characters cannot stand in an address',
  ],
  [
    'an address without a host',
    sources('https://www.geonames.org/', 'https:///x'),
    'url: "https:///x" – expected an address that begins',
  ],
  [
    'an address whose port is none',
    sources('https://www.geonames.org/', 'https://geonames.org:99999/'),
    'url: "https://geonames.org:99999/" – expected an address',
  ],
  ...[
    'https://../',
    'https://localhost/',
    'https://geonames/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://a..by/',
  ].map(
    (url): Case => [
      `an address that no reader can reach, ${url}`,
      sources('https://www.geonames.org/', url),
      `row 3, url: "${url}" – expected a host that readers can reach, such as www.belstat.gov.by; copy the address`,
    ],
  ),
  [
    'a script as an address',
    sources('https://www.geonames.org/', 'javascript:alert(1)'),
    'row 3, url: "javascript:alert(1)"',
  ],
  [
    'an address of a megabyte',
    sources('https://www.geonames.org/', `https://geonames.org/${'a'.repeat(1e6)}`),
    'characters are too many',
  ],
  [
    'semicolons around texts in quotation marks',
    withFile('observations.csv', (text) => text.replaceAll(',', ';').replace('turnover', '"turn"over')),
    'observations.csv, row 1: "indicator;flow;ref_area',
  ],
  [
    'tabs around texts in quotation marks',
    withFile('observations.csv', (text) => text.replaceAll(',', '\t').replace('turnover', '"turn"over')),
    'separate the columns with commas',
  ],
];

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

const arithmetic: readonly Case[] = [
  [
    'an index against the values of both years',
    withRows(
      'observations.csv',
      row('trade_value', '2022', '100.0'),
      row('trade_value', '2023', '150.0'),
      row('trade_index', '2023', '125.0', index),
    ),
    'row 74, value: "125.0" – the values of both years (rows 73, 72) give 149.88 to 150.13',
  ],
  [
    'a change against the values of both years',
    withRows(
      'observations.csv',
      row('trade_value', '2022', '100.0'),
      row('trade_value', '2023', '150.0'),
      row('trade_change', '2023', '25', percent),
    ),
    'row 74, value: "25" – the values of both years (rows 73, 72) give 49.88 to 50.13',
  ],
  [
    'an index against the change of the same period',
    withRows(
      'observations.csv',
      row('trade_index', '2023', '125.0', index),
      row('trade_change', '2023', '24', percent),
    ),
    'row 73, value: "24" – the index of the same period (row 72) gives 24.95 to 25.05',
  ],
  [
    'an index of turnover outside those of its flows',
    withRows(
      'observations.csv',
      row('trade_index', '2023', '140', index),
      row('trade_index', '2023', '110', { ...index, flow: 'export' }),
      row('trade_index', '2023', '130', { ...index, flow: 'import' }),
    ),
    'row 72, value: "140" – exports and imports, between which turnover lies, (rows 73, 74) leave 109.5 to 130.5',
  ],
  [
    'a change of turnover outside those of its flows',
    withRows(
      'observations.csv',
      row('trade_change', '2023', '-40', percent),
      row('trade_change', '2023', '-10', { ...percent, flow: 'export' }),
      row('trade_change', '2023', '-30', { ...percent, flow: 'import' }),
    ),
    'row 72, value: "-40" – exports and imports, between which turnover lies, (rows 73, 74) leave -30.5 to -9.5',
  ],
  [
    'a share of turnover outside those of its flows',
    withRows(
      'observations.csv',
      row('trade_share', '2023', '80', percent),
      row('trade_share', '2023', '30', { ...percent, flow: 'export' }),
      row('trade_share', '2023', '70', { ...percent, flow: 'import' }),
    ),
    'row 72, value: "80"',
  ],
  [
    'exports above turnover',
    withRows(
      'observations.csv',
      row('trade_value', '2023', '100.0'),
      row('trade_value', '2023', '120.0', { flow: 'export' }),
    ),
    'row 73, value: "120.0" – a part cannot be larger than turnover, USD 100.0 million in 2023 (row 72)',
  ],
  [
    'exports above turnover that has another multiplier',
    withRows(
      'observations.csv',
      row('trade_value', '2023', '0.1', { multiplier: 9 }),
      row('trade_value', '2023', '200000', { flow: 'export', multiplier: 3 }),
    ),
    'larger than turnover, USD 0.1 billion in 2023',
  ],
  [
    'a region above Russia',
    withRows(
      'observations.csv',
      row('trade_value', '2023', '100.0'),
      row('trade_value', '2023', '120.0', { area: 'RU-BRY' }),
    ),
    'row 73, value: "120.0" – the named regions (1) add up to 119.95 to 120.05 in 2023, more than the total of USD 100.0 million (row 72)',
  ],
  [
    'the value of a region against its share',
    withRows(
      'observations.csv',
      row('trade_value', '2023', '100.0', { flow: 'export' }),
      row('trade_value', '2023', '20.0', { flow: 'export', area: 'RU-BRY' }),
      row('region_share', '2023', '7.7', { ...percent, flow: 'export', area: 'RU-BRY' }),
    ),
    'row 74, value: "7.7" – the values for the region and for Russia (rows 73, 72) give 19.94 to 20.06',
  ],
  [
    'a share of exports that would make them more than all trade',
    withObservation('31.4,PT', '0.0,PT'),
    'value: "0.0" – the value of the flow, and turnover with its own share or growth, (rows 4, 2, 8) leave 15.01 to 100; compare',
  ],
  [
    'growth of exports that would make them more than all trade a year earlier',
    withObservation('125.0,IX', '0.0,IX'),
    'row 5, value: "0.0" – the value of the flow, and turnover with its own share or growth, (rows 4, 2, 3) leave 59.58 to 100000; compare',
  ],
  [
    'two quarters that are more than their year',
    withRows(
      'observations.csv',
      row('trade_value', '2022-Q2', '60.0'),
      row('trade_value', '2022-Q3', '60.0'),
      row('trade_value', '2022', '100.0'),
    ),
    'row 74, value: "100.0" – shorter periods that lie apart within it (rows 72, 73) add up to 119.9 to 120.1, which is more; compare',
  ],
  [
    'a quarter and a half-year that are more than their year',
    withRows(
      'observations.csv',
      row('trade_value', '2022-Q1', '60.0'),
      row('trade_value', '2022-S2', '60.0'),
      row('trade_value', '2022', '100.0'),
    ),
    'row 74, value: "100.0" – shorter periods that lie apart within it (rows 72, 73)',
  ],
  [
    'twelve months that are more than their year, one of them in thousands',
    withRows(
      'observations.csv',
      row('trade_value', '2022', '100.0'),
      ...months(10).map((month, at) => (at === 6 ? month.replace('10.0,USD,6', '10000.0,USD,3') : month)),
    ),
    'row 72, value: "100.0" – shorter periods that lie apart within it (rows 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84) add up to 119.45 to 120.55, which is more',
  ],
  [
    'twelve months that are less than their year',
    withRows('observations.csv', row('trade_value', '2022', '130.0'), ...months(10)),
    'row 72, value: "130.0" – shorter periods that fill it (rows 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84) add up to 119.4 to 120.6, which is less',
  ],
  [
    'three quarters of exports to a region that are more than the year',
    withRows(
      'observations.csv',
      ...[1, 2, 4].map((quarter) => row('trade_value', `2022-Q${quarter}`, '40.0', { area: 'RU-SMO', flow: 'export' })),
      row('trade_value', '2022', '100.0', { area: 'RU-SMO', flow: 'export' }),
    ),
    'row 75, value: "100.0" – shorter periods that lie apart within it (rows 72, 73, 74)',
  ],
  [
    'investment of the four quarters that is not that of the year',
    withRows(
      'observations.csv',
      ...[1, 2, 3, 4].map((quarter) => row('investment', `2019-Q${quarter}`, '30.0', { flow: '_Z' })),
      row('investment', '2019', '100.0', { flow: '_Z' }),
    ),
    'row 76, value: "100.0" – shorter periods that lie apart within it (rows 72, 73, 74, 75)',
  ],
  [
    'a quarter above its year',
    withRows('observations.csv', row('trade_value', '2023-Q2', '120.0'), row('trade_value', '2023', '100.0')),
    'row 72, value: "120.0" – a part cannot be larger than the value of a longer period around it, USD 100.0 million in 2023 (row 73)',
  ],
  [
    'January to March above January to May',
    withRows('observations.csv', row('trade_value', '2021-Q1', '2500.0', { source: 'belta-2021-07-27' })),
    'row 72, value: "2500.0" – a part cannot be larger than the value of a longer period around it',
  ],
  [
    'residents of the zone above the companies of another month',
    withRows('observations.csv', row('companies_fez', '2021-09', '400', { ...count, source: 'belta-2022-03-25' })),
    'row 72, value: "400" – a part cannot be larger than all companies, 361 in 2021-07 (row 19)',
  ],
  [
    'a multiplier that is wrong by a thousand',
    withObservation('675.6,USD,6', '675.6,USD,3'),
    'exports and imports do not make up turnover',
  ],
];

const more = { qualifier: 'more_than' };
const nearly = { qualifier: 'nearly' };

/** Exports of 500 and imports of 350 in 2023, and turnover as it is given. */
const flowsOf850 = (turnover: string, rest: Partial<Rest>) =>
  withRows(
    'observations.csv',
    row('trade_value', '2023', '500.0', { flow: 'export' }),
    row('trade_value', '2023', '350.0', { flow: 'import' }),
    row('trade_value', '2023', turnover, rest),
  );

const qualified: readonly Case[] = [
  [
    'turnover of more than exports and imports make up',
    flowsOf850('900', more),
    'row 74, value: "900" – with its qualifier it contradicts other values: row 74 gives at least 900, rows 72, 73 give at most 850.1; compare these rows with the source',
  ],
  [
    'turnover of nearly less than exports and imports make up',
    flowsOf850('800', nearly),
    'row 74, value: "800" – with its qualifier it contradicts other values: rows 72, 73 give at least 849.9, row 74 gives at most 800',
  ],
  [
    'exports of more than turnover',
    withRows(
      'observations.csv',
      row('trade_value', '2023', '850'),
      row('trade_value', '2023', '900', { ...more, flow: 'export' }),
    ),
    'row 73, value: "900" – a part cannot be larger than turnover, USD 850 million in 2023 (row 72)',
  ],
  [
    'an index of more than the values of both years give',
    withRows(
      'observations.csv',
      row('trade_value', '2022', '100.0'),
      row('trade_value', '2023', '150.0'),
      row('trade_index', '2023', '160', { ...index, ...more }),
    ),
    'row 74, value: "160" – with its qualifier it contradicts other values: row 74 gives at least 160, rows 73, 72 give at most 150.13',
  ],
  [
    'a value of nearly less than its exact index gives',
    withRows(
      'observations.csv',
      row('trade_value', '2022', '100.0'),
      row('trade_value', '2023', '140', nearly),
      row('trade_index', '2023', '150.0', index),
    ),
    'row 73, value: "140" – with its qualifier it contradicts other values: row 74 gives at least 149.95, rows 73, 72 give at most 140.07',
  ],
  [
    'a fall of more than the values of both years give',
    withRows(
      'observations.csv',
      row('trade_value', '2022', '100.0'),
      row('trade_value', '2023', '90.0'),
      row('trade_change', '2023', '-20', { ...percent, ...more }),
    ),
    'row 74, value: "-20" – with its qualifier it contradicts other values: rows 73, 72 give at least -10.09, row 74 gives at most -20',
  ],
  [
    'a share of turnover of more than those of both flows',
    withRows(
      'observations.csv',
      row('trade_share', '2023', '80', { ...percent, ...more }),
      row('trade_share', '2023', '30', { ...percent, flow: 'export' }),
      row('trade_share', '2023', '70', { ...percent, flow: 'import' }),
    ),
    'row 72, value: "80" – with its qualifier it contradicts other values: row 72 gives at least 80, rows 73, 74 give at most 70.5',
  ],
  [
    'the share of a region that is more than its value gives',
    withRows(
      'observations.csv',
      row('trade_value', '2023', '100.0', { flow: 'export' }),
      row('trade_value', '2023', '20.0', { flow: 'export', area: 'RU-BRY' }),
      row('region_share', '2023', '25', { ...percent, ...more, flow: 'export', area: 'RU-BRY' }),
    ),
    'row 74, value: "25" – with its qualifier it contradicts',
  ],
  [
    'shares of regions of which one alone is more than the others leave',
    withRows(
      'observations.csv',
      row('region_share', '2023', '60', { ...percent, flow: 'export', area: 'RU-BRY' }),
      row('region_share', '2023', '50', { ...percent, ...more, flow: 'export', area: 'RU-SMO' }),
    ),
    'the 2 regional shares of 2023 add up to more than 100',
  ],
  [
    'regions of which one is more than their total leaves',
    withRows(
      'observations.csv',
      row('trade_value', '2023', '100.0', { flow: 'export' }),
      row('trade_value', '2023', '50.0', { flow: 'export', area: 'RU-BRY' }),
      row('trade_value', '2023', '60', { ...more, flow: 'export', area: 'RU-SMO' }),
    ),
    'row 74, value: "60" – with its qualifier it contradicts other values: rows 73, 74 give at least 109.95, row 72 gives at most 100.05',
  ],
  [
    'a quarter of more than its year',
    withRows('observations.csv', row('trade_value', '2023-Q2', '120', more), row('trade_value', '2023', '100.0')),
    'row 72, value: "120" – a part cannot be larger than the value of a longer period around it',
  ],
  [
    'two quarters that are more than a year of nearly so much',
    withRows(
      'observations.csv',
      row('trade_value', '2022-Q2', '60.0'),
      row('trade_value', '2022-Q3', '60.0'),
      row('trade_value', '2022', '110', nearly),
    ),
    'row 74, value: "110" – with its qualifier it contradicts other values: rows 72, 73 give at least 119.9, row 74 gives at most 110',
  ],
  [
    'a month of more than the values around it leave',
    withRows(
      'observations.csv',
      row('trade_value', '2023-01/2023-03', '100.0'),
      row('trade_value', '2023-01/2023-04', '140.0'),
      row('trade_value', '2023-04', '50', more),
    ),
    'row 74, value: "50" – with its qualifier it contradicts other values: row 74 gives at least 50, rows 73, 72 give at most 40.1',
  ],
  [
    'residents of the zone that are more than the companies of the month',
    withRows(
      'observations.csv',
      row('companies', '2024-06', '300', count),
      row('companies_fez', '2024-06', '400', { ...count, ...more }),
    ),
    'value: "400" – a part of 300 (companies, row 72) cannot be larger',
  ],
  [
    'more than 100 % of all exports',
    withRows('observations.csv', row('trade_share', '2023', '100', { ...percent, ...more })),
    'row 72, qualifier: "more_than" – nothing can be above 100, the limit of trade_share; correct the value or its qualifier',
  ],
  [
    'a fall by more than 100 %',
    withRows('observations.csv', row('trade_change', '2023', '-100', { ...percent, ...more })),
    'row 72, qualifier: "more_than" – nothing can be below -100',
  ],
  [
    'nearly 0 companies',
    withRows('observations.csv', row('companies', '2024-06', '0', { ...count, ...nearly })),
    'row 72, qualifier: "nearly" – nothing can be below 0',
  ],
];

const limits: readonly Case[] = [
  [
    'more regions of Russia than there are',
    withObservation('2024-05,70,PN', '2024-05,700,PN'),
    'value: "700" – regions_supplied is at most 89',
  ],
];

const addresses: readonly Case[] = [
  [
    'in two rows',
    sameReport(`https://${report}`),
    `sources.csv, row 27, url: "https://soyuz.by/en/economics/gomel-oblast-enterprises-increase-export-to-russi…" – row 8 (belta-2022-11-01) leads to the same page; keep one of the two rows and name it in all others`,
  ],
  ['of two publishers', sameReport(`https://${report}`, 'Soyuz,Союз,Саюз', '2022-11-02'), 'row 8 (belta-2022-11-01)'],
  ['under http', sameReport(`http://${report}`), 'row 8 (belta-2022-11-01)'],
  ['with a slash at the end', sameReport(`https://${report}/`), 'row 8 (belta-2022-11-01)'],
  ['with a fragment', sameReport(`https://${report}#trade`), 'row 8 (belta-2022-11-01)'],
  ['with a host in capitals', sameReport(`https://${report.replace('soyuz', 'SOYUZ')}`), 'row 8 (belta-2022-11-01)'],
  ['with a tracker', sameReport(`https://${report}?utm_source=channel`), 'row 8 (belta-2022-11-01)'],
  ['with www. and a port', sameReport(`http://www.${report.replace('/', ':80/')}`), 'row 8 (belta-2022-11-01)'],
];

describe.each([
  ['texts', texts],
  ['codes, numbers, days and addresses', codes],
  ['areas, partners and officials', relations],
  ['figures that contradict each other', arithmetic],
  ['one publication', addresses],
  ['counts', limits],
  ['values that their qualifiers make contradict others', qualified],
])('of %s are refused, with the place and what was expected:', (_group, cases) => {
  it.each(cases)('%s', (_what, files, says) => {
    expect(refusal(files).join('\n')).toContain(says);
  });
});

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

it('an address becomes ASCII: punycode and percent signs', () => {
  const files = sources('https://www.geonames.org/', 'https://президент.рф/карта?а=б');
  const { url } = loadDataset(files, today).sources[1] ?? { url: '' };
  expect(url).toBe('https://xn--d1abbgf6aiiy.xn--p1ai/%D0%BA%D0%B0%D1%80%D1%82%D0%B0?%D0%B0=%D0%B1');
});

it('49,000 rows that are too short are refused one by one', () => {
  const short = 'trade_value\n'.repeat(49_000);
  expect(problemsOf(withFile('observations.csv', (text) => text + short))).toHaveLength(49_000);
});

it.each(['observations.csv', 'statements.csv'])(
  'a table of more than 50,000 rows is refused before they are checked: %s',
  (file) => {
    const more = 'a row\n'.repeat(50_001);
    expect(refusal(withFile(file, (text) => text + more))).toEqual([
      `${file}, row 50002: expected at most 50000 rows; is this the right file, or was it pasted twice?`,
    ]);
  },
);

it('what is refused in one cell is told once', () => {
  expect(refusal(statements('Fasteners', 'Fas\0teners'))).toHaveLength(1);
  expect(refusal(withObservation('217.7,IX', '117.7,IX'))).toHaveLength(1);
});

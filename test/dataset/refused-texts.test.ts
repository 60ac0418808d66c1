import { expect, it } from 'vitest';
import { loadDataset } from '../../functions/dataset/index.ts';
import { problemsOf, refusal, today, withFile, withObservation } from '../package-files.ts';
import { areas, areRefused, type Case, report, sameReport, sources, statements, version } from './refused-packages.ts';

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

const limits: readonly Case[] = [
  [
    'more regions of Russia than there are',
    withObservation('2024-05,70,PN', '2024-05,700,PN'),
    'value: "700" – regions_supplied is at most 89',
  ],
];

areRefused('texts', texts);
areRefused('codes, numbers, days and addresses', codes);
areRefused('one publication', addresses);
areRefused('counts', limits);

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

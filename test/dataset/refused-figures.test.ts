import { withObservation } from '../package-files.ts';
import { areRefused, type Case, count, index, months, percent, row, withRows } from './refused-packages.ts';

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

areRefused('figures that contradict each other', arithmetic);

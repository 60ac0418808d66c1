import {
  areRefused,
  type Case,
  count,
  flowsOf850,
  index,
  more,
  nearly,
  percent,
  row,
  withRows,
} from './refused-packages.ts';

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

areRefused('values that their qualifiers make contradict others', qualified);

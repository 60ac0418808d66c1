import { mostFigures } from '../requests.ts';
import { record } from './record.ts';

const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;

function schema(name: string) {
  return { $ref: `#/components/schemas/${name}` } as const;
}

function listOf(name: string) {
  return { type: 'array', items: schema(name) } as const;
}

function figuresOf(name: string) {
  return { ...listOf(name), maxItems: mostFigures } as const;
}

/** A value of a figure. */
const statedValue = {
  period: { ...text, description: 'As the Data Package writes it.', examples: ['2026-01/2026-09'] },
  months: { ...text, description: 'The period in words.' },
  value: { type: 'number', description: 'With the decimals that are printed; money in millions.' },
  number: {
    ...text,
    description: 'As it is printed, with its sign, and whether it is about, more than or nearly that.',
  },
} as const;

/** What figure it is that changed. */
const namedFigure = {
  key: { ...text, description: 'Its name in `figures.json`.' },
  name: text,
  status: { type: 'string', enum: ['published', 'calculated'] },
  unit: { ...text, description: 'In words.' },
  dependents: {
    type: 'array',
    items: text,
    description: 'The keys of the calculated figures that follow from a published one and change with it.',
  },
} as const;

/** Where a sentence stands. */
const place = {
  ...text,
  description: 'The section, the figure in it if there is one, and what it is there.',
  examples: ['months/title'],
} as const;

/** What `GET /changes` answers, as JSON Schema 2020-12. */
export const changeSchemas = {
  StatedValue: record('A value of a figure, in numbers and in words.', statedValue),
  ChangedFigure: record('A figure that both editions state, not with the same value or not of the same period.', {
    ...namedFigure,
    before: schema('StatedValue'),
    after: schema('StatedValue'),
  }),
  AddedFigure: record('A figure that only `to` states.', {
    ...namedFigure,
    ...statedValue,
    previous: {
      anyOf: [schema('StatedValue'), { type: 'null' }],
      description: 'The newest value of the same line in `from`; null where the line is new.',
    },
  }),
  RemovedFigure: record('A figure that only `from` states.', { ...namedFigure, ...statedValue }),
  ChangedSentence: record('A sentence, a title or an item of a list that says something else.', {
    place,
    before: text,
    after: text,
  }),
  SaidSentence: record('A sentence, a title or an item of a list that only one edition has.', { place, text }),
  Changes: record('What two editions do not both have.', {
    from: schema('Edition'),
    to: schema('Edition'),
    language: schema('Language'),
    figures: record('Published figures first, and the newest period first.', {
      changed: figuresOf('ChangedFigure'),
      added: figuresOf('AddedFigure'),
      removed: figuresOf('RemovedFigure'),
      more: record('How many there are of each kind that are not listed.', {
        changed: count,
        added: count,
        removed: count,
      }),
    }),
    sentences: record('In the order of reading.', {
      changed: listOf('ChangedSentence'),
      added: listOf('SaidSentence'),
      removed: listOf('SaidSentence'),
    }),
  }),
} as const;

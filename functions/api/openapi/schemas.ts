import { languageFacts, languages } from '../../dataset/index.ts';
import { limits } from '../../shares/index.ts';
import { type Form, formats, forms, fullPdf, renditions } from '../../store/index.ts';
import { type ProblemKind, problemKinds, problemType } from '../problem.ts';
import { expiry, figureFormats, pageSize } from '../requests.ts';
import { labelPattern, sha256Pattern } from '../share-requests.ts';
import { changeSchemas } from './change-schemas.ts';
import { record } from './record.ts';

const month = '[0-9]{4}-(0[1-9]|1[0-2])';
const text = { type: 'string' } as const;
const instant = { type: 'string', format: 'date-time' } as const;
const dataDigest = {
  type: ['string', 'null'],
  pattern: '^[0-9a-f]{64}$',
  description: 'Of the published Data Package; null for the data that come with the code.',
} as const;
const count = { type: 'integer', minimum: 0 } as const;

/** A reference to a schema of the document. */
export function schema(name: keyof typeof schemas) {
  return { $ref: `#/components/schemas/${name}` } as const;
}

/** The fields that every share has. */
const share = {
  id: { $ref: '#/components/schemas/ShareId' },
  edition: { $ref: '#/components/schemas/SharedEdition' },
  language: { $ref: '#/components/schemas/Language' },
  label: { $ref: '#/components/schemas/ShareLabel' },
  endsAt: { ...instant, description: 'From here on it no longer opens.' },
} as const;

const languageNames = languages.map((language) => languageFacts[language].name);

/** The forms, with the formats of each. */
const formsText = `Made as ${forms.map((form) => `${form}: ${formatsOf(form)}`).join('; ')}.`;

function formatsOf(form: Form): string {
  return renditions.flatMap((rendition) => (rendition.form === form ? [rendition.format] : [])).join(', ');
}

/** What is known of a briefing, besides links to it. */
const briefingFacts = {
  edition: { $ref: '#/components/schemas/Edition' },
  language: { $ref: '#/components/schemas/Language' },
  form: { $ref: '#/components/schemas/Form' },
  format: { $ref: '#/components/schemas/Format' },
  title: text,
  created: instant,
  pages: { type: ['integer', 'null'], minimum: 1, description: 'Null where the format has none.' },
  bytes: { type: 'integer', minimum: 1 },
  sha256: { $ref: '#/components/schemas/Sha256' },
  data: { $ref: '#/components/schemas/Data' },
} as const;

/** What the API accepts and returns, as JSON Schema 2020-12. Limits and names are the constants that the code uses. */
export const schemas = {
  Edition: { type: 'string', pattern: `^${month}$`, description: 'The month at whose end the data were taken.' },
  EditionName: {
    type: 'string',
    pattern: `^(latest|${month})$`,
    default: 'latest',
    description: 'An edition; `latest` is that of the current month in Minsk.',
  },
  Language: {
    type: 'string',
    enum: languages,
    description: `${languageNames.slice(0, -1).join(', ')} or ${languageNames.at(-1)}.`,
  },
  Form: { type: 'string', enum: forms, default: fullPdf.form, description: formsText },
  Format: { type: 'string', enum: formats, default: fullPdf.format, description: 'Of the file.' },
  FigureId: {
    type: 'string',
    pattern: '^[a-z0-9-]+$',
    description:
      'The id of a figure in the document, such as `trade`; one that there is not is answered with those that there are.',
  },
  FigureFormat: { type: 'string', enum: figureFormats, description: 'Drawn, or as a table.' },
  ExpiresIn: {
    type: 'integer',
    minimum: expiry.min,
    maximum: expiry.max,
    default: expiry.default,
    description: 'How long the link should work, in seconds. It may end earlier, and `expiresAt` says so.',
  },
  Limit: { type: 'integer', minimum: pageSize.min, maximum: pageSize.max, default: pageSize.default },
  Cursor: {
    type: 'string',
    pattern: `^${month}\\.[a-z]{2}\\.[0-9a-f]{16}$`,
    description: 'Where a page ended: `next` of that page, unchanged.',
  },
  CreateRequest: {
    ...record(
      'Which briefing to make. No body asks for the latest edition in English.',
      {
        edition: { $ref: '#/components/schemas/EditionName' },
        language: { allOf: [{ $ref: '#/components/schemas/Language' }], default: 'en' },
        form: { $ref: '#/components/schemas/Form' },
        format: { $ref: '#/components/schemas/Format' },
        expiresIn: { $ref: '#/components/schemas/ExpiresIn' },
      },
      ['edition', 'language', 'form', 'format', 'expiresIn'],
    ),
    examples: [{ edition: '2021-07', language: 'ru', expiresIn: 900 }],
  },
  Sha256: { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'Of the file.' },
  BriefingFacts: record('A briefing that was made.', briefingFacts),
  Briefing: record('A briefing that was made, and a link to its file.', {
    ...briefingFacts,
    url: { type: 'string', format: 'uri', description: 'Anyone can follow it until `expiresAt`.' },
    expiresAt: { ...instant, description: 'From here on the link is refused.' },
    stale: {
      type: 'boolean',
      description: 'Whether the current data and renderer would make another briefing: ask for it with POST.',
    },
  }),
  Data: record(
    'What the briefing was made from.',
    {
      version: { ...text, description: 'Of the dataset.' },
      digest: dataDigest,
      newestPeriod: { ...text, description: 'The newest reference period.', examples: ['2021-01/2021-05', '2020'] },
      newestPublished: {
        ...text,
        description: 'The day or month of the newest publication.',
        examples: ['2021-07-27'],
      },
      newFigures: { ...count, description: 'How many figures were published in the month of the edition.' },
    },
    ['digest'],
  ),
  BriefingList: record('A page of the briefings that were made, the newest edition first.', {
    briefings: { type: 'array', items: { $ref: '#/components/schemas/Briefing' }, maxItems: pageSize.max },
    next: { anyOf: [{ $ref: '#/components/schemas/Cursor' }, { type: 'null' }] },
  }),
  ...changeSchemas,
  ShareRequest: {
    ...record(
      'What to share, and for how long.',
      {
        edition: { $ref: '#/components/schemas/SharedEdition' },
        language: { allOf: [{ $ref: '#/components/schemas/Language' }], default: 'en' },
        days: {
          type: 'integer',
          minimum: limits.days.min,
          maximum: limits.days.max,
          default: limits.days.default,
          description: 'How many days it stays open.',
        },
        label: { $ref: '#/components/schemas/ShareLabel' },
      },
      ['edition', 'language', 'days'],
    ),
    examples: [{ edition: 'latest', language: 'ru', days: 180, label: 'Chamber of commerce' }],
  },
  SharedEdition: {
    type: 'string',
    pattern: `^(latest|${month})$`,
    default: 'latest',
    description: 'An edition; `latest` follows the months: each time the newest one opens.',
  },
  ShareLabel: {
    type: 'string',
    minLength: limits.label.min,
    maxLength: limits.label.max,
    pattern: labelPattern,
    description: 'One line that says whom the share is for. Readers do not see it.',
  },
  ShareId: { type: 'string', pattern: sha256Pattern, description: 'Names a share, and does not open it.' },
  NewShare: record('A share that was made, with its address.', {
    ...share,
    url: { type: 'string', format: 'uri', description: 'Of the page. It is told here and never again.' },
  }),
  Share: record('A share.', {
    ...share,
    created: instant,
    state: { type: 'string', enum: ['open', 'ended', 'revoked'], description: 'Whether it opens.' },
  }),
  ShareList: record('All shares, the newest first.', {
    shares: { type: 'array', items: { $ref: '#/components/schemas/Share' } },
  }),
  Health: record('The versions of code and data.', {
    status: { const: 'ok' },
    version: { ...text, description: 'Of the code.' },
    press: { ...text, description: 'A digest of all that decides the look and the words of a briefing.' },
    data: record('The dataset.', {
      version: text,
      digest: dataDigest,
      state: {
        type: 'string',
        enum: ['current', 'refused', 'unavailable'],
        description:
          'Whether the version that was published last serves, or an older one because it cannot be used, or cannot be read for the moment.',
      },
      newestPublished: { type: ['string', 'null'] },
    }),
    time: instant,
  }),
  Problem: record(
    'What went wrong (RFC 9457).',
    {
      type: { type: 'string', enum: (Object.keys(problemKinds) as ProblemKind[]).map(problemType) },
      title: text,
      status: { type: 'integer', minimum: 400, maximum: 599 },
      detail: text,
      instance: { type: 'string', format: 'uri', description: 'Holds the id of the request, as `x-request-id` does.' },
      errors: {
        type: 'array',
        minItems: 1,
        items: record('One value that is not accepted.', {
          pointer: { ...text, description: 'A JSON pointer into the body, or a parameter.', examples: ['#/edition'] },
          detail: { ...text, description: 'What stands there and what is accepted.' },
        }),
      },
    },
    ['errors'],
  ),
  Refusal: {
    type: 'object',
    description: 'How the gateway before the API refuses a call.',
    properties: { message: text },
    required: ['message'],
  },
  OpenApi: { type: 'object', required: ['openapi', 'info', 'paths', 'components'] },
} as const;

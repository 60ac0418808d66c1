import { briefingResponse, figureResponse, problems, response } from './responses.ts';
import { schema } from './schemas.ts';

/** A parameter that may be left out, or empty: forms and viewers of this document send what was not filled in. */
const query = (name: string, of: Parameters<typeof schema>[0], description: string) =>
  ({ name, in: 'query', required: false, schema: { anyOf: [schema(of), { const: '' }] }, description }) as const;

const required = (name: string, of: Parameters<typeof schema>[0], description: string) =>
  ({ name, in: 'query', required: true, schema: schema(of), description }) as const;

const inPath = (name: string, of: Parameters<typeof schema>[0]) =>
  ({ name, in: 'path', required: true, schema: schema(of) }) as const;

/** The paths of the API and what each method does there. The API function finds its operations here. */
export const paths = {
  '/briefings': {
    get: {
      operationId: 'listBriefings',
      summary: 'List the briefings that were made, the newest edition first',
      parameters: [
        query('edition', 'Edition', 'Only this edition.'),
        query('language', 'Language', 'Only this language.'),
        query('form', 'Form', 'In this form.'),
        query('format', 'Format', 'In this format.'),
        query('limit', 'Limit', 'How many at most.'),
        query('cursor', 'Cursor', 'Go on after a page.'),
      ],
      responses: { 200: response('A page of the list.', 'BriefingList'), ...problems(404, 422, 503) },
    },
    post: {
      operationId: 'createBriefing',
      summary: 'Make a briefing unless it is there, and give a link to it',
      description: 'Asking again changes nothing and makes nothing twice.',
      requestBody: { required: false, content: { 'application/json': { schema: schema('CreateRequest') } } },
      responses: {
        200: response('It was there.', 'Briefing', 'Location'),
        201: response('It was made.', 'Briefing', 'Location'),
        ...problems(400, 404, 413, 422, 503),
      },
    },
  },
  '/briefings/{edition}/{language}': {
    get: {
      operationId: 'getBriefing',
      summary: 'Give a fresh link to a briefing that was made',
      description: 'Who accepts a file rather than JSON is sent on to it; a browser gets the web page itself.',
      parameters: [
        inPath('edition', 'EditionName'),
        inPath('language', 'Language'),
        query('form', 'Form', 'In this form.'),
        query('format', 'Format', 'In this format; else in the one that `Accept` prefers.'),
        query('expiresIn', 'ExpiresIn', 'How long the link should work.'),
      ],
      responses: {
        200: briefingResponse,
        303: response('The file is there.', null, 'Location'),
        ...problems(400, 404, 422, 503),
      },
    },
  },
  '/briefings/{edition}/{language}/figures/{id}.{format}': {
    get: {
      operationId: 'getFigure',
      summary: 'Give one figure, drawn or as its data',
      description:
        'For a slide or a report: with its title, period, source and licence. It is made from the current data.',
      parameters: [
        inPath('edition', 'EditionName'),
        inPath('language', 'Language'),
        inPath('id', 'FigureId'),
        inPath('format', 'FigureFormat'),
      ],
      responses: { 200: figureResponse, ...problems(400, 404, 422, 503) },
    },
  },
  '/changes': {
    get: {
      operationId: 'getChanges',
      summary: 'Tell what one edition says otherwise than another',
      description:
        'The figures and sentences that the two do not both have, from the current data. Nothing is printed.',
      parameters: [
        required('from', 'EditionName', 'The edition before.'),
        required('to', 'EditionName', 'The edition after.'),
        query('language', 'Language', 'In this language; English by default.'),
      ],
      responses: { 200: response('What is new, changed and gone.', 'Changes'), ...problems(404, 422, 503) },
    },
  },
  '/shares': {
    get: {
      operationId: 'listShares',
      summary: 'List the shares, the newest first',
      description: 'Their addresses are not told again.',
      responses: { 200: response('All shares.', 'ShareList'), ...problems(503) },
    },
    post: {
      operationId: 'createShare',
      summary: 'Let someone read an edition without credentials',
      description: 'The address is told in this answer alone. Whoever has it can read until the share ends.',
      requestBody: { required: true, content: { 'application/json': { schema: schema('ShareRequest') } } },
      responses: { 201: response('It is open.', 'NewShare'), ...problems(400, 404, 409, 413, 422, 503) },
    },
  },
  '/shares/{id}': {
    delete: {
      operationId: 'revokeShare',
      summary: 'Close a share for good',
      description: 'Its page then says that it is closed. Revoking again changes nothing.',
      parameters: [inPath('id', 'ShareId')],
      responses: { 200: response('It is closed.', 'Share'), ...problems(400, 404, 422, 503) },
    },
  },
  '/files/{sha256}': {
    get: {
      operationId: 'getFile',
      summary: 'Say which briefing a file is',
      description: 'Whether a file is ours, unchanged: the SHA-256 of a file that was changed is another.',
      parameters: [inPath('sha256', 'Sha256')],
      responses: { 200: response('The briefing.', 'BriefingFacts'), ...problems(400, 404, 422, 503) },
    },
  },
  '/health': {
    get: {
      operationId: 'getHealth',
      summary: 'Tell the versions of code and data',
      responses: { 200: response('It runs.', 'Health'), ...problems() },
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'getOpenApi',
      summary: 'Give this document',
      responses: { 200: response('This document.', 'OpenApi'), ...problems() },
    },
  },
} as const;

/** The name of an operation. */
export type OperationId = {
  [P in keyof typeof paths]: {
    [M in keyof (typeof paths)[P]]: (typeof paths)[P][M] extends { readonly operationId: infer Id } ? Id : never;
  }[keyof (typeof paths)[P]];
}[keyof typeof paths];

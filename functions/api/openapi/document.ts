import { type OperationId, paths } from './paths.ts';
import { headers, problemResponses, response } from './responses.ts';
import { schemas } from './schemas.ts';

interface Operation {
  readonly operationId: OperationId;
  readonly summary: string;
  readonly responses: Readonly<Record<string, object>>;
}

/** The OpenAPI 3.1 document of the API, for a version of the code. */
export function openApiDocument(version: string) {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Gomel Oblast – Russia: briefings',
      version,
      summary: 'Makes, keeps and hands out briefings on the economic ties between Gomel Oblast and Russia.',
      description:
        'Errors are `application/problem+json` (RFC 9457), except those of the gateway before the API. ' +
        'Who may call is settled when the API is deployed: callers with AWS credentials, bearers of a token, or anyone.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ signature: [] }, { token: [] }, {}],
    paths: Object.fromEntries(Object.entries(paths).map(([path, methods]) => [path, withQuestions(path, methods)])),
    components: {
      schemas,
      headers,
      responses: problemResponses,
      securitySchemes: {
        signature: {
          type: 'apiKey',
          name: 'authorization',
          in: 'header',
          description: 'AWS Signature Version 4 for the service execute-api.',
        },
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
    },
  };
}

/** Adds HEAD and OPTIONS to the methods of a path. */
function withQuestions(path: string, methods: { readonly get?: Operation; readonly delete?: Operation }) {
  const { get } = methods;
  const head = get && {
    ...get,
    operationId: `${get.operationId}Head`,
    summary: `${get.summary}: the headers alone`,
    responses: Object.fromEntries(Object.entries(get.responses).map(([status, answer]) => [status, bodiless(answer)])),
  };
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const options = {
    summary: 'Tell which methods are allowed here',
    // The methods are the same whatever the path parameters are.
    parameters: names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string', minLength: 1 } })),
    responses: { 204: response('The methods.', null, 'Allow') },
  };
  return { ...methods, ...(head ? { head } : {}), options };
}

function bodiless(answer: object): object {
  const { content: _, ...rest } = answer as { content?: object };
  return rest;
}

import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { editionOf, type FigureFormat, resolveEdition } from '../briefings/index.ts';
import type { Services } from '../services/index.ts';
import { Problem, shorten } from './problem.ts';
import { type ApiRequest, readFigureFormat, readLanguage } from './requests.ts';

type Result = Promise<APIGatewayProxyStructuredResultV2>;

const types: Readonly<Record<FigureFormat, string>> = {
  svg: 'image/svg+xml; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
};

/**
 * `GET /briefings/{edition}/{language}/figures/{id}.{format}`: one figure from the current data, as a drawing or as its
 * data. Nothing is stored.
 */
export async function getFigure({ path }: ApiRequest, services: Services): Result {
  const language = readLanguage(path.language);
  const format = readFigureFormat(path.format);
  const edition = resolveEdition(path.edition ?? '', services.dataset, services.now());
  const data = editionOf(services.dataset, edition);
  const renderer = await services.loadRenderer();
  const id = path.id ?? '';
  const bytes = renderer.renderFigure(data, language, id, format);
  if (!bytes) {
    const there = renderer.figureIds(data, language, format);
    const detail = `The edition ${edition} has no figure ${shorten(id)} as ${format}; there are ${there.join(', ')}.`;
    throw new Problem('figure-not-found', detail);
  }
  return {
    statusCode: 200,
    headers: {
      'content-type': types[format],
      'content-disposition': `inline; filename="gomel-russia-${edition}-${language}-${id}.${format}"`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; font-src data:",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
    body: new TextDecoder().decode(bytes),
  };
}

import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { editionOf, resolveEdition } from '../briefings/index.ts';
import { editionChanges, type FigureChanges } from '../changes/index.ts';
import type { Edition } from '../dataset/index.ts';
import type { Services } from '../services/index.ts';
import { type ApiRequest, mostFigures, readChangesQuery } from './requests.ts';
import { json } from './responses.ts';

/**
 * `GET /changes`: the figures and sentences that two editions of the current data do not both have. Both are composed,
 * nothing is printed or stored.
 */
export async function getChanges(
  { query }: ApiRequest,
  services: Services,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { language, ...asked } = readChangesQuery(query);
  const { dataset } = services;
  const from = resolveEdition(asked.from, dataset, services.now());
  const to = resolveEdition(asked.to, dataset, services.now());
  const renderer = await services.loadRenderer();
  const read = (edition: Edition) => renderer.read(editionOf(dataset, edition), language);
  const { figures, sentences } = editionChanges(read(from), read(to));
  return json(200, { from, to, language, figures: listed(figures), sentences });
}

/** The figures that a response lists, and how many more there are: after many years, too many for an answer of Lambda. */
function listed({ changed, added, removed }: FigureChanges) {
  const first = <F>(figures: readonly F[]) => figures.slice(0, mostFigures);
  const more = (figures: readonly unknown[]) => Math.max(0, figures.length - mostFigures);
  return {
    changed: first(changed),
    added: first(added),
    removed: first(removed),
    more: { changed: more(changed), added: more(added), removed: more(removed) },
  };
}

import { type RenderOutcome, renderBriefing, resolveEdition } from '../briefings/index.ts';
import type { Edition, Language } from '../dataset/index.ts';
import { type Services, servicesFromEnvironment } from '../services/index.ts';
import { renditions } from '../store/index.ts';
import { openMailTarget } from './mail-target.ts';
import { openNotificationTarget } from './notification-target.ts';
import { runMonthly } from './run.ts';
import { readTask } from './task.ts';
import { watchMonth } from './watch.ts';

const services = servicesFromEnvironment();

/** Lambda entry point of the schedules and of the backfill. Runs the task of its event and returns the results. */
export async function handler(event: unknown): Promise<object> {
  const task = readTask(event);
  // The month is announced to all readers, so it must not be made from older data. If the current data cannot be read,
  // the run fails and Lambda tries it again.
  const current = task.task === 'watch' ? await services.serving() : await services.required();
  switch (task.task) {
    case 'month':
      return { results: await runMonthly(current, openNotificationTarget(process.env), openMailTarget(process.env)) };
    case 'watch':
      return { missing: await watchMonth(current, process.env.SCHEDULE) };
    case 'briefing': {
      const edition = resolveEdition(task.edition, current.dataset, current.now());
      const results = await makeAll(edition, task.language, current);
      return { edition, language: task.language, outcome: results.some(({ made }) => made) ? 'made' : 'was there' };
    }
  }
}

/** Makes all renditions of an edition in a language; the first that fails ends it, and the rest is made when it is tried again. */
async function makeAll(edition: Edition, language: Language, current: Services): Promise<readonly RenderOutcome[]> {
  const outcomes: RenderOutcome[] = [];
  for (const rendition of renditions) outcomes.push(await renderBriefing(edition, language, rendition, current));
  return outcomes;
}

import { renderBriefing, resolveEdition } from '../briefings/index.ts';
import { servicesFromEnvironment } from '../services/index.ts';
import { openNotificationTarget } from './notification-target.ts';
import { runMonthly } from './run.ts';
import { readTask } from './task.ts';
import { watchMonth } from './watch.ts';

const services = servicesFromEnvironment();

/** Lambda entry of the schedules and of the backfill: does what its event asks for, and tells what came of it. */
export async function handler(event: unknown): Promise<object> {
  const task = readTask(event);
  // A month from older data would be told to everyone: what cannot be read makes the run fail, and it is tried again.
  const current = task.task === 'watch' ? await services.serving() : await services.required();
  switch (task.task) {
    case 'month':
      return { results: await runMonthly(current, openNotificationTarget(process.env, current.now)) };
    case 'watch':
      return { missing: await watchMonth(current, process.env.SCHEDULE) };
    case 'briefing': {
      const edition = resolveEdition(task.edition, current.dataset, current.now());
      const { made } = await renderBriefing(edition, task.language, current);
      return { edition, language: task.language, outcome: made ? 'made' : 'was there' };
    }
  }
}

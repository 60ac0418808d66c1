import { setTimeout as pause } from 'node:timers/promises';

/** Looks until something holds, for so many seconds; tells whether it does. */
export async function until(holds: () => Promise<boolean>, seconds: number): Promise<boolean> {
  const end = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > end) return false;
    await pause(500);
  }
  return true;
}

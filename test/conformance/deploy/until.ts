import { setTimeout as pause } from 'node:timers/promises';

/** Polls until a condition is true, for at most so many seconds. Gives whether it became true. */
export async function until(holds: () => Promise<boolean>, seconds: number): Promise<boolean> {
  const end = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > end) return false;
    await pause(500);
  }
  return true;
}

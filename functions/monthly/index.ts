import { wireServices } from '../api/wire.ts';
import { type MonthlyResult, runMonthly } from './run.ts';

const services = wireServices();

/** Lambda entry of the monthly schedule. */
export async function handler(): Promise<{ results: readonly MonthlyResult[] }> {
  return { results: await runMonthly(await services()) };
}

import { describe, expect, it } from 'vitest';
import { MonthlyError, runMonthly } from '../../functions/monthly/run.ts';
import { renditions } from '../../functions/store/index.ts';
import { storeFailingInRussian } from '../folders.ts';
import { servicesWith } from '../services.ts';

const linesOf = (results: readonly { edition: string; language: string; outcome: string }[]) =>
  results.map(({ edition, language, outcome }) => `${edition} ${language} ${outcome}`);

/** A line for each of the files in which a briefing is kept. */
const inEachRendition = (lines: readonly string[]) => lines.flatMap((line) => renditions.map(() => line));

describe('the monthly run', () => {
  it('makes the editions of this and last month in all languages, and makes none again the next time', async () => {
    const services = await servicesWith();
    expect(linesOf(await runMonthly(services, null))).toEqual(
      inEachRendition([
        '2026-11 en made',
        '2026-11 ru made',
        '2026-11 be made',
        '2026-10 en made',
        '2026-10 ru made',
        '2026-10 be made',
      ]),
    );
    expect(linesOf(await runMonthly(services, null)).every((line) => line.endsWith('was there'))).toBe(true);
  });

  it('continues when one briefing fails, then fails with the result of each', async () => {
    const run = runMonthly(await servicesWith({ store: await storeFailingInRussian() }), null);
    await expect(run).rejects.toThrow(MonthlyError);
    const { results } = (await run.catch((error: unknown) => error)) as MonthlyError;
    expect(linesOf(results)).toEqual(
      inEachRendition([
        '2026-11 en made',
        '2026-11 ru failed',
        '2026-11 be made',
        '2026-10 en made',
        '2026-10 ru failed',
        '2026-10 be made',
      ]),
    );
  });

  it('uses the month in Minsk', async () => {
    const services = await servicesWith({ now: () => new Date('2021-07-31T21:30:00Z') });
    expect(linesOf(await runMonthly(services, null)).slice(0, 1)).toEqual(['2021-08 en made']);
  });
});

import { describe, expect, it } from 'vitest';
import { renderBriefing } from '../../functions/briefings/index.ts';
import { readTask } from '../../functions/monthly/task.ts';
import { watchMonth } from '../../functions/monthly/watch.ts';
import { renditions } from '../../functions/store/index.ts';
import { editionNamed } from '../briefings.ts';
import { servicesWith } from '../services.ts';

describe('an event', () => {
  it.each([
    [{}, { task: 'month' }],
    [undefined, { task: 'month' }],
    [{ task: 'watch' }, { task: 'watch' }],
    [
      { task: 'briefing', edition: '2021-07', language: 'ru' },
      { task: 'briefing', edition: '2021-07', language: 'ru' },
    ],
  ])('%o asks for %o', (event, task) => {
    expect(readTask(event)).toEqual(task);
  });

  it.each([
    [{ task: 'year' }, 'task "year": expected month, watch or briefing'],
    [{ task: 'briefing', edition: '2021-07', language: 'de' }, 'language "de": expected one of en, ru, be'],
    [{ task: 'briefing', language: 'en' }, 'edition undefined: expected YYYY-MM or latest'],
  ])('%o is refused', (event, message) => {
    expect(() => readTask(event)).toThrow(message);
  });
});

/** The names of all files of an edition in some languages, as the watch reports them. */
function filesOf(edition: string, ...languages: readonly string[]): readonly string[] {
  return languages.flatMap((language) =>
    renditions.map(({ form, format }) => `${edition} ${language} ${form} ${format}`),
  );
}

it('the watch reports the number of missing briefings, also when it is 0', async () => {
  const measured: object[] = [];
  const services = await servicesWith({ measure: (values) => void measured.push(values) });
  for (const [edition, language] of [
    ['2026-11', 'en'],
    ['2026-10', 'be'],
  ] as const) {
    for (const rendition of renditions) await renderBriefing(editionNamed(edition), language, rendition, services);
  }
  const missing = [...filesOf('2026-10', 'en', 'ru'), ...filesOf('2026-11', 'ru', 'be')];
  expect(await watchMonth(services)).toEqual(missing);
  expect(measured.at(-1)).toEqual({ Missing: missing.length });
  expect(services.logger.lines.at(-1)).toContain('error briefings missing');
  for (const edition of ['2026-10', '2026-11'] as const) {
    for (const language of ['en', 'ru', 'be'] as const) {
      for (const rendition of renditions) await renderBriefing(editionNamed(edition), language, rendition, services);
    }
  }
  expect(await watchMonth(services)).toEqual([]);
  expect(measured.at(-1)).toEqual({ Missing: 0 });
});

describe('the watch of a schedule for the fifth', () => {
  const lookAt = async (minsk: string, schedule = '0 8 5 * ? *') =>
    watchMonth(await servicesWith({ now: () => new Date(`${minsk}+03:00`) }), schedule);
  const namesOf = (...editions: readonly string[]) => editions.flatMap((edition) => filesOf(edition, 'en', 'ru', 'be'));

  it.each(['2026-12-01T12:00', '2026-12-04T12:00', '2026-12-05T08:59'])(
    'expects at %s what was due in November, and nothing that is due later',
    async (minsk) => {
      expect(await lookAt(minsk)).toEqual(namesOf('2026-10', '2026-11'));
    },
  );

  it('reports the month as missing from an hour after it was due', async () => {
    expect(await lookAt('2026-12-05T09:00')).toEqual(namesOf('2026-11', '2026-12'));
  });

  it('reports nothing before the first edition was due', async () => {
    expect(await lookAt('2021-07-30T12:00', '0 8 1 6 ? *')).toEqual([]);
  });

  it('reports the month at once if the schedule is never due, because then nobody makes it', async () => {
    expect(await lookAt('2026-12-01T12:00', '0 8 31 2 ? *')).toEqual(namesOf('2026-11', '2026-12'));
  });
});

it('each briefing is measured: made, found or failed', async () => {
  const measured: Readonly<Record<string, number>>[] = [];
  const services = await servicesWith({ measure: (values) => void measured.push(values as Record<string, number>) });
  const edition = editionNamed('2021-07');
  await renderBriefing(edition, 'en', renditions[0], services);
  await renderBriefing(edition, 'en', renditions[0], services);
  const loadRenderer = () => Promise.reject(new Error('no renderer'));
  await expect(renderBriefing(edition, 'ru', renditions[0], { ...services, loadRenderer })).rejects.toThrow(
    'no renderer',
  );
  const [made, ...rest] = measured;
  expect(made).toMatchObject({ Rendered: 1, Pages: 8 });
  for (const phase of ['OpenTime', 'FiguresTime', 'DocumentTime', 'PdfTime', 'StoreTime']) {
    expect(made?.[phase]).toBeGreaterThan(0);
  }
  expect(made?.PdfSize).toBeGreaterThan(50_000);
  expect(rest).toEqual([{ Reused: 1 }, { Failed: 1 }]);
});

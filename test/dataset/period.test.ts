import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionAt, editionsBetween, lastDay, parseEdition, previousEdition } from '../../functions/dataset/edition.ts';
import { parsePeriod, samePeriod, yearEarlier } from '../../functions/dataset/index.ts';

describe('a period', () => {
  it.each([
    ['2020', 2020, 1, 12],
    ['2021-Q3', 2021, 7, 3],
    ['2025-S1', 2025, 1, 6],
    ['2021-07', 2021, 7, 1],
    ['2021-01/2021-05', 2021, 1, 5],
    ['2020-12/2021-05', 2020, 12, 6],
  ])('%s starts in month %s-%s and lasts %s months', (code, year, month, months) => {
    expect(parsePeriod(code)).toEqual({ code, year, month, months });
  });

  it.each(['', '21', '2021-13', '2021-Q5', '2021/', '/2021', '2021-05/2021-01', '2021/2021/2021', '2021-1'])(
    '%j is none',
    (code) => expect(parsePeriod(code)).toBeNull(),
  );

  it('2021-Q1 and 2021-01/2021-03 are the same months', () => {
    const [quarter, months] = [parsePeriod('2021-Q1'), parsePeriod('2021-01/2021-03')];
    expect(quarter && months && samePeriod(quarter, months)).toBe(true);
  });

  it('the year earlier of any period is as long, ends a year before and reads as written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1991, max: 2099 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        (year, a, b) => {
          const [from, to] = [a, b].toSorted((x, y) => x - y).map((month) => String(month).padStart(2, '0'));
          const period = parsePeriod(`${year}-${from}/${year}-${to}`);
          const base = period && yearEarlier(period);
          expect(base).toEqual(base && parsePeriod(base.code));
          expect(base).toMatchObject({ year: year - 1, months: period?.months });
        },
      ),
    );
  });
});

describe('an edition', () => {
  it('changes at midnight in Minsk, three hours before it does in Greenwich', () => {
    expect(editionAt(new Date('2026-10-31T20:59:59Z'))).toBe('2026-10');
    expect(editionAt(new Date('2026-10-31T21:00:00Z'))).toBe('2026-11');
  });

  it('is the month that the time zone data have for Minsk', () => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Minsk', year: 'numeric', month: '2-digit' });
    const instant = fc.date({ min: new Date('2021-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(fc.property(instant, (date) => editionAt(date) === format.format(date)));
    for (let month = 0; month < 240; month += 1) {
      const midnight = Date.UTC(2021, month, 1, -3);
      for (const date of [new Date(midnight - 1), new Date(midnight)])
        expect(editionAt(date)).toBe(format.format(date));
    }
  });

  it.each([
    ['2021-07-27', '2021-07-27'],
    ['2024-02', '2024-02-29'],
    ['2025', '2025-12-31'],
  ])('what was published on %s is known on %s', (date, day) => expect(lastDay(date)).toBe(day));

  it.each(['2021-7', '2021-00', '2021-13', 'latest', '2021-07-27'])('%j names none', (text) => {
    expect(parseEdition(text)).toBeNull();
  });

  it('follows the one before, across the turn of the year too', () => {
    const [january, march] = [parseEdition('2024-01'), parseEdition('2024-03')];
    if (!january || !march) throw new Error('both are editions');
    expect(previousEdition(january)).toBe('2023-12');
    expect(editionsBetween(previousEdition(january), march)).toEqual(['2023-12', '2024-01', '2024-02', '2024-03']);
  });
});

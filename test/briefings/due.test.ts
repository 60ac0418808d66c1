import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDue, nextDue } from '../../functions/briefings/index.ts';

/** The last time that a schedule was due, in the time of Minsk. */
function dueAt(schedule: string, minsk: string): string | null {
  const due = lastDue(schedule, new Date(`${minsk}+03:00`));
  return due && new Date(due.getTime() + 3 * 3_600_000).toISOString().slice(0, 16);
}

describe('a schedule was last due', () => {
  it.each([
    ['0 8 1 * ? *', '2026-11-23T12:00', '2026-11-01T08:00'],
    ['0 8 1 * ? *', '2026-12-01T08:00', '2026-12-01T08:00'],
    ['0 8 1 * ? *', '2026-12-01T07:59', '2026-11-01T08:00'],
    ['0 1 1 * ? *', '2026-12-01T01:30', '2026-12-01T01:00'],
    ['30 9 5 * ? *', '2026-12-05T09:29', '2026-11-05T09:30'],
    ['* * * * ? *', '2026-11-23T12:34', '2026-11-23T12:34'],
    ['0,30 8-17/2 L * ? 2026-2030', '2026-12-01T00:00', '2026-11-30T16:30'],
    ['5/20 8 1 * ? *', '2026-11-02T00:00', '2026-11-01T08:45'],
    ['0 8 1 jan,JUL ? *', '2026-11-23T12:00', '2026-07-01T08:00'],
    ['0 8 1 */3 ? *', '2026-11-23T12:00', '2026-10-01T08:00'],
    ['0 8 29 2 ? *', '2026-11-23T12:00', '2024-02-29T08:00'],
    // 1 November 2026 is a Sunday and 1 August a Saturday. 31 January and 31 May are on a weekend.
    ['0 8 1W * ? *', '2026-11-23T12:00', '2026-11-02T08:00'],
    ['0 8 1W AUG ? *', '2026-11-23T12:00', '2026-08-03T08:00'],
    ['0 8 15W NOV ? *', '2026-11-23T12:00', '2026-11-16T08:00'],
    ['0 8 LW JAN ? *', '2026-11-23T12:00', '2026-01-30T08:00'],
    ['0 8 LW MAY ? *', '2026-11-23T12:00', '2026-05-29T08:00'],
    ['0 8 ? * MON#1 *', '2026-11-23T12:00', '2026-11-02T08:00'],
    ['0 8 ? * 2#4 *', '2026-11-23T12:00', '2026-11-23T08:00'],
    ['0 8 ? * 6L *', '2026-11-23T12:00', '2026-10-30T08:00'],
    ['0 8 ? * FriL *', '2026-11-27T12:00', '2026-11-27T08:00'],
    ['0 8 ? * Mon-Fri *', '2026-11-22T12:00', '2026-11-20T08:00'],
    ['0 8 ? * L *', '2026-11-23T12:00', '2026-11-21T08:00'],
  ])('%s: at %s it was at %s', (schedule, minsk, due) => {
    expect(dueAt(schedule, minsk)).toBe(due);
  });

  it.each(['0 8 31 2 ? *', '0 8 1 * ? 2030', '0 8 32W * ? *', 'nonsense', '0/0 8 1-0 * ? *'])(
    '%s: never',
    (schedule) => {
      expect(dueAt(schedule, '2026-11-23T12:00')).toBeNull();
    },
  );

  it('at a matching minute up to the instant, with none in between', () => {
    const drawn = fc.record({
      minute: fc.integer({ min: 0, max: 59 }),
      hour: fc.integer({ min: 0, max: 23 }),
      day: fc.integer({ min: 1, max: 28 }),
      instant: fc.date({ min: new Date('2021-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
    });
    fc.assert(
      fc.property(drawn, ({ minute, hour, day, instant }) => {
        const due = lastDue(`${minute} ${hour} ${day} * ? *`, instant);
        const shown = new Date((due?.getTime() ?? 0) + 3 * 3_600_000);
        expect([shown.getUTCMinutes(), shown.getUTCHours(), shown.getUTCDate()]).toEqual([minute, hour, day]);
        const after = instant.getTime() - (due?.getTime() ?? 0);
        expect(after).toBeGreaterThanOrEqual(0);
        const month = new Date(Date.UTC(shown.getUTCFullYear(), shown.getUTCMonth() + 1, 0)).getUTCDate();
        expect(after).toBeLessThan(month * 86_400_000);
        const next = nextDue(`${minute} ${hour} ${day} * ? *`, new Date((due?.getTime() ?? 0) + 1));
        const following = new Date((next?.getTime() ?? 0) + 3 * 3_600_000);
        expect(following.getTime()).toBe(Date.UTC(shown.getUTCFullYear(), shown.getUTCMonth() + 1, day, hour, minute));
      }),
    );
  });
});

describe('a schedule is next due', () => {
  it.each([
    ['0 8 1 * ? *', '2026-11-23T12:00', '2026-12-01T08:00'],
    ['0 8 1 * ? *', '2026-12-01T08:00', '2026-12-01T08:00'],
    ['0 8 1 * ? *', '2026-12-01T08:01', '2027-01-01T08:00'],
    ['0 8 29 2 ? *', '2026-11-23T12:00', '2028-02-29T08:00'],
    ['0,30 8-17/2 L * ? *', '2026-11-30T08:10', '2026-11-30T08:30'],
  ])('%s: at %s it is at %s', (schedule, minsk, due) => {
    const next = nextDue(schedule, new Date(`${minsk}+03:00`));
    expect(next && new Date(next.getTime() + 3 * 3_600_000).toISOString().slice(0, 16)).toBe(due);
  });

  it('never, where its year is over', () => {
    expect(nextDue('0 8 1 * ? 2020', new Date('2026-11-23T12:00Z'))).toBe(null);
  });
});

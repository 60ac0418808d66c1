import { inMinsk } from '../dataset/index.ts';

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const day = 86_400_000;

/** When the stack makes the month unless it is set otherwise: on the first day, at 08:00 in Minsk. */
export const usualSchedule = '0 8 1 * ? *';

/** The longest gap between two due dates, in days: a schedule for 29 February can skip a leap year. */
const longestWait = 8 * 366;

/**
 * The last minute at or before an instant at which a schedule was due; null when it never was. The schedule is a cron
 * expression of EventBridge Scheduler in the time of Minsk: minute, hour, day of month, month, day of week, year.
 */
export function lastDue(schedule: string, instant: Date): Date | null {
  return findDue(schedule, instant, -1);
}

/** The first minute at or after an instant at which a schedule is due; null when it never is again. */
export function nextDue(schedule: string, instant: Date): Date | null {
  return findDue(schedule, instant, 1);
}

/** The due minute that is nearest to an instant, or at it, on one side: -1 before, 1 after. */
function findDue(schedule: string, instant: Date, side: -1 | 1): Date | null {
  const [minute = '', hour = '', ...date] = schedule.toUpperCase().split(' ');
  const minutes = [...numbersOf(hour, 0, 23)].flatMap((at) =>
    [...numbersOf(minute, 0, 59)].map((past) => at * 60 + past),
  );
  const nearestFirst = minutes.toSorted((a, b) => side * (a - b)).map((one) => one * 60_000);
  const ahead = inMinsk(instant).getTime() - instant.getTime();
  const today = Math.floor(inMinsk(instant).getTime() / day) * day;
  for (let days = 0; days < longestWait; days += 1) {
    const midnight = today + side * days * day;
    if (!fallsOn(new Date(midnight), date)) continue;
    const due = nearestFirst
      .map((time) => midnight + time - ahead)
      .find((time) => side * time >= side * instant.getTime());
    if (due !== undefined) return new Date(due);
  }
  return null;
}

/** Whether a day matches the date fields of a schedule. */
function fallsOn(date: Date, [dayOfMonth = '', month = '', dayOfWeek = '', year = '']: readonly string[]): boolean {
  return (
    numbersOf(month, 1, 12, months).has(date.getUTCMonth() + 1) &&
    numbersOf(year, 1970, 2199).has(date.getUTCFullYear()) &&
    dayOfMonth.split(',').some((piece) => isDayOfMonth(date, piece)) &&
    dayOfWeek.split(',').some((piece) => isDayOfWeek(date, piece))
  );
}

function isDayOfMonth(date: Date, piece: string): boolean {
  const last = lastDayOf(date);
  if (piece === '?') return true;
  if (piece === 'L') return date.getUTCDate() === last;
  if (!piece.endsWith('W')) return numbersOf(piece, 1, 31).has(date.getUTCDate());
  const wanted = piece === 'LW' ? last : Number.parseInt(piece, 10);
  return wanted <= last && date.getUTCDate() === nearestWorkday(date, wanted, last);
}

/** The weekday (Monday to Friday) of the same month that is nearest to a day of it. */
function nearestWorkday(date: Date, wanted: number, last: number): number {
  const weekday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), wanted)).getUTCDay();
  if (weekday === 6) return wanted === 1 ? 3 : wanted - 1;
  if (weekday === 0) return wanted === last ? wanted - 2 : wanted + 1;
  return wanted;
}

function isDayOfWeek(date: Date, piece: string): boolean {
  if (piece === '?') return true;
  const [name = '', occurrence] = piece === 'L' ? ['SAT'] : piece.split('#');
  const isLast = name.endsWith('L');
  if (!numbersOf(isLast ? name.slice(0, -1) : name, 1, 7, weekdays).has(date.getUTCDay() + 1)) return false;
  if (isLast) return date.getUTCDate() + 7 > lastDayOf(date);
  return occurrence === undefined || Math.ceil(date.getUTCDate() / 7) === Number(occurrence);
}

function lastDayOf(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

/** The numbers that a field matches. It can have single numbers and names, ranges, steps and `*`. */
function numbersOf(field: string, min: number, max: number, names: readonly string[] = []): ReadonlySet<number> {
  const numberOf = (text: string) => (names.includes(text) ? names.indexOf(text) + min : Number.parseInt(text, 10));
  const numbers = field.split(',').flatMap((piece) => {
    const [range = '', step] = piece.split('/');
    const [from = min, to = step === undefined ? from : max] =
      range === '*' ? [min, max] : range.split('-').map(numberOf);
    const by = Math.max(1, Number(step ?? 1));
    return Array.from({ length: Math.max(0, Math.floor((to - from) / by) + 1) || 0 }, (_, at) => from + at * by);
  });
  return new Set(numbers);
}

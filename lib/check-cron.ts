/** A field of a cron expression: its name, what numbers it takes, and which names and signs stand for some. */
interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly names?: readonly string[];
  /** Besides numbers, ranges, steps and `*`. */
  readonly also?: RegExp;
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const days = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const fields: readonly Field[] = [
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day of month', least: 1, most: 31, also: /^(\?|L|LW|([1-9]|[12]\d|3[01])W)$/ },
  { name: 'month', least: 1, most: 12, names: months },
  {
    name: 'day of week',
    least: 1,
    most: 7,
    names: days,
    also: /^(\?|L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(L|#[1-5]))$/,
  },
  { name: 'year', least: 1970, most: 2199 },
];

/** What is wrong with the six fields of a cron expression of EventBridge Scheduler; null when nothing is. */
export function checkCron(text: string): string | null {
  const parts = text.split(' ');
  if (parts.length !== fields.length) return `expected ${fields.map(({ name }) => name).join(', ')}`;
  for (const [at, field] of fields.entries()) {
    const part = parts[at] ?? '';
    if (part.split(',').every((piece) => isAccepted(piece, field))) continue;
    return `${field.name} "${part}": expected numbers from ${field.least} to ${field.most}`;
  }
  const [, , dayOfMonth, , dayOfWeek] = parts;
  const isOneOpen = (dayOfMonth === '?') !== (dayOfWeek === '?');
  return isOneOpen ? null : 'expected ? for one of day of month and day of week';
}

function isAccepted(piece: string, { least, most, names = [], also }: Field): boolean {
  if (also?.test(piece)) return true;
  const [range = '', step, ...more] = piece.split('/');
  if (more.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) return false;
  if (range === '*') return true;
  const ends = range.split('-').map((end) => (names.includes(end) ? names.indexOf(end) + least : numberOf(end)));
  return ends.length <= 2 && ends.every((end) => end >= least && end <= most);
}

function numberOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

/** The name of an edition: the month at whose end its vintage is taken, `YYYY-MM`. */
export type Edition = string & { readonly brand: unique symbol };

/** Reads an edition's name; null when `text` is not a month such as `2021-07`. */
export function parseEdition(text: string): Edition | null {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? (text as Edition) : null;
}

/** The last day of an edition's month, `YYYY-MM-DD`: figures published after it are not in the edition. */
export function cutOff(edition: Edition): string {
  return lastDay(edition);
}

/** The last day that a date of day, month or year precision can mean, `YYYY-MM-DD`. */
export function lastDay(date: string): string {
  if (date.length === 'YYYY-MM-DD'.length) return date;
  const [year = 0, month = 12] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The offset of Minsk from UTC, in milliseconds: three hours all year since 2011. */
const minskAhead = 3 * 3_600_000;

/**
 * An instant shifted to Minsk time, to be read with the UTC getters. `Intl` would take as long as laying out a
 * page.
 */
export function inMinsk(instant: Date): Date {
  return new Date(instant.getTime() + minskAhead);
}

/** The edition in progress at an instant: the month it is in Minsk. */
export function editionAt(instant: Date): Edition {
  return dayInMinsk(instant).slice(0, 7) as Edition;
}

/** The day that it is in Minsk at an instant, `YYYY-MM-DD`: nothing can have been published after it. */
export function dayInMinsk(instant: Date): string {
  return inMinsk(instant).toISOString().slice(0, 10);
}

/** The instant at which the month of an edition is over in Minsk. */
export function endOfEdition(edition: Edition): Date {
  return new Date(Date.parse(`${cutOff(edition)}T00:00:00Z`) + 86_400_000 - minskAhead);
}

/** The edition before. */
export function previousEdition(edition: Edition): Edition {
  return shift(edition, -1);
}

/** Every edition from `first` to `last`, oldest first; empty when `first` is later. */
export function editionsBetween(first: Edition, last: Edition): readonly Edition[] {
  const editions: Edition[] = [];
  for (let edition = first; edition <= last; edition = shift(edition, 1)) editions.push(edition);
  return editions;
}

function shift(edition: Edition, months: number): Edition {
  const [year = 0, month = 1] = edition.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7) as Edition;
}

import { type Language, lastDay, parsePeriod } from '../dataset/index.ts';
import { capitalise, type Messages, messageOf, Words } from '../document/index.ts';

type Slots = Readonly<Record<string, string | number>>;

/** The longest age of a publication that is given in days, and in months. */
const longest = { days: 99, months: 23 } as const;

/**
 * What the local page says in a language: the messages `page.*` and `problem.*`, and dates and periods as the document
 * writes them, with the year spelled out. The server writes the page with it; the browser has the same class.
 */
export class PageWords {
  readonly language: Language;
  private readonly messages: Messages;
  private readonly words: Words;

  constructor(language: Language, messages: Messages) {
    this.language = language;
    this.messages = messages;
    const spelled = ['period.month', 'period.months', 'period.two_years'];
    const periods = Object.fromEntries(spelled.map((key) => [key, messageOf(messages, `page.${key}`)]));
    this.words = new Words(language, { ...messages, ...periods });
  }

  /** Whether there is a message of that key. */
  has(key: string): boolean {
    return Object.hasOwn(this.messages, key);
  }

  /** A message by its key, numbers in digits. `count` chooses the plural. */
  say(key: string, slots: Slots = {}): string {
    return messageOf(this.messages, key)(slots);
  }

  /** Items joined as the language joins them. */
  list(items: readonly string[]): string {
    return this.words.list(items);
  }

  /** The month of an edition, `2026-11`, as it stands in a sentence; of a year, its last month. */
  monthIn(date: string): string {
    const [year = '', month = '12'] = date.split('-');
    return this.say('page.edition_month', { month: this.say(`month.${Number(month)}`), year });
  }

  /** The name of an edition, `2026-11`, as a title. */
  month(edition: string): string {
    return capitalise(this.monthIn(edition));
  }

  /** A date of day, month or year precision, as it stands after “from”. */
  date(date: string): string {
    const [year = '', number, day] = date.split('-');
    if (!number) return this.say('page.date.year', { year });
    const month = this.say(`month.${Number(number)}.of`);
    if (!day) return this.say('page.date.month', { month, year });
    return this.say('page.date.day', { day: String(Number(day)), month, year });
  }

  /** A period in the form of the data, `2021-01/2021-05`, as a title. */
  period(code: string): string {
    const period = parsePeriod(code);
    return period ? capitalise(this.words.period(period)) : code;
  }

  /**
   * How old a publication is on a day. When its day is not known, it gives the least age that is possible, as the
   * briefing does.
   */
  age(published: string, asOf: string): string {
    const days = Math.max(0, Math.round((Date.parse(asOf) - Date.parse(lastDay(published))) / 86_400_000));
    const months = Math.floor(days / (365.25 / 12));
    const years = Math.floor(days / 365.25);
    if (published.length === 10) {
      if (days <= longest.days) return this.say('page.days', { count: days });
      return months <= longest.months
        ? this.say('page.months', { count: months })
        : this.say('page.years', { count: years });
    }
    if (months === 0) return this.say('page.under_month');
    return months <= longest.months
      ? this.say('page.months_least', { count: months })
      : this.say('page.years_least', { count: years });
  }

  /** A time of day, with the date before it when that is not the day of `now`; both in milliseconds of the epoch. */
  clock(instant: number, now: number, seconds = false): string {
    const at = new Date(instant);
    const two = (number: number) => String(number).padStart(2, '0');
    const time = [at.getHours(), at.getMinutes(), ...(seconds ? [at.getSeconds()] : [])].map(two).join(':');
    if (at.toDateString() === new Date(now).toDateString()) return time;
    const date = this.date(`${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`);
    return this.say('page.date.clock', { date, time });
  }

  /** How long a link still works: whole seconds, and a sentence. */
  left(expiresAt: number, now: number): { readonly seconds: number; readonly text: string } {
    const until = this.clock(expiresAt, now);
    const seconds = Math.max(0, Math.ceil((expiresAt - now) / 1000));
    if (seconds === 0) return { seconds, text: this.say('page.expired', { until }) };
    const rest = String(seconds % 60).padStart(2, '0');
    return { seconds, text: this.say('page.works', { minutes: Math.floor(seconds / 60), seconds: rest, until }) };
  }
}

import { lastMonth, type Period } from '../dataset/index.ts';
import type { MessageKey, MessageSlots, Term } from '../figures/index.ts';

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

const quarters = [1, 2, 3, 4] as const;

type SeveralMonths = `period.${'months' | 'two_years' | 'only_months' | 'pair' | 'compact' | 'compact_two_years'}`;

/** What fills the slots of a message. */
export type Slots = Readonly<Record<string, string | number>>;

/** The slots that a message needs; of all messages together where the key is one of several. */
export type SlotsOf<Key extends MessageKey> = [MessageSlots[Key]] extends [never]
  ? [slots?: Slots]
  : [slots: Slots & Readonly<Record<MessageSlots[Key], string | number>>];

/** Writes periods and dates with the messages of one language. */
export abstract class PeriodWords {
  /** A message with its slots filled. */
  abstract message<Key extends MessageKey>(key: Key, ...slots: SlotsOf<Key>): string;

  /** A period in a sentence or a title: January–May 2021. */
  period(period: Period): string {
    if (period.months === 12 && period.month === 1) return this.message('period.year', { year: String(period.year) });
    if (period.months === 1) return this.monthOfYear(period, 'period.month');
    return this.severalMonths(period, '', 'period.months', 'period.two_years');
  }

  /** A period in a table or on an axis: Jan–May 2021. */
  compactPeriod(period: Period): string {
    if (period.months === 12 && period.month === 1) return String(period.year);
    if (period.months === 1) return this.monthOfYear(period, 'period.compact_month');
    return this.severalMonths(period, '.short', 'period.compact', 'period.compact_two_years');
  }

  /** The months of a period without their year; the year where the period is a whole one. */
  monthsOf(period: Period): string {
    if (period.months === 12 && period.month === 1) return this.message('period.year', { year: String(period.year) });
    if (period.months === 1) return this.month(period.month, '');
    return this.severalMonths(period, '', 'period.only_months', 'period.only_months');
  }

  /** The year of a period beside a mark of a chart; both years where it spans two: 2021, 2020/2021. */
  yearsOf(period: Period): string {
    const [year, year2] = [String(period.year), String(Math.floor(lastMonth(period) / 12))];
    return year === year2 ? year : this.message('period.years', { year, year2 });
  }

  /** The months of a part of a year beside a mark of a chart: Jan–May, Sep. */
  shortMonthsOf(period: Period): string {
    if (period.months === 1) return this.month(period.month, '.short');
    return this.severalMonths(period, '.short', 'period.only_months', 'period.compact_two_years');
  }

  /** The months of a part of a year, of all twelve too: January–May. */
  allMonthsOf(period: Period): string {
    return period.months === 1
      ? this.month(period.month, '')
      : this.severalMonths(period, '', 'period.only_months', 'period.two_years');
  }

  /** The last month of a period without its year, with little room: Sep. */
  lastMonthOf(period: Period): string {
    return this.month((lastMonth(period) % 12) + 1, '.short');
  }

  /** The name of a month, in one of its forms. Throws for a number that is not 1 to 12. */
  private month(number: number, form: '' | '.of' | '.short' | '.in' | '.since'): string {
    const month = months.find((known) => known === number);
    if (!month) throw new Error(`${number} is not the number of a month; expected 1 to 12`);
    return this.message(`month.${month}${form}`);
  }

  private monthOfYear({ month, year }: Period, message: 'period.month' | 'period.compact_month'): string {
    const form = message === 'period.compact_month' ? '.short' : '';
    return this.message(message, { a: this.month(month, form), year: String(year) });
  }

  private severalMonths(
    period: Period,
    form: '' | '.short',
    sameYear: SeveralMonths,
    acrossYears: SeveralMonths,
  ): string {
    const last = lastMonth(period);
    const a = this.month(period.month, form);
    const b = this.month((last % 12) + 1, form);
    const year = String(period.year);
    const year2 = String(Math.floor(last / 12));
    return this.message(year === year2 ? sameYear : acrossYears, { a, b, year, year2 });
  }

  /** A date of day, month or year precision: 27 July 2021, July 2021, 2021. */
  date(date: string): string {
    const [year = '', month, day] = date.split('-');
    if (!month) return this.message('period.year', { year });
    if (!day) return this.message('period.month', { a: this.month(Number(month), ''), year });
    const of = this.month(Number(month), '.of');
    return this.message('date.day', { day: String(Number(day)), month: of, year });
  }

  /** A period as a term of a finding asks for it. */
  protected periodTerm({ period, compact, as }: Extract<Term, { term: 'period' }>): string {
    switch (as) {
      case 'in':
        return this.message('period.in', { a: this.month(period.month, '.in'), year: String(period.year) });
      case 'since':
        return this.message('period.in', { a: this.month(period.month, '.since'), year: String(period.year) });
      case 'quarter': {
        const quarter = quarters.find((known) => known === (period.month + 2) / 3);
        if (!quarter) throw new Error(`${period.code} is no quarter`);
        return this.message(`quarter.${quarter}`, { year: String(period.year) });
      }
      case 'together':
        return period.months === 2
          ? this.severalMonths(period, '', 'period.pair', 'period.two_years')
          : this.period(period);
      default:
        return compact ? this.compactPeriod(period) : this.period(period);
    }
  }
}

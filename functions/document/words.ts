import { byCode, type Language, type Localised, lastDay, type Product, type Source } from '../dataset/index.ts';
import {
  type Figure,
  type FigureForm,
  type Finding,
  figureTerm,
  isMoney,
  type MessageKey,
  type Term,
} from '../figures/index.ts';
import { accusative } from './accusative.ts';
import { escapeMarkup, type Html, html } from './html.ts';
import { instrumental } from './instrumental.ts';
import { type Messages, messageOf } from './messages.ts';
import { formatNumber } from './numbers.ts';
import { PeriodWords, type Slots, type SlotsOf } from './period-words.ts';
import { shortName } from './short-name.ts';
import {
  anyFraction,
  decimalsOfChange,
  decimalsOfFactor,
  decimalsOfFall,
  decimalsOfTimes,
  numberOf,
} from './term-numbers.ts';
import { tidy } from './tidy.ts';
import { tieWords } from './tie-words.ts';

/**
 * How a text is used. `marked`: HTML for running text, in which calculated figures are marked. `plain`: text for titles
 * and alternative texts. In both «about» says that a figure is approximate; ≈ does so in tables and charts.
 */
export type Mode = 'marked' | 'plain';

/** Writes messages, numbers, periods, dates and findings in one language. */
export class Words extends PeriodWords {
  readonly language: Language;
  /** The numbers of the notes behind what was written so far, for the table of figures at the end of a document. */
  readonly noted = new Set<string>();
  /** The findings that were written so far: the keys of their messages by their plain text. */
  readonly said = new Map<string, MessageKey>();
  private readonly catalogue: Messages;

  constructor(language: Language, catalogue: Messages) {
    super();
    this.language = language;
    this.catalogue = catalogue;
  }

  /** A message with its slots filled. A number in a slot is spelled as a count; `<slot>_number` chooses plurals. */
  message<Key extends MessageKey>(key: Key, ...[slots = {}]: SlotsOf<Key>): string {
    return this.named(key, slots);
  }

  /**
   * A message whose slots the compiler does not know: from a finding or a template. Throws a `TemplateError` for an
   * unknown key.
   */
  named(key: string, slots: Slots): string {
    const filled: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(slots)) {
      const isCount = typeof value === 'number' && !name.endsWith('_number') && name !== 'count';
      filled[name] = isCount ? this.count(value) : value;
      if (isCount) filled[`${name}_number`] = value;
    }
    return tidy(messageOf(this.catalogue, key)(filled));
  }

  /** Whether the catalogue has a message with this key. */
  has(key: string): boolean {
    return Object.hasOwn(this.catalogue, key);
  }

  /** A count as a word where the catalogue has one, else in digits. */
  count(count: number): string {
    return this.catalogue[`count.${count}`]?.({}) ?? formatNumber(count, 0, this.language);
  }

  /** A number in the notation of the language. */
  number(value: number, decimals: number, signed = false): string {
    return formatNumber(value, decimals, this.language, signed);
  }

  /** A text of the data in the language, with its non-breaking spaces. */
  text(localised: Localised): string {
    return tieWords(localised[this.language], this.language);
  }

  /** A finding as HTML with its calculated figures marked, or as plain text. */
  phrase(finding: Finding, mode: Mode): string {
    const slots: Record<string, string | number> = {};
    for (const [name, term] of Object.entries(finding.terms)) {
      slots[name] = this.term(term, mode);
      const number = numberOf(term);
      if (number !== null) slots[`${name}_number`] = number;
      if (term.term === 'figure') slots[`${name}_qualifier`] = term.figure.qualifier;
    }
    return this.named(finding.message, { ...slots, tense: finding.past ? 'past' : 'present' });
  }

  /** A finding as plain text. */
  plain(finding: Finding): string {
    const text = this.phrase(finding, 'plain');
    this.said.set(text, finding.message);
    return text;
  }

  /** A finding as HTML for running text. */
  say(finding: Finding): string {
    const text = this.phrase(finding, 'marked');
    this.said.set(text.replaceAll(/<[^>]*>/g, ''), finding.message);
    return text;
  }

  private term(term: Term, mode: Mode): string {
    const write = (text: string) => (mode === 'marked' ? escapeMarkup(text) : text);
    switch (term.term) {
      case 'figure':
        return this.figure(term.figure, term.as, mode);
      case 'count':
        return write(this.count(term.count));
      case 'period':
        return write(this.periodTerm(term));
      case 'product':
        return write(this.good(term.product));
      case 'ordinal':
        return write(this.message('ordinal.m', { n_number: term.count }));
      case 'code':
        return write(term.code);
      case 'area':
        return write(this.text(areaName(term)));
      case 'text':
        return write(this.text(term.text));
      case 'message':
        return write(this.message(term.key));
      case 'finding':
        return this.inner(term, mode);
      case 'list':
        return this.list(
          term.items.map((item) => this.term(item, mode)),
          term.commas,
        );
    }
  }

  /** A finding inside another one. Its place decides the case of its first letter, except in a name. */
  private inner({ finding, begins }: Extract<Term, { term: 'finding' }>, mode: Mode): string {
    const text = this.phrase(finding, mode);
    if (begins === 'raised') return capitalise(text);
    if (begins !== 'lowered' || this.beginsWithName(finding, text)) return text;
    return text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
  }

  private beginsWithName({ terms }: Finding, text: string): boolean {
    const names = Object.values(terms).flatMap((term) => (term.term === 'area' ? this.text(term.area.name) : []));
    return [...names, ...this.message('names.proper').split('|')].some((name) => text.startsWith(name));
  }

  /** Goods by their short name where there is one, as inside a sentence. */
  good({ code, name }: Product): string {
    return shortName(this.catalogue[`good.${code}`]?.({}) ?? this.text(name));
  }

  /** Items joined as the language joins them: «a, b and c»; with commas alone where they are listed after a colon. */
  list(items: readonly string[], commas = false): string {
    const [first = '', ...rest] = items;
    return rest.reduce(
      (a, b, index) => this.message(index === rest.length - 1 && !commas ? 'list.pair' : 'list.item', { a, b }),
      first,
    );
  }

  /** A figure in one of its forms, marked where it is calculated. */
  figure(figure: Figure, form: FigureForm, mode: Mode): string {
    const tooSmall = this.tooSmall(figure, form);
    const text = tooSmall ?? this.figureText(figure, form);
    const written = ratioForms.has(form) ? text : this.qualified(figure, text);
    const saysAbout = form !== 'bare' && tooSmall === null && !this.isSure(figure, form);
    const isAbout = isRounded(figure) && figure.unit !== 'index' && saysAbout;
    const x = isAbout ? this.message('number.about', { x: written }) : written;
    if (mode === 'plain') return x;
    this.noted.add(figure.note);
    return figure.status === 'published' ? escapeMarkup(x) : `<calc note="${figure.note}">${escapeMarkup(x)}</calc>`;
  }

  /** «Less than» the smallest printable amount, for an amount that its decimals would print as zero; else null. */
  private tooSmall({ value, decimals, unit }: Figure, form: FigureForm): string | null {
    const smallest = 10 ** -decimals;
    const isMoneyForm = form === 'money' || form === 'amount';
    if (!isMoneyForm || value === 0 || Math.abs(value) >= smallest / 2) return null;
    return this.message('money.less_than', { x: this.money(smallest, decimals, unit, false) });
  }

  /** True for percentage points and whole per cent whose whole interval is printed with the same digits. */
  private isSure({ interval: { lo, hi } }: Figure, form: FigureForm): boolean {
    const decimals = form === 'points' ? 1 : form === 'whole' ? 0 : null;
    return decimals !== null && this.number(lo, decimals) === this.number(hi, decimals);
  }

  /** The number of a figure with the word that its publication puts before it: about, more than, nearly. */
  qualified({ qualifier }: Figure, number: string): string {
    return qualifier === 'exact' ? number : this.message(`qualifier.${qualifier}`, { x: number });
  }

  /** A figure in one of its forms, without marks. */
  figureText(figure: Figure, form: FigureForm): string {
    const { value, decimals, unit } = figure;
    switch (form) {
      case 'money':
        return this.money(Math.abs(value), Math.min(1, decimals), unit, false);
      case 'signed_money':
        return this.money(value, decimals, unit, false);
      case 'amount':
        return this.money(Math.abs(value), decimals, unit, true);
      case 'brief_money':
        if (value >= 1000 || !isMoney(unit)) return this.money(value, decimals, unit, true);
        return this.message(`money.brief.${unit}`, { n: this.number(value, decimals) });
      case 'percent':
        return this.percent(value, decimals);
      case 'whole':
        return this.percent(value, 0);
      case 'times':
        return this.number(value / 100, decimalsOfTimes(figure));
      case 'multiple':
        return this.short(value / 100);
      case 'change':
        return this.percent(Math.abs(value - 100), decimalsOfChange(figure));
      case 'roughly': {
        const change = Math.abs(value - 100);
        if (change < 10) return this.message('number.percent', { n: this.short(change) });
        return this.percent(change, decimalsOfFall(value, 0));
      }
      case 'signed_change':
        return this.percent(value - 100, decimalsOfChange(figure), true);
      case 'factor':
        return this.number(value / 100, decimalsOfFactor(figure));
      case 'times_sign':
        return this.message('number.times_sign', { n: this.figureText(figure, 'times') });
      case 'signed_percent':
        return this.percent(value, decimals, true);
      case 'signed_number':
        return this.number(value, decimals, true);
      case 'number':
      case 'bare':
        return this.number(value, decimals);
      case 'amount_alone':
        return this.message('money.amount', { n: this.number(Math.abs(value), decimals) });
      case 'signed_amount':
        return this.message('money.amount', { n: this.number(value, Math.min(1, decimals), true) });
      case 'points':
        return this.message('number.points', { n: this.number(Math.abs(value), 1), n_number: anyFraction });
    }
  }

  /** A number with one decimal below ten, unless that is zero; without decimals from ten on. */
  private short(value: number): string {
    const rounded = Number(value.toFixed(value >= 10 ? 0 : 1));
    return this.number(rounded, Number.isInteger(rounded) ? 0 : 1);
  }

  /** An amount with its unit; `round` writes billions from 1,000 million on. Throws for a unit that is not money. */
  money(millions: number, decimals: number, unit: Figure['unit'], round: boolean): string {
    if (!isMoney(unit)) throw new Error(`${unit} is not money`);
    if (round && millions >= 1000) return this.message(`money.billion.${unit}`, { n: this.number(millions / 1000, 1) });
    return this.message(`money.million.${unit}`, { n: this.number(millions, decimals) });
  }

  /** A percentage. */
  percent(value: number, decimals: number, signed = false): string {
    return this.message('number.percent', { n: this.number(value, decimals, signed) });
  }

  /** A multiple that stands alone, «в 2,18 раза». */
  times(index: Figure, as: 'times' | 'multiple'): string {
    const number = numberOf(figureTerm(index, as)) ?? anyFraction;
    return this.message('number.times', { n: this.figureText(index, as), n_number: number });
  }

  /** The growth that an index tells, with its sign and its decimals; one of tenfold and more has none. */
  growth(index: Figure): string {
    return this.percent(index.value - 100, decimalsOfChange(index), true);
  }

  /** Publications with their dates, the newest first, each only once. */
  sources(sources: readonly Source[]): string {
    return this.eachSource(sources, ({ publisher, published }) =>
      this.message('source.dated', { publisher: this.text(publisher), date: this.date(published) }),
    );
  }

  /** The publishers without dates, each only once. */
  publishers(sources: readonly Source[]): string {
    return this.eachSource(sources, ({ publisher }) => this.text(publisher));
  }

  private eachSource(sources: readonly Source[], write: (source: Source) => string): string {
    const newestFirst = [...new Set(sources)].toSorted((a, b) => byCode(lastDay(b.published), lastDay(a.published)));
    return [...new Set(newestFirst.map(write))].join('; ');
  }

  /** A figure as a cell of a table: its number with ≈ and sign, marked where it is calculated. */
  cell(figure: Figure | undefined): Html {
    if (!figure) return html(this.message('value.missing'));
    this.noted.add(figure.note);
    const text = this.qualified(figure, this.number(figure.value, figure.decimals, figure.signed));
    const written = isRounded(figure) ? this.message('number.approximate', { x: text }) : text;
    if (figure.status === 'published') return html(escapeMarkup(written));
    return html(`<calc note="${figure.note}">${escapeMarkup(written)}</calc>`);
  }
}

/**
 * Whether a number is to be called approximate: one that rounding may have changed, but not a share that is printed as
 * the whole or as nothing. No share is beyond these, and “about 100.0%” says less than “100.0%”.
 */
export function isRounded({ approximate, unit, signed, value, decimals }: Figure): boolean {
  const printed = Number(value.toFixed(decimals));
  const isAllOrNone = unit === 'percent' && !signed && (printed === 100 || printed === 0);
  return approximate && !isAllOrNone;
}

/** The forms of an index without a qualifier, because their messages contain about, more than or nearly. */
const ratioForms: ReadonlySet<FigureForm> = new Set(['times', 'multiple', 'change', 'roughly', 'factor']);

/** The name of an area in the case that its preposition asks for. */
function areaName({ area: { name }, as }: Extract<Term, { term: 'area' }>): Localised {
  if (as === 'to') return accusative(name);
  return as === 'with' ? instrumental(name) : name;
}

/** The text with a capital first letter; tags and quotation marks before it are skipped. */
export function capitalise(text: string): string {
  return text.replace(
    /^((?:<[^>]*>|[«“])*)(\p{Ll})/u,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

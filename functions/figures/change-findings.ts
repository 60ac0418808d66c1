import { type ChangeClass, classifyChange, isLostInRounding } from './change.ts';
import type { Figure } from './figure.ts';
import { type FigureForm, type Finding, figureTerm, finding, messageTerm, periodTerm, type Term } from './finding.ts';
import type { MessageKey } from './message-keys.d.ts';

/** The figures of a briefing by key. */
export type Figures = ReadonlyMap<string, Figure>;

/** The subject of a change: the key of its figures, its name, and the message with the gender of that name. */
export interface Subject {
  readonly key: string;
  readonly name: Term;
  readonly gender: Term;
}

type SubjectName = 'trade' | 'exports' | 'imports' | 'investment' | 'turnover';

const subject = (key: string, name: SubjectName): Subject => ({
  key,
  name: messageTerm(`subject.${name}`),
  gender: messageTerm(`gender.${name}`),
});

/** The subjects of changes in titles and in the summary. */
export const subjects = {
  trade: subject('turnover', 'trade'),
  exports: subject('exports', 'exports'),
  imports: subject('imports', 'imports'),
  investment: subject('investment', 'investment'),
  /** Trade by its statistical name, in running text. */
  turnover: subject('turnover', 'turnover'),
} as const satisfies Readonly<Record<SubjectName, Subject>>;

/** The class of the change on the year before. */
export function changeOf(figures: Figures, { key }: Subject): ChangeClass {
  return classifyChange({
    value: figures.get(key),
    base: figures.get(`${key}.base`),
    index: figures.get(`${key}.index`),
  });
}

/** The slots of the messages on changes: the figure that fills each, and how it is written. */
const slots: Readonly<Record<string, readonly [suffix: string, form: FigureForm]>> = {
  n: ['.index', 'multiple'],
  p: ['.index', 'roughly'],
  money: ['', 'money'],
  money0: ['.base', 'money'],
};

/**
 * The key of the message on a class of change, `change.<class>`. `gap.<class>` is for a second clause, in which some
 * languages leave out the verb: «Импорт вырос втрое, экспорт – на четверть».
 */
type ChangeMessage = Extract<MessageKey, `change.${string}` | `gap.${string}`>;

/** A sentence on a change, such as «Exports to Russia rose by a quarter». */
export function changeFinding(figures: Figures, { key, name, gender }: Subject, message: ChangeMessage): Finding {
  const terms: Record<string, Term> = { subject: name, gender };
  for (const [slot, [suffix, as]] of Object.entries(slots)) {
    const found = figures.get(`${key}${suffix}`);
    if (found) terms[slot] = figureTerm(found, as);
  }
  return finding(message, terms);
}

/** A value with its comparison, such as «Turnover with Russia in … came to …, 2.18 times as much as in …». */
export function levelFinding(figures: Figures, { key, name, gender }: Subject): Finding | null {
  const [value, index, base] = [key, `${key}.index`, `${key}.base`].map((name) => figures.get(name));
  if (!value) return null;
  const terms: Record<string, Term> = {
    subject: name,
    gender,
    period: periodTerm(value.period),
    money: figureTerm(value, 'money'),
  };
  const word = changeOf(figures, { key, name, gender });
  if (/zero|tiny/.test(word) || isLostInRounding({ value, index })) return finding('text.value', terms);
  if (!index || !base || word === 'no_base') return finding('text.no_base', terms);
  terms.period0 = periodTerm(base.period);
  if (['almost_unchanged', 'unchanged'].includes(word)) return finding('text.same', terms);
  if (index.value >= 185) return finding('text.times', { ...terms, n: figureTerm(index, 'times') });
  return finding(index.value > 100 ? 'text.more' : 'text.less', { ...terms, p: figureTerm(index, 'change') });
}

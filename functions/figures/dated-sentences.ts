import { formOf } from './development-findings.ts';
import type { Figure } from './figure.ts';
import { type Finding, figureTerm, finding, messageTerm, periodAs, periodTerm, type Term } from './finding.ts';
import { isMoney } from './published-figure.ts';
import { signers } from './signers.ts';

/** What publishers call the companies that they count. Each noun is a series of its own. */
const nouns = {
  companies: 'companies',
  'history.organisations': 'organisations',
  'history.enterprises': 'enterprises',
} as const;

/** Whose documents a count is about. */
const documents = {
  ...({ 'documents.local': 'local', 'documents.executive': 'executive', 'documents.council': 'council' } as const),
  'history.documents_oblast': 'oblast',
} as const;

const tradeSubjects: readonly string[] = ['history.trade_value.turnover', 'history.mirror.trade_value.turnover'];

/** A figure with its period in front: «July 2024: 441 enterprises with Russian capital». */
export function datedFinding(latest: Figure): Finding {
  const period = periodTerm(latest.period);
  const clause = clauseOf(latest);
  if (clause) return finding('when.label', { period, clause: { term: 'finding', finding: clause } });
  return finding('age.finding', { period, name: nameOf(latest), value: termOf(latest) });
}

/** A figure as a clause that a sentence on its kind has; null where only its name and value can stand side by side. */
function clauseOf(figure: Figure): Finding | null {
  if (figure.unit === 'count') return countClause(figure);
  const { subject, area } = figure;
  const value = termOf(figure);
  if (area && tradeSubjects.includes(subject)) {
    const a: Term = { term: 'area', area, as: 'with' };
    return finding(subject.includes('mirror') ? 'age.trade_mirror' : 'age.trade', { a, value });
  }
  if (subject === 'exports.share') return finding('age.share_exports', { value });
  if (subject === 'turnover.share') return finding('age.share_turnover', { value });
  return subject === 'investment' ? finding('age.investment', { value }) : null;
}

/**
 * A count with its noun. «About» and «more than» would need another case of the noun in Russian and Belarusian: such a
 * count has no clause.
 */
function countClause(figure: Figure): Finding | null {
  const { subject, qualifier, area } = figure;
  if (qualifier !== 'exact' && qualifier !== 'nearly') return null;
  const n = figureTerm(figure, 'number');
  if (isKeyOf(nouns, subject)) {
    const noun: Term = { term: 'finding', finding: finding(`stock.noun.${nouns[subject]}`, { n }) };
    return finding('stock.companies', { n, noun });
  }
  if (isKeyOf(documents, subject)) return area ? null : finding(`age.documents.${documents[subject]}`, { n });
  if (subject === 'history.companies_fez') return finding('stock.zone', { n });
  return subject === 'history.exporters' ? finding('age.suppliers', { n }) : null;
}

function isKeyOf<Keys extends object>(keys: Keys, key: PropertyKey): key is keyof Keys {
  return Object.hasOwn(keys, key);
}

/** Another value for the same period, with its publisher where that is another one. */
export function besideFinding(latest: Figure, beside: Figure): Finding {
  const value = termOf(beside);
  const figure = nameOf(beside);
  const [source] = beside.sources;
  if (!source || source.publisher.en === latest.sources[0]?.publisher.en) {
    return finding(beside.unit === 'count' ? 'age.also_count' : 'age.also', { figure, value });
  }
  const publisher: Term = { term: 'text', text: source.publisher };
  if (isRiseOf(latest, beside)) return finding('age.rose', { p: figureTerm(beside, 'percent'), publisher });
  return finding('story.other', { figure, value, publisher, period: periodTerm(beside.period) });
}

/** Whether one figure is how much the trade rose that another one tells in money. */
function isRiseOf(latest: Figure, { subject, area, value }: Figure): boolean {
  const isSame = area !== null && area.code === latest.area?.code && tradeSubjects.includes(latest.subject);
  return isSame && subject === 'history.trade_change.turnover' && value > 0;
}

/** What was known before; `hasGap` says that nothing is known between. Other currencies are called so. */
export function earlierFinding(latest: Figure, earlier: Figure, hasGap: boolean): Finding {
  const { period } = earlier;
  const terms = { period0: periodTerm(period), value0: termOf(earlier) };
  if (isMoney(earlier.unit) && earlier.unit !== latest.unit) return finding('age.earlier_currency', terms);
  if (earlier.unit === 'count') {
    const period0 = period.months === 1 ? periodAs(period, 'in') : periodTerm(period);
    return finding(hasGap ? 'age.between_count' : 'age.earlier_count', { ...terms, period0 });
  }
  return finding(hasGap ? 'age.between' : 'age.earlier', terms);
}

/** The name of a figure inside a sentence. Of documents it says whose they are, which their table leaves to its head. */
function nameOf({ subject, area }: Figure): Term {
  const signer = signers.find((known) => subject === `documents.${known}`);
  if (signer) return messageTerm(`age.name.documents_${signer}`);
  const terms: Finding['terms'] = area ? { area: { term: 'area', area } } : {};
  return { term: 'finding', finding: finding(`figure.${subject}`, terms), begins: 'lowered' };
}

function termOf(figure: Figure): Term {
  return figureTerm(figure, figure.unit === 'USD' ? 'amount' : formOf(figure));
}

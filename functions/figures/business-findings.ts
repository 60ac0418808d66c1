import type { Statement } from '../dataset/index.ts';
import { changeFinding, changeOf, type Figures, levelFinding, subjects } from './change-findings.ts';
import { type Finding, figureTerm, finding, messageTerm, periodTerm, type Term } from './finding.ts';
import { signers } from './signers.ts';
import { shareTerm } from './trade-findings.ts';

/** Russia's part in foreign investment; without it how the amount changed, without an amount the companies. */
export function investmentTitle(figures: Figures): Finding | null {
  const [amount, share, companies] = ['investment', 'investment.share', 'companies'].map((key) => figures.get(key));
  if (share) return finding('share.investment', { fraction: shareTerm(share, false) });
  const change = changeOf(figures, subjects.investment);
  if (figures.has('investment.base') && change !== 'no_value') {
    return changeFinding(figures, subjects.investment, `change.${change}`);
  }
  if (amount) return finding('title.investment', { money: figureTerm(amount, 'amount') });
  return companies ? finding('title.companies_in', { n: figureTerm(companies, 'number') }) : null;
}

/** The amount with its period, and the total of all countries where it is known. */
export function investmentStandfirst(figures: Figures): Finding | null {
  const [amount, all] = [figures.get('investment'), figures.get('investment.all')];
  if (!amount) return null;
  const terms = { period: periodTerm(amount.period), money: figureTerm(amount, 'money') };
  if (amount.value === 0) return finding('text.investment_zero', terms);
  if (figures.has('investment.index')) return levelFinding(figures, subjects.investment);
  if (!all) return finding('text.investment_alone', terms);
  return finding('text.investment', { ...terms, total: figureTerm(all, 'money') });
}

/** Of every USD 100 from abroad, so many came from Russia. */
export function hundredTitle(figures: Figures): Finding | null {
  const share = figures.get('investment.share');
  return share ? finding('share.of_100_invested', { n: figureTerm(share, 'number') }) : null;
}

/** How two amounts of investment stand to each other: periods of different length are never compared. */
export function amountsTitle(figures: Figures): Finding | null {
  const [amount, base, other] = ['investment', 'investment.base', 'investment.other'].map((key) => figures.get(key));
  if (!amount) return null;
  if (base) return finding('title.amounts_equal');
  return finding(other ? 'title.amounts_unequal' : 'title.amount_one');
}

/** How many of the companies are in the free economic zone. */
export function companiesTitle(figures: Figures): Finding | null {
  const [companies, zone] = [figures.get('companies'), figures.get('companies.fez')];
  if (!companies) return null;
  const total = figureTerm(companies, 'number');
  if (!zone) return finding('title.companies', { n: total });
  return finding('share.companies_fez', { n: figureTerm(zone, 'number'), total });
}

/** How many documents, with how many named regions. */
export function cooperationTitle(figures: Figures, partners: readonly Statement[]): Finding | null {
  const documents =
    figures.get('documents') ?? signers.map((signer) => figures.get(`documents.${signer}`)).find(Boolean);
  if (!documents)
    return partners.length > 0 ? finding('title.cooperation_regions', { n: count(partners.length) }) : null;
  const n = figureTerm(documents, 'number');
  if (partners.length === 0) return finding('title.documents', { n });
  return finding('title.cooperation', { n, regions: count(partners.length) });
}

/** Local units are many, also where they alone have signed. */
const plural = 2;

function count(value: number): Term {
  return { term: 'count', count: value };
}

/** Who has signed, and for which documents the source names regions. */
export function cooperationStandfirst(figures: Figures, partners: readonly Statement[]): Finding | null {
  const signed = signers.filter((signer) => (figures.get(`documents.${signer}`)?.value ?? 0) > 0);
  if (signed.length === 0) return null;
  const list: Term = { term: 'list', items: signed.map((signer) => messageTerm(`signer.${signer}.short`)) };
  const named = partners.length > 0 && figures.get('documents.council')?.value === partners.length;
  const n = count(signed.includes('local') ? plural : signed.length);
  return finding(named ? 'text.signed_council_named' : 'text.signed', { list: raised(list), n });
}

/** A list at the start of a sentence. */
function raised(list: Term): Term {
  return { term: 'finding', finding: finding('list.alone', { a: list }), raised: true };
}

/** Which signer has signed most of the documents. */
export function signersTitle(figures: Figures): Finding | null {
  const largest = signers.find((signer) => figures.has(`documents.${signer}.part`));
  const part = figures.get(`documents.${largest}.part`);
  if (!largest || !part || part.interval.lo < 50) return finding('title.documents_plain');
  return finding(`title.documents_${largest}`, { fraction: shareTerm(part, false) });
}

/** Whose number of documents reaches the local level, for the summary. */
export function linksFinding(figures: Figures): Finding | null {
  const [companies, local, documents] = ['companies', 'documents.local', 'documents'].map((key) => figures.get(key));
  const terms: Record<string, Term> = {};
  if (companies) terms.companies = figureTerm(companies, 'number');
  if (local && documents) {
    terms.local = figureTerm(local, 'number');
    terms.documents = figureTerm(documents, 'number');
  }
  if (companies && local && documents) return finding('brief.links', terms);
  if (companies) return finding('brief.links_companies', terms);
  return local && documents ? finding('brief.links_documents', terms) : null;
}

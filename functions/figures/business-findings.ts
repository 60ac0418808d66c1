import type { Statement } from '../dataset/index.ts';
import { changeFinding, changeOf, type Figures, levelFinding, subjects } from './change-findings.ts';
import { datedFinding } from './dated-sentences.ts';
import { compactPeriodTerm, type Finding, figureTerm, finding, messageTerm, periodTerm, type Term } from './finding.ts';
import { signers } from './signers.ts';
import { shareTerm } from './trade-findings.ts';

/** Russia's share of foreign investment; else the change of the amount, else the amount, else the companies. */
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

/** How many of every USD 100 of foreign investment came from Russia; null where a rounded zero hides it. */
export function hundredTitle(figures: Figures): Finding | null {
  const share = figures.get('investment.share');
  return share && share.value > 0 ? finding('share.of_100_invested', { n: figureTerm(share, 'number') }) : null;
}

/** The amounts of investment with their periods. Periods of different length are never compared. */
export function amountsTitle(figures: Figures): Finding | null {
  const [amount, base, other] = ['investment', 'investment.base', 'investment.other'].map((key) => figures.get(key));
  if (!amount) return null;
  const a = { a: figureTerm(amount, 'amount'), period: compactPeriodTerm(amount.period) };
  const second = base ?? other;
  if (!second) return finding('title.amount_one', a);
  return finding('title.amounts', { ...a, b: figureTerm(second, 'amount'), period2: compactPeriodTerm(second.period) });
}

/** How many of the companies are in the free economic zone. */
export function companiesTitle(figures: Figures): Finding | null {
  const [companies, zone] = [figures.get('companies'), figures.get('companies.fez')];
  if (!companies) return null;
  const total = figureTerm(companies, 'number');
  if (!zone || companies.value === 0) return finding('title.companies', { n: total });
  const isPart = zone.value < companies.value && companies.value > 1;
  const isExact = zone.qualifier === 'exact' && companies.qualifier === 'exact';
  const terms = { n: figureTerm(zone, 'number'), total };
  return finding(isPart && isExact ? 'share.companies_fez' : 'share.companies_fez_listed', terms);
}

/**
 * How many documents there are, and how many regions are named. What some of the signers signed is no sum: without the
 * regions, it is told of the one that signed most.
 */
export function cooperationTitle(figures: Figures, partners: readonly Statement[]): Finding | null {
  const documents = figures.get('documents');
  if (!documents) {
    if (partners.length > 0) return finding('title.cooperation_regions', { n: count(partners.length) });
    const [latest] = signers
      .flatMap((signer) => figures.get(`documents.${signer}`) ?? [])
      .toSorted((a, b) => b.value - a.value);
    return latest ? datedFinding(latest) : null;
  }
  const terms = { n: figureTerm(documents, 'number'), period: periodTerm(documents.period) };
  if (partners.length === 0) return finding('title.documents', terms);
  return finding('title.cooperation', { ...terms, regions: count(partners.length) });
}

/** Districts and cities take the plural, even where they are the only signer. */
const plural = 2;

function count(value: number): Term {
  return { term: 'count', count: value };
}

/** Who signed the documents, and how many each signed; «include» where it is not known of every signer. */
export function cooperationStandfirst(figures: Figures): Finding | null {
  const signed = signers.flatMap((signer) => {
    const documents = figures.get(`documents.${signer}`);
    return documents && documents.value > 0 ? { signer, documents } : [];
  });
  if (signed.length === 0) return null;
  const counted = signed.map(({ signer, documents }): Term => {
    const terms = { name: messageTerm(`signer.${signer}.short`), n: figureTerm(documents, 'number') };
    return { term: 'finding', finding: finding('signer.counted', terms) };
  });
  const list: Term = { term: 'list', items: counted };
  if (!figures.has('documents')) return finding('text.signed_include', { list });
  const n = count(signed.some(({ signer }) => signer === 'local') ? plural : signed.length);
  return finding('text.signed', { list, n });
}

/** Which signer has signed most of the documents. */
export function signersTitle(figures: Figures): Finding | null {
  const largest = signers.find((signer) => figures.has(`documents.${signer}.part`));
  const part = figures.get(`documents.${largest}.part`);
  if (!largest || !part || part.interval.lo < 50) return finding('title.documents_plain');
  return finding(`title.documents_${largest}`, { fraction: shareTerm(part, false) });
}

/** The lead of the summary on ties other than trade and investment; null where none are known. */
export function linksLead(figures: Figures): Finding | null {
  const { companies, local } = linksOf(figures);
  if (local) return finding('brief.links_lead');
  return companies ? finding('brief.links_lead_companies') : null;
}

/** The companies, and the local documents with their total; null for those that are missing or zero. */
function linksOf(figures: Figures) {
  const [companies, local, documents] = ['companies', 'documents.local', 'documents'].map((key) => {
    const figure = figures.get(key);
    return figure && figure.value > 0 ? figure : null;
  });
  const both = local && documents ? { local, documents } : { local: null, documents: null };
  return { companies, ...both };
}

/** The text of the summary on companies and on documents at the local level; null where none are known. */
export function linksFinding(figures: Figures): Finding | null {
  const { companies, local, documents } = linksOf(figures);
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

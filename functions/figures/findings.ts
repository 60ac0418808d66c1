import { type Edition, monthIndex, type Period, parsePeriod, periodFrom, type Statement } from '../dataset/index.ts';
import {
  amountsTitle,
  companiesTitle,
  cooperationStandfirst,
  cooperationTitle,
  hundredTitle,
  investmentStandfirst,
  investmentTitle,
  linksFinding,
  linksLead,
  signersTitle,
} from './business-findings.ts';
import { isLostInRounding } from './change.ts';
import { changeFinding, changeOf, type Figures, levelFinding, subjects } from './change-findings.ts';
import { type Finding, figureTerm, finding, periodTerm, type Term } from './finding.ts';
import {
  borderTitle,
  marketsOf,
  marketsStandfirst,
  marketsTitle,
  overlapTitle,
  rankFinding,
} from './market-findings.ts';
import type { MessageKey } from './message-keys.d.ts';
import { tenseOf } from './tense.ts';
import {
  balanceFinding,
  compositionFinding,
  driverFinding,
  lopsidedTitle,
  offsetFinding,
  shareTerm,
  tradeTitle,
  weightTitle,
} from './trade-findings.ts';

/** One message of the summary: the statement, and the figures behind it. */
export interface BriefItem {
  readonly lead: Finding;
  readonly body: Finding;
}

/** Every sentence of a briefing that depends on its figures; null where the figures for it are missing. */
export interface Findings {
  readonly brief: readonly BriefItem[];
  readonly trade: {
    readonly slope: Finding;
    readonly title: Finding;
    readonly standfirst: readonly Finding[];
    readonly weight: Finding | null;
    /** The same with the shares as fractions. */
    readonly weightInWords: Finding | null;
    readonly driver: Finding | null;
    readonly offset: Finding | null;
  };
  readonly markets: {
    readonly title: Finding | null;
    readonly standfirst: Finding | null;
    readonly rank: Finding | null;
    readonly border: Finding | null;
    readonly goods: Finding;
  };
  readonly investment: {
    readonly title: Finding | null;
    readonly standfirst: Finding | null;
    readonly hundred: Finding | null;
    readonly amounts: Finding | null;
    readonly companies: Finding | null;
  };
  readonly cooperation: {
    readonly title: Finding | null;
    readonly standfirst: Finding | null;
    readonly signers: Finding | null;
    readonly overlap: Finding | null;
  };
}

/** Chooses every sentence by rule from the figures and facts of a briefing. */
export function chooseFindings(figures: Figures, statements: readonly Statement[], edition: Edition): Findings {
  const partners = statements.filter(({ topic }) => topic === 'partner_region');
  const goods = statements.filter(({ topic }) => topic === 'export_good');
  const periodOf = (...keys: readonly string[]) => keys.map((key) => figures.get(key)).find(Boolean)?.period ?? null;
  const trade = tenseOf(edition, periodOf('turnover', 'exports', 'imports'));
  const markets = tenseOf(edition, marketsOf(figures)[0]?.period ?? null);
  const investment = tenseOf(edition, periodOf('investment', 'companies'));
  const companies = tenseOf(edition, periodOf('companies'));
  const cooperation = tenseOf(edition, periodOf('documents', ...signerKeys) ?? publicationOf(partners));
  const { inTense, dated } = trade;
  return {
    brief: brief(figures).map(({ lead, body }) => ({ lead: inTense(lead), body: inTense(body) })),
    trade: {
      slope: dated(tradeTitle(figures)),
      title: dated(asTitle(weightTitle(figures), trade.isPast) ?? tradeTitle(figures)),
      standfirst: known([compositionFinding(figures), offsetFinding(figures, 'text') ?? balanceFinding(figures)]).map(
        inTense,
      ),
      weight: inTense(lopsidedTitle(figures) ?? weightTitle(figures)),
      weightInWords: inTense(weightTitle(figures)),
      driver: inTense(driverFinding(figures)),
      offset: inTense(offsetFinding(figures, 'title')),
    },
    markets: {
      title: markets.dated(markets.isPast ? asTitle(marketsTitle(figures), false) : marketsTitle(figures)),
      standfirst: markets.inTense(marketsStandfirst(figures)),
      rank: markets.inTense(rankFinding(figures)),
      border: markets.inTense(borderTitle(figures)),
      goods: goodsTitle(goods, edition),
    },
    investment: {
      title: investment.dated(investment.isPast ? asTitle(investmentTitle(figures), false) : investmentTitle(figures)),
      standfirst: investment.inTense(investmentStandfirst(figures)),
      hundred: investment.inTense(hundredTitle(figures)),
      amounts: investment.inTense(amountsTitle(figures)),
      companies: companies.inTense(companiesTitle(figures)),
    },
    cooperation: {
      title: cooperation.inTense(cooperationTitle(figures, partners)),
      standfirst: cooperation.inTense(cooperationStandfirst(figures)),
      signers: cooperation.inTense(signersTitle(figures)),
      overlap: cooperation.inTense(
        overlapTitle(
          marketsOf(figures).flatMap(({ area }) => area ?? []),
          partners,
        ),
      ),
    },
  };
}

const signerKeys = (['local', 'executive', 'council'] as const).map((signer) => `documents.${signer}` as const);

/** How many groups of goods are named. Where more than one publication names them, the title has the months of all. */
function goodsTitle(goods: readonly Statement[], edition: Edition): Finding {
  const title = finding('title.goods', { n: { term: 'count', count: goods.length } });
  const months = goods.flatMap((good) => publicationOf([good]) ?? []).map(monthIndex);
  const [first, last] = [Math.min(...months), Math.max(...months)];
  if (first === last || months.length === 0) return tenseOf(edition, publicationOf(goods)).dated(title);
  const period = periodTerm(periodFrom(first, last - first + 1));
  return finding('title.dated', { period, title: { term: 'finding', finding: title, begins: 'lowered' } });
}

/** The month in which statements were published, because they name no period themselves. */
function publicationOf(statements: readonly Statement[]): Period | null {
  return parsePeriod(statements[0]?.source.published.slice(0, 7) ?? '');
}

const shorter: Readonly<Partial<Record<MessageKey, MessageKey>>> = {
  'share.imports_but_exports': 'title.imports_but_exports',
  'share.exports_but_imports': 'title.exports_but_imports',
  'share.investment': 'title.investment_share',
  'rank.pair_take': 'title.pair_take',
};

/**
 * The shorter wording of a sentence that would take three lines as the title of a page. After a period there is only
 * room for shares in numbers.
 */
function asTitle(sentence: Finding | null, isPast: boolean): Finding | null {
  const message = sentence && shorter[sentence.message];
  if (!sentence || !message) return sentence;
  const inNumbers = ([slot, term]: [string, Term]): [string, Term] =>
    term.term === 'finding'
      ? [slot, { ...term, finding: { ...term.finding, message: 'fraction.number' } }]
      : [slot, term];
  const terms = isPast ? Object.fromEntries(Object.entries(sentence.terms).map(inNumbers)) : sentence.terms;
  return { ...sentence, message, terms };
}

/** The summary: turnover, what drove it, the weight of Russia, investment, links, each only where it has figures. */
function brief(figures: Figures): readonly BriefItem[] {
  const tradeWord = changeOf(figures, subjects.trade);
  const items = [
    item(
      tradeWord === 'no_value' ? null : changeFinding(figures, subjects.trade, `change.${tradeWord}`),
      levelFinding(figures, subjects.turnover),
    ),
    item(driverFinding(figures) ?? compositionFinding(figures), flowsFinding(figures)),
    item(sellerFinding(figures), allShares(figures)),
    item(investmentLead(figures), investmentBody(figures)),
    item(linksLead(figures), linksFinding(figures)),
  ];
  return known(items);
}

function item(lead: Finding | null, body: Finding | null): BriefItem | null {
  return lead && body ? { lead, body } : null;
}

function known<T>(items: readonly (T | null)[]): readonly T[] {
  return items.filter((candidate) => candidate !== null);
}

/** Both flows with their amounts and changes in one sentence. The second does not repeat what it is compared with. */
function flowsFinding(figures: Figures): Finding | null {
  const larger = (figures.get('imports')?.value ?? 0) > (figures.get('exports')?.value ?? 0);
  const [first, second] = larger ? (['imports', 'exports'] as const) : (['exports', 'imports'] as const);
  const isCompared = flowWord(figures, first) !== 'alone';
  const [a, b] = [flowFinding(figures, first, ''), flowFinding(figures, second, isCompared ? '_short' : '')];
  if (!a || !b) return null;
  return finding('brief.flows', {
    a: { term: 'finding', finding: a, begins: 'raised' },
    b: { term: 'finding', finding: b },
  });
}

type FlowWord = 'alone' | 'same' | 'times' | 'more' | 'less';

/** How the change of a flow is given beside its amount. */
function flowWord(figures: Figures, flow: 'exports' | 'imports'): FlowWord {
  const index = figures.get(`${flow}.index`);
  const word = changeOf(figures, subjects[flow]);
  const isTold = index && !isLostInRounding({ value: figures.get(flow), index });
  if (!isTold || /zero|tiny|no_base/.test(word)) return 'alone';
  if (['almost_unchanged', 'unchanged'].includes(word)) return 'same';
  if (index.value >= 185) return 'times';
  return index.value > 100 ? 'more' : 'less';
}

function flowFinding(figures: Figures, flow: 'exports' | 'imports', form: '' | '_short'): Finding | null {
  const [value, index] = [figures.get(flow), figures.get(`${flow}.index`)];
  if (!value) return null;
  const word = flowWord(figures, flow);
  const terms: Record<string, Term> = {
    subject: { term: 'message', key: `clause.${flow}` },
    money: figureTerm(value, 'money'),
    ...(index ? { n: figureTerm(index, 'times'), p: figureTerm(index, 'change') } : {}),
  };
  return finding(word === 'alone' ? 'brief.flow_alone' : `brief.flow_${word}${form}`, terms);
}

/** Which side sells more to the other, beyond rounding. */
function sellerFinding(figures: Figures): Finding | null {
  const balance = figures.get('balance');
  if (!balance) return null;
  if (balance.interval.hi < 0) return finding('brief.russia_sells_more');
  return balance.interval.lo > 0 ? finding('brief.russia_buys_more') : finding('balance.balanced');
}

function allShares(figures: Figures): Finding | null {
  const [turnover, exports, imports] = ['turnover', 'exports', 'imports'].map((flow) => figures.get(`${flow}.share`));
  if (!turnover || !exports || !imports) return null;
  const percent = (share: typeof turnover) => figureTerm(share, 'percent');
  return finding('share.all_three', { s: percent(turnover), s1: percent(exports), s2: percent(imports) });
}

function investmentLead(figures: Figures): Finding | null {
  const [amount, share] = [figures.get('investment'), figures.get('investment.share')];
  if (!amount) return null;
  if (!share) return finding('title.investment', { money: figureTerm(amount, 'amount') });
  return finding('brief.investment_lead', { fraction: shareTerm(share, false) });
}

function investmentBody(figures: Figures): Finding | null {
  const [amount, share] = [figures.get('investment'), figures.get('investment.share')];
  if (!amount) return null;
  const terms = { period: periodTerm(amount.period), money: figureTerm(amount, 'money') };
  if (!share || share.value === 0) return finding('text.investment_alone', terms);
  return finding('brief.investment', { ...terms, s: figureTerm(share, 'percent') });
}

import { signers } from '../../figures/index.ts';
import { partnersView } from './partner-map.ts';
import { saidView } from './said.ts';
import { marksFor, thingsPerMark } from './things-per-mark.ts';
import {
  altList,
  altText,
  asOf,
  figureOf,
  figuresOf,
  numberLabel,
  showing,
  sourcesOf,
  type ViewContext,
} from './view-context.ts';

/** The page on documents, partner regions and the meeting; null when there is nothing to show. */
export function cooperationView(context: ViewContext) {
  const { briefing } = context;
  const title = briefing.findings.cooperation.title;
  if (!title) return null;
  return {
    title,
    standfirst: briefing.findings.cooperation.standfirst,
    documents: documentsView(context),
    partners: partnersView(context),
    said: saidView(context),
  };
}

/** The number of squares that fit in eight lines. */
const maxSquares = 312;

function documentsView(context: ViewContext) {
  const { briefing, words, charts } = context;
  const known = signers.flatMap((signer) => {
    const figure = figureOf(context, `documents.${signer}`);
    return figure ? { signer, figure } : [];
  });
  if (known.length === 0) return null;
  const ordered = known.toSorted((a, b) => b.figure.value - a.figure.value);
  const each = thingsPerMark(ordered[0]?.figure.value ?? 0, maxSquares);
  const rows = ordered.map(({ signer, figure }) => ({
    name: words.message(`label.documents.${signer}`),
    count: marksFor(figure.value, each),
    label: numberLabel(context, figure, 0).text,
  }));
  const title = briefing.findings.cooperation.signers;
  const alt = altText(
    context,
    title,
    words.message('alt.documents', {
      each,
      list: altList(
        context,
        rows.map(({ name, label }) => [name, label]),
      ),
    }),
  );
  charts.set('documents', { kind: 'units', rows, shows: showing(ordered.map(({ figure }) => figure)), alt });
  const [largest] = ordered;
  const total = figureOf(context, 'documents');
  const part = figureOf(context, `documents.${largest?.signer}.part`);
  return {
    title,
    each,
    asOf: largest ? asOf(context, largest.figure) : null,
    ...sourcesOf(
      context,
      known.map(({ figure }) => figure),
    ),
    total: total && part ? total : null,
    terms: rows.map(({ label }) => label).join(' + '),
    part: part ?? null,
    largest: largest ? words.message(`signer.${largest.signer}`) : '',
    refs: figuresOf(context, ['documents', `documents.${largest?.signer}.part`]),
  };
}

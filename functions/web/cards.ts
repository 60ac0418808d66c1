import type { AgeCard, Card, CardsBlock, Chart, Label, MonthCard, Tone } from '../document/index.ts';
import { ageCardMarks, cardMarks, type Mark, monthCardHeight, monthCardMarks } from '../drawing/index.ts';
import type { WebContext } from './context.ts';
import { number } from './label.ts';
import { html, type Markup, type Part } from './markup.ts';
import { svgOf } from './svg.ts';

/** The padding of a card, in points: the drawing is that of its bars alone. */
const padding = 9.75;

/** The room in which the bars of a card are drawn, in points: that of a card on a phone, where their numbers can be read. */
const frame = { x: -padding, y: 0, width: 96.5, height: monthCardHeight } as const;

/** The key figures side by side. Their texts are text; their bars are a drawing with an alternative text. */
export function cardsOf({ cards }: CardsBlock, context: WebContext): Markup {
  return html`<ul class="cards">${cards.map((card) => cardOf(card, context))}</ul>\n`;
}

function cardOf(card: Chart, context: WebContext): Part {
  switch (card.kind) {
    case 'card':
      return plainCard(card, context);
    case 'age-card':
      return ageCard(card, context);
    case 'month-card':
      return monthCard(card, context);
    default:
      return null;
  }
}

function plainCard(card: Card, context: WebContext): Markup {
  const { tone, label, value, unit, change, alt } = card;
  const changed = change ? [strong(change.strong), ' ', change.rest] : null;
  const { bars } = cardMarks(card, frame, context.palette);
  return whole(
    tone,
    [line('name', label), line('figure', number(value)), line('unit', unit), line('change', changed)],
    {
      alt,
      marks: bars,
      context,
    },
  );
}

function ageCard(card: AgeCard, context: WebContext): Markup {
  const { tone, label, qualifier, value, unit, change, age, alt } = card;
  const figure = [qualifier === null ? null : html`<span class="qualifier">${qualifier}</span> `, number(value)];
  const changed = change ? [strong(change.strong), ' ', change.rest] : null;
  const { bars } = ageCardMarks(card, frame, context.palette);
  const lines = [
    line('name', label),
    line('figure', figure),
    line('unit', unit),
    line('change', changed),
    line('month', age),
  ];
  return whole(tone, lines, { alt, marks: bars, context });
}

function monthCard(card: MonthCard, context: WebContext): Markup {
  const { tone, label, value, unit, change, month, age, alt } = card;
  const changed = change ? spaced([change.before, change.strong ? strong(change.strong) : null, change.after]) : null;
  const newest = month ? spaced([month.name, strong(month.value), month.change ? number(month.change) : null]) : null;
  const { columns } = monthCardMarks(card, frame, context.palette);
  const lines = [
    line('name', label),
    line('figure', number(value)),
    line('unit', unit),
    line('change', changed),
    line('month', age ?? newest),
  ];
  return whole(tone, lines, { alt, marks: columns, context });
}

interface Bars {
  readonly alt: string;
  readonly marks: readonly Mark[];
  readonly context: WebContext;
}

function whole(tone: Tone, lines: readonly Part[], { alt, marks, context }: Bars): Markup {
  const inner = frame.width - 2 * padding;
  const drawn =
    marks.length > 0
      ? html`<p class=unseen>${alt}</p><div class="bars" aria-hidden="true">${svgOf(marks, inner, 164, 'spark', context)}</div>`
      : null;
  return html`<li class="card ${tone}">${lines}${drawn}</li>\n`;
}

function line(name: string, content: Part): Part {
  return content === null ? null : html`<p class="${name}">${content}</p>\n`;
}

function spaced(parts: readonly Part[]): Part {
  const written = parts.filter((part) => part !== null);
  return written.flatMap((part, index) => (index === 0 ? [part] : [' ', part]));
}

function strong(label: Label): Markup {
  return html`<strong>${number(label)}</strong>`;
}

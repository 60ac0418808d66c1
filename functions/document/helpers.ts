import { byCode } from '../dataset/index.ts';
import type { Figure, Finding } from '../figures/index.ts';
import { escapeMarkup, type Html, html } from './html.ts';
import { pageReference } from './page-reference.ts';
import { type Needed, somewhere, TemplateError } from './template-error.ts';
import { capitalise, type Words } from './words.ts';

/** The input of a helper: its arguments, its named arguments and the words of the language. */
interface Call {
  readonly args: readonly unknown[];
  readonly named: Readonly<Record<string, unknown>>;
  readonly words: Words;
}

/** What Handlebars passes to a helper after its arguments. It does not always know `loc`, the place in the template. */
interface Options {
  readonly hash: Call['named'];
  readonly data: { readonly words: Words };
  readonly loc?: { readonly start: { readonly line: number; readonly column: number } };
}

/** A helper as Handlebars calls it: first the arguments, if any, then the options. */
type Helper = (...args: unknown[]) => unknown;

function helper(write: (call: Call) => Html | string): Helper {
  return (...args) => {
    const { hash: named, data, loc } = args.at(-1) as Options;
    try {
      return write({ args: args.slice(0, -1), named, words: data.words });
    } catch (error) {
      // An error that already names a file, such as a missing message, is not an error of this template.
      if (!(error instanceof TemplateError) || error.problem.file !== '' || !loc) throw error;
      throw error.at({ row: loc.start.line, column: String(loc.start.column + 1) });
    }
  };
}

/**
 * The helpers of our templates. Handlebars in strict mode sees a misspelt variable but not a missing argument, so
 * each helper checks its arguments and throws a {@link TemplateError}.
 */
export const helpers: Readonly<Record<string, Helper>> = {
  /** A message by its key, with slots: {{t "key" slot=value}}. */
  t: helper(({ args: [key], named, words }) => {
    if (typeof key !== 'string') throw missing('t', 'message_key');
    if (!words.has(key)) {
      throw new TemplateError({ ...somewhere, value: key, code: 'message_unknown', values: { key } });
    }
    const slots: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(named)) {
      slots[name] = slot(name, isCounted(value) ? value.text : value);
      if (isCounted(value)) slots.count = value.count;
      if (isNotes(value)) slots[`${name}_number`] = value.notes;
    }
    return html(words.named(key, slots));
  }),
  /** A finding in running text, its calculated figures marked: {{say finding}}. */
  say: helper(({ args: [finding], words }) => html(capitalise(words.say(requireFinding('say', finding))))),
  /** A finding as a title, without marks: {{title finding}}. */
  title: helper(({ args: [finding], words }) => capitalise(words.plain(requireFinding('title', finding)))),
  /** A figure with its mark: {{figure part}}. */
  figure: helper(({ args: [figure], words }) => {
    const known = requireFigure('figure', figure);
    return html(words.figure(known, known.unit === 'percent' ? 'percent' : 'number', 'marked'));
  }),
  /** The numbers of figures in the data notes, as links: {{notes figures}}. */
  notes: helper(({ args: [figures], words }) => {
    if (!Array.isArray(figures)) throw missing('notes', 'figures');
    const notes = figures.map((figure) => requireFigure('notes', figure).note);
    for (const note of notes) words.noted.add(note);
    return { ...noteLinks(notes, words), notes: new Set(notes).size };
  }),
  /** The page on which a section begins, or on a web page the section: {{page "notes"}}. */
  page: helper(({ args: [section], words }) => {
    if (typeof section !== 'string') throw missing('page', 'section_id');
    return html(`<page of="${escapeMarkup(section)}">${escapeMarkup(pageReference(words))}</page>`);
  }),
};

function slot(name: string, value: unknown): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return escapeMarkup(value);
  if (isHtml(value)) return value.toHTML();
  throw missing('t', 'slot_value', name);
}

/** True for a list with its number of items, which chooses singular or plural for the word before the list. */
function isCounted(value: unknown): value is { readonly text: string; readonly count: number } {
  return typeof value === 'object' && value !== null && 'text' in value && 'count' in value;
}

/** True for links to notes with their number, which chooses singular or plural for the word before them. */
function isNotes(value: unknown): value is Html & { readonly notes: number } {
  return isHtml(value) && 'notes' in value;
}

function isHtml(value: unknown): value is Html {
  return typeof value === 'object' && value !== null && 'toHTML' in value;
}

function missing(helper: string, needed: Needed, value = ''): TemplateError {
  return new TemplateError({ ...somewhere, value, code: 'helper_needs', values: { helper, needed } });
}

function requireFinding(helper: string, value: unknown): Finding {
  if (typeof value === 'object' && value !== null && 'message' in value && 'terms' in value) return value as Finding;
  throw missing(helper, 'finding');
}

function requireFigure(helper: string, value: unknown): Figure {
  if (typeof value === 'object' && value !== null && 'note' in value && 'interval' in value) return value as Figure;
  throw missing(helper, 'figure');
}

/** Links to note numbers. Consecutive numbers are joined: D2–D5, D7. */
function noteLinks(notes: readonly string[], words: Words): Html {
  const ordered = [...new Set(notes)].map((note) => ({ kind: note.charAt(0), number: Number(note.slice(1)) }));
  ordered.sort((a, b) => byCode(b.kind, a.kind) || a.number - b.number);
  const spans: { kind: string; from: number; to: number }[] = [];
  for (const { kind, number } of ordered) {
    const last = spans.at(-1);
    if (last && last.kind === kind && last.to === number - 1) last.to = number;
    else spans.push({ kind, from: number, to: number });
  }
  const link = (note: string) => {
    const description = escapeMarkup(words.message('pdf.link_note', { ref: note }));
    return `<a href="#${note}" title="${description}">${note}</a>`;
  };
  const parts = spans.map(({ kind, from, to }) => {
    const [first, last] = [link(`${kind}${from}`), link(`${kind}${to}`)];
    if (from === to) return first;
    return to === from + 1 ? `${first}, ${last}` : `${first}–${last}`;
  });
  return html(parts.join(', '));
}

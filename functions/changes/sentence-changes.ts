import type { Sentence } from '../document/index.ts';

/** A sentence that says something else than before, at one place of the document. */
export interface ChangedSentence {
  readonly place: string;
  readonly before: string;
  readonly after: string;
}

/** A sentence that only one of two editions has. */
export interface SaidSentence {
  readonly place: string;
  readonly text: string;
}

/** What two editions do not both say, in the order of reading. */
export interface SentenceChanges {
  readonly changed: readonly ChangedSentence[];
  readonly added: readonly SaidSentence[];
  readonly removed: readonly SaidSentence[];
}

/**
 * Compares what two editions say in one language, place by place: first what is said in both, then sentences from the
 * same finding, then those that are most alike. At a place for one sentence, such as a title, that one follows the other.
 */
export function sentenceChanges(before: readonly Sentence[], after: readonly Sentence[]): SentenceChanges {
  const [old, now] = [Map.groupBy(before, placeOf), Map.groupBy(after, placeOf)];
  const places = [...now.keys(), ...[...old.keys()].filter((place) => !now.has(place))];
  const changes = places.map((place) => changesAt(old.get(place) ?? [], now.get(place) ?? []));
  return {
    changed: changes.flatMap(({ changed }) => changed),
    added: changes.flatMap(({ added }) => added),
    removed: changes.flatMap(({ removed }) => removed),
  };
}

function placeOf({ place }: Sentence): string {
  return place;
}

function changesAt(before: readonly Sentence[], after: readonly Sentence[]): SentenceChanges {
  const [gone, come] = [withoutSame(before, after), withoutSame(after, before)];
  const isOnly = before.length === 1 && after.length === 1;
  const follows = isOnly ? new Map(gone.map((sentence, at) => [sentence, come[at]])) : pairsOf(gone, come);
  const followed = new Map([...follows].map(([old, now]) => [now, old]));
  return {
    changed: come.flatMap((sentence) => {
      const old = followed.get(sentence);
      return old ? [{ place: sentence.place, before: old.text, after: sentence.text }] : [];
    }),
    added: come.filter((sentence) => !followed.has(sentence)).map(said),
    removed: gone.filter((sentence) => !follows.has(sentence)).map(said),
  };
}

function said({ place, text }: Sentence): SaidSentence {
  return { place, text };
}

/** The sentences that are not among the others; one that is said twice is taken away as often as the others say it. */
function withoutSame(sentences: readonly Sentence[], others: readonly Sentence[]): readonly Sentence[] {
  const left = new Map<string, number>();
  for (const { text } of others) left.set(compared(text), (left.get(compared(text)) ?? 0) + 1);
  return sentences.filter(({ text }) => {
    const count = left.get(compared(text)) ?? 0;
    left.set(compared(text), count - 1);
    return count <= 0;
  });
}

/** A text without the numbers of notes, which move when figures come and go. */
function compared(text: string): string {
  return text.replaceAll(/\b[PD]\d+(?:(?:–|, )[PD]\d+)*/g, 'D');
}

/** From this likeness on, one sentence is taken for what became of another. */
const leastLikeness = 0.6;

/** Which sentence follows which: the most alike first, each at most once. */
function pairsOf(gone: readonly Sentence[], come: readonly Sentence[]): ReadonlyMap<Sentence, Sentence> {
  const candidates = gone
    .flatMap((old) => come.map((now) => ({ old, now, likeness: likenessOf(old, now) })))
    .filter(({ likeness }) => likeness >= leastLikeness)
    .toSorted((a, b) => b.likeness - a.likeness);
  const pairs = new Map<Sentence, Sentence>();
  const taken = new Set<Sentence>();
  for (const { old, now } of candidates) {
    if (pairs.has(old) || taken.has(now)) continue;
    pairs.set(old, now);
    taken.add(now);
  }
  return pairs;
}

/**
 * How alike two sentences are: the part of words that they share, from 0 to 1; more by a half if they are from the same
 * finding, by a quarter if from findings of one family, such as `ytd.more_by` and `ytd.less_by`.
 */
function likenessOf(one: Sentence, other: Sentence): number {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const shared = [...words].filter((word) => others.has(word)).length;
  const common = (2 * shared) / (words.size + others.size);
  if (!one.finding || !other.finding) return common;
  if (one.finding === other.finding) return common + 0.5;
  return familyOf(one.finding) === familyOf(other.finding) ? common + 0.25 : common;
}

function familyOf(finding: string): string {
  return finding.slice(0, finding.indexOf('.'));
}

function wordsOf({ text }: Sentence): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

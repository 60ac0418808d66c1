import {
  type Dataset,
  type Edition,
  editionAt,
  editionsBetween,
  firstEdition,
  parseEdition,
} from '../dataset/index.ts';

/** An edition that does not exist, with the first and last that do. */
export class EditionError extends Error {
  override readonly name = 'EditionError';
  readonly first: Edition;
  readonly last: Edition;

  constructor(asked: string, first: Edition, last: Edition) {
    super(`There is no edition "${asked}": editions run from ${first} to ${last}, one a month.`);
    this.first = first;
    this.last = last;
  }
}

/** The editions that exist at an instant: from the month of the first publication to the current month. */
export function editionsOf(dataset: Dataset, now: Date): readonly Edition[] {
  return editionsBetween(firstEdition(dataset), editionAt(now));
}

/** The edition with a name, which may be `latest`. Throws an {@link EditionError} if there is none. */
export function resolveEdition(name: string, dataset: Dataset, now: Date): Edition {
  const [first, last] = [firstEdition(dataset), editionAt(now)];
  const edition = name === 'latest' ? last : parseEdition(name);
  if (!edition || edition < first || edition > last) throw new EditionError(name, first, last);
  return edition;
}

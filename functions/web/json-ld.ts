import type { Document } from '../document/index.ts';
import { Markup } from './markup.ts';

/** What a page says of the data behind it to machines. */
export interface DatasetFacts {
  /** The day of its newest publication, `YYYY-MM-DD`. */
  readonly published: string;
  /** The months from which figures are known, as an interval of ISO 8601; empty where there are none. */
  readonly covers: string;
  /** The address of the licence of the data. */
  readonly licence: string;
  /** The publications that the figures come from, each with its publisher and the address of the publication. */
  readonly sources: readonly { readonly publisher: string; readonly title: string; readonly address: string }[];
}

/** The data of a page as a `Dataset` of schema.org in JSON-LD. It can stand in a script element: no text in it ends that. */
export function jsonLdOf(document: Document, { published, covers, licence, sources }: DatasetFacts): Markup {
  const { language, title, subject, keywords, running, cover } = document;
  const publisherOf = publishersOnce();
  const dataset = {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: title,
    description: subject,
    inLanguage: language,
    keywords: keywords.split(/[;,] */),
    datePublished: published,
    ...(covers === '' ? {} : { temporalCoverage: covers }),
    isAccessibleForFree: true,
    license: licence,
    creator: { '@type': 'Organization', name: cover.publisher || running.series },
    isBasedOn: sources.map(({ publisher, title: name, address }) => ({
      '@type': 'CreativeWork',
      name,
      publisher: publisherOf(publisher),
      ...(address === '' ? {} : { url: address }),
    })),
  };
  const text = JSON.stringify(dataset).replace(
    /[<>&\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new Markup(text);
}

/** Publishers as organizations: each is named where it first stands, and is meant by its id afterwards. */
function publishersOnce(): (name: string) => object {
  const ids = new Map<string, string>();
  return (name) => {
    const known = ids.get(name);
    if (known) return { '@id': known };
    const id = `#publisher-${ids.size + 1}`;
    ids.set(name, id);
    return { '@type': 'Organization', '@id': id, name };
  };
}

import { parse } from 'csv-parse/sync';
import { editionOf } from '../briefings/index.ts';
import { cutOff, type Dataset, dayInMinsk, type Edition, editionAt, lastDay } from '../dataset/index.ts';
import { figuresOf } from '../renderer/index.ts';

/** What the page shows of an edition before it is printed. */
export interface EditionFacts {
  readonly edition: Edition;
  readonly isCurrent: boolean;
  /** The period of the trade figures, such as `2021-01/2021-05`; null when there are none. */
  readonly period: string | null;
  /** Null in the first edition, where every figure is new. */
  readonly news: { readonly added: number; readonly revised: number } | null;
  /** The figures that were published, not calculated. */
  readonly published: number;
  /** Day, month or year of the newest publication, and the day on which its age is taken. */
  readonly newestPublished: string;
  readonly asOf: string;
  readonly rows: Measured;
  readonly checks: Measured & { readonly hold: number };
  readonly figures: File;
  readonly dataPackage: File;
}

/** A count, and the milliseconds that reading, or deriving and proving, took. */
interface Measured {
  readonly count: number;
  readonly milliseconds: number;
}

/** How many things a file holds, and its size in bytes. */
interface File {
  readonly count: number;
  readonly bytes: number;
}

interface FiguresFile {
  readonly figures: readonly { readonly key: string; readonly status: string; readonly period: string }[];
  readonly proof: readonly { readonly agrees: boolean }[];
  readonly news?: { readonly added: readonly unknown[]; readonly revised: readonly unknown[] };
}

/** Reads, checks and counts the data of an edition. The age is taken today, or on its last day when it is over. */
export function factsOf(dataset: Dataset, edition: Edition, now: Date): EditionFacts {
  const begun = performance.now();
  const data = editionOf(dataset, edition);
  const tables = [...data.files].filter(([name]) => name.endsWith('.csv'));
  const rows = tables.map(([, bytes]) => parse(Buffer.from(bytes)).length - 1);
  const read = performance.now();
  const figures = figuresOf(data);
  const proved = performance.now();
  const { figures: entries, proof, news } = JSON.parse(new TextDecoder().decode(figures)) as FiguresFile;
  const published = data.vintage.observations.map(({ source }) => source.published);
  const [newestPublished = ''] = published.toSorted((a, b) => lastDay(b).localeCompare(lastDay(a)));
  const isCurrent = edition === editionAt(now);
  return {
    edition,
    isCurrent,
    period: entries.find(({ key }) => key === 'turnover')?.period ?? null,
    news: news ? { added: news.added.length, revised: news.revised.length } : null,
    published: entries.filter(({ status }) => status === 'published').length,
    newestPublished,
    asOf: isCurrent ? dayInMinsk(now) : cutOff(edition),
    rows: { count: sum(rows), milliseconds: read - begun },
    checks: {
      count: proof.length,
      hold: proof.filter(({ agrees }) => agrees).length,
      milliseconds: proved - read,
    },
    figures: { count: entries.length, bytes: figures.length },
    dataPackage: { count: tables.length, bytes: sum([...data.files.values()].map(({ length }) => length)) },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

import type { PackageChanges } from '../changes/index.ts';
import type { Edition, Violation } from '../dataset/index.ts';
import type { Remark } from '../desk/index.ts';
import type { Move, Objection } from '../publishing/index.ts';
import type { Remaking } from './remake-editions.ts';

/** The current data and how they came to be. */
export interface DeskState {
  readonly place: 'stack' | 'computer';
  /** The current version; `digest` is null for the data that come with the code. */
  readonly version: string;
  readonly digest: string | null;
  /** The version of the data that come with the code. */
  readonly bundled: string;
  /** Newest first. */
  readonly moves: readonly Move[];
  /** The digests of versions that a roll-back withdrew. */
  readonly withdrawn: readonly (string | null)[];
}

/** What was found in a file: problems, or what publishing it would change. */
export type Checked = {
  readonly file: string;
  readonly remarks: readonly Remark[];
} & (
  | { readonly outcome: 'problems'; readonly problems: readonly Violation[] }
  | {
      readonly outcome: 'changes';
      /** Names the draft in later requests. */
      readonly draft: string;
      /** How many rows were checked. */
      readonly rows: number;
      readonly changes: PackageChanges;
      /** Why it would be refused as it is. */
      readonly objections: readonly Objection[];
      /** The digest of the version that they are about; null where nothing is published. */
      readonly over: string | null;
    }
);

/** What became of a publication or a roll-back. */
export type Moved =
  | Extract<Checked, { outcome: 'problems' }>
  /** It would undo what others published; `over` is the current version, which alone may be overridden. */
  | { readonly outcome: 'refused'; readonly objections: readonly Objection[]; readonly over: string | null }
  | { readonly outcome: 'unchanged' }
  | {
      readonly outcome: 'published' | 'rolled back';
      readonly version: string;
      readonly digest: string | null;
      /** ISO 8601. */
      readonly since: string;
      /** The editions that change, the oldest first, and how they are made anew. */
      readonly editions: readonly Edition[];
      readonly remaking: Remaking;
    };

import type { Language } from '../../functions/dataset/index.ts';
import type { Content } from '../content/content.ts';

/**
 * What a tool gets to prepare: the content in each language, the folder of the typefaces, and a folder for its files.
 */
export interface Supplies {
  readonly contents: Readonly<Record<Language, Content>>;
  /** Contains each face as `<face name>.ttf`. */
  readonly fontFolder: string;
  readonly scratch: string;
  /** The folder of installed programs that do not come from npm. */
  readonly tools: string;
}

/** A tool that is ready to print. */
export interface Peer {
  /** Prints the briefing in a language: all work of one request, without the work done once. */
  render(language: Language): Promise<Uint8Array>;
  /**
   * Called before each print and not measured. Clears caches, so that the next print is like that of a new document.
   */
  readonly forget?: () => void;
  readonly close?: () => Promise<void>;
}

/** The exports of a tool's module. */
export interface PeerModule {
  /** Prepares the tool: all work that a service would do once. */
  open(supplies: Supplies): Promise<Peer>;
}

/**
 * Loads a package that only `bench/peers/package.json` declares. `T` describes the few members that are used, so that
 * the project can be type-checked without these packages.
 */
export async function peerPackage<T>(name: string): Promise<T> {
  return (await import(name)) as T;
}

import type { Language } from '../../functions/dataset/index.ts';
import type { Content } from '../content/content.ts';

/** What a tool is given to get ready: the content in each language, the folder of the typefaces, and one for its files. */
export interface Supplies {
  readonly contents: Readonly<Record<Language, Content>>;
  /** Holds each face as `<face name>.ttf`. */
  readonly fontFolder: string;
  readonly scratch: string;
  /** Where the installer put programs that are not of npm. */
  readonly tools: string;
}

/** A tool that is ready to print. */
export interface Peer {
  /** Prints the briefing in a language; all that the tool does for one request, and nothing that it does once. */
  render(language: Language): Promise<Uint8Array>;
  /** Done before each print and not measured: makes the next one as new as a document that was never seen. */
  readonly forget?: () => void;
  readonly close?: () => Promise<void>;
}

/** What a module of a tool exports. */
export interface PeerModule {
  /** Gets the tool ready: everything that a service would do once. */
  open(supplies: Supplies): Promise<Peer>;
}

/**
 * A package that only `bench/peers/package.json` declares, seen through the few members that are used of it: the
 * project is checked without these packages.
 */
export async function peerPackage<T>(name: string): Promise<T> {
  return (await import(name)) as T;
}

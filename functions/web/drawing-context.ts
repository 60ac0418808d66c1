import type { Mark, Theme } from '../drawing/index.ts';
import { Markup } from './markup.ts';

/** What a drawing is written with. */
export interface DrawingContext {
  readonly theme: Theme;
  /** Drawings that are used several times on the page, in the order of their first use. */
  readonly shared: SharedDrawings;
}

/** The drawings that several charts of a page show, such as the land of a map in two sizes. */
export class SharedDrawings {
  private readonly ids = new Map<readonly Mark[], string>();
  private readonly symbols: string[] = [];

  /** The id of a drawing; it is written once, whoever asks for it. */
  idOf(marks: readonly Mark[], write: () => string): string {
    const known = this.ids.get(marks);
    if (known) return known;
    const id = `drawing-${this.ids.size + 1}`;
    this.ids.set(marks, id);
    this.symbols.push(`<g id="${id}">${write()}</g>`);
    return id;
  }

  /** All of them, to stand once on the page, unseen. */
  written(): Markup {
    if (this.symbols.length === 0) return new Markup('');
    return new Markup(`<svg class="shared" width="0" height="0" aria-hidden="true">${this.symbols.join('')}</svg>`);
  }
}

/** A change to a module of a library that leaves out what a function does not use. */
export interface Cut {
  /** The end of the path of the module. */
  readonly path: string;
  /** Gives the changed text, and how often it was changed. */
  readonly change: (text: string) => readonly [text: string, times: number];
  /** How often the text is changed; another number means that the library was rearranged. */
  readonly times: number;
}

/** Changes a text at the one place that it is meant for; null where that is not found, or found more than once. */
export type Edit = (text: string) => string | null;

/** Puts a text in the place of what a pattern finds. */
export const put =
  (place: RegExp, by = ''): Edit =>
  (text) => {
    const [, before, ...more] = text.split(place);
    return before === undefined || more.length > 0 ? null : text.replace(place, () => by);
  };

/** Edits a module. */
export const edited = (path: string, edits: readonly Edit[]): Cut => ({
  path,
  change: (text) => {
    let [changed, times] = [text, 0];
    for (const edit of edits) {
      const next = edit(changed);
      if (next === null) continue;
      changed = next;
      times += 1;
    }
    return [changed, times];
  },
  times: edits.length,
});

/** Puts a text in the place of a module that exports certain names. */
export const replaced = (path: string, names: readonly string[], text: string): Cut => ({
  path,
  change: (found) => [text, names.filter((name) => new RegExp(`export .*\\b${name}\\b`).test(found)).length],
  times: names.length,
});

/** Leaves out a module whose exports are imported and never called here: whatever called one would hear so. */
export const uncalled = (path: string, names: readonly string[]): Cut => {
  const refuse = (name: string) =>
    `export function ${name}() { throw new Error('${path} was left out of the bundle'); }`;
  return replaced(path, names, names.map(refuse).join('\n'));
};

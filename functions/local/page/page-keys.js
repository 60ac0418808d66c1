/** Where each key leads in pages that are turned, from the page that is shown and how many there are. */
const turns = {
  ArrowLeft: (page) => page - 1,
  ArrowRight: (page) => page + 1,
  PageUp: (page) => page - 1,
  PageDown: (page) => page + 1,
  Home: () => 1,
  End: (_, total) => total,
};

/** The page that a key leads to, also one before the first or after the last; null for a key that turns none. */
export function pageByKey({ ctrlKey, metaKey, altKey }, key, page, total) {
  return ctrlKey || metaKey || altKey ? null : (turns[key]?.(page, total) ?? null);
}

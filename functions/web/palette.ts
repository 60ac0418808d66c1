import type { Colours, Theme } from '../drawing/index.ts';

/** The colours of a page: the roles of the brand and the ground on which everything stands. */
export interface PageColours extends Colours {
  readonly ground: string;
}

/** The same theme with the name of each role in place of its colour, for drawings that are light or dark as their page. */
export function inRoles(theme: Theme): Theme {
  const known = themesInRoles.get(theme);
  if (known) return known;
  const roles = Object.fromEntries(Object.keys(theme.colours).map((role) => [role, role]));
  const named = { ...theme, colours: roles as unknown as Colours };
  themesInRoles.set(theme, named);
  return named;
}

/** Each theme once, because drawings that are made once belong to a theme. */
const themesInRoles = new WeakMap<Theme, Theme>();

/** The colours of a palette as custom properties, one for each role. */
export function propertiesOf(colours: PageColours): string {
  return Object.entries(colours)
    .map(([role, colour]) => `${propertyOf(role)}:${colour}`)
    .join(';');
}

const properties = new Map<string, string>();

/** The custom property of a role: the beginnings of its words, as a page names it some thousand times. */
export function propertyOf(role: string): string {
  const known = properties.get(role);
  if (known) return known;
  const words = role.match(/[A-Z]?[a-z]+/g) ?? [];
  const property = `--${words.map((word) => word.slice(0, 2).toLowerCase()).join('')}`;
  properties.set(role, property);
  return property;
}

/** A style sheet whose authors write roles by their whole names. */
export function withProperties(style: string, colours: PageColours): string {
  return style.replace(/var\(--(\w+)\)/g, (whole, role: string) =>
    Object.hasOwn(colours, role) ? `var(${propertyOf(role)})` : whole,
  );
}

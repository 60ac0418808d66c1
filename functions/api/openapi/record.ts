/** A schema of an object with exactly these fields. All are required unless they are named as optional. */
export function record(
  description: string,
  properties: Readonly<Record<string, object>>,
  optional: readonly string[] = [],
) {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', description, properties, required, additionalProperties: false } as const;
}

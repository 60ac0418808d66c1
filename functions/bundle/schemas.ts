/**
 * The exports of an AWS client that we use: its schemas, with names that end in a dollar sign, and which of them
 * describe errors.
 */
interface Client {
  readonly errorTypeRegistries: readonly {
    readonly namespace: string;
    getErrorCtor(schema: object): { readonly name: string } | undefined;
  }[];
}

/**
 * The source of a module with the same schemas as the client, written as literals. The client itself names the keys by
 * constants, so esbuild cannot see that the schemas have no side effects and would keep those of a hundred calls that
 * we do not make. Throws when a schema holds a value of an unknown kind.
 */
export function writeSchemas(client: Client): string {
  const exported = Object.entries(client).filter(([name, value]) => name.endsWith('$') && Array.isArray(value));
  const names = new Map<unknown, string>(exported.map(([name, schema]) => [schema, name]));
  /** The name of a schema. A schema that is not exported gets a name and is written later. */
  const nameOf = (schema: unknown): string => {
    const name = names.get(schema) ?? `schema${names.size}`;
    names.set(schema, name);
    return name;
  };
  const literalOf = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map((item) => names.get(item) ?? literalOf(item)).join(', ')}]`;
    if (typeof value === 'function') return `() => ${Array.isArray(value()) ? nameOf(value()) : literalOf(value())}`;
    if (typeof value === 'number' || typeof value === 'string') return JSON.stringify(value);
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) {
      throw new Error(
        `a schema of AWS holds ${String(value)}: functions/bundle/schemas.ts does not know how to write it`,
      );
    }
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${JSON.stringify(key)}: ${literalOf(item)}`)
      .join(', ')} }`;
  };
  // The map grows during this iteration.
  const schemas = [...names.entries().map(([schema, name]) => `export var ${name} = ${literalOf(schema)};`)];
  const registries = client.errorTypeRegistries.map(
    ({ namespace }) => `new TypeRegistry(${JSON.stringify(namespace)})`,
  );
  const errors = exported.flatMap(([name, schema]) => {
    const index = client.errorTypeRegistries.findIndex((registry) => registry.getErrorCtor(schema) !== undefined);
    const type = client.errorTypeRegistries[index]?.getErrorCtor(schema)?.name;
    if (type === undefined) return [];
    const file = `../models/${type.endsWith('ServiceException') ? type : 'errors'}`;
    return [
      `import { ${type} } from ${JSON.stringify(file)};`,
      `errorTypeRegistries[${index}].registerError(${name}, ${type});`,
    ];
  });
  return [
    "import { TypeRegistry } from '@smithy/core/schema';",
    ...schemas,
    `export const errorTypeRegistries = [${registries.join(', ')}];`,
    ...errors,
  ].join('\n');
}

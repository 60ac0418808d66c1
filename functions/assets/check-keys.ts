import Handlebars from 'handlebars';

/**
 * Checks that every message which a template names, {{t "key"}}, is among `keys`: here the compiler of TypeScript does
 * not reach. The error carries the line and column that it is about, as Handlebars' own errors do.
 */
export function checkKeys(source: string, keys: ReadonlySet<string>): void {
  new KeyVisitor(keys).accept(Handlebars.parse(source));
}

class KeyVisitor extends Handlebars.Visitor {
  private readonly keys: ReadonlySet<string>;

  constructor(keys: ReadonlySet<string>) {
    super();
    this.keys = keys;
  }

  override MustacheStatement(call: hbs.AST.MustacheStatement): void {
    this.check(call);
    super.MustacheStatement(call);
  }

  override SubExpression(call: hbs.AST.SubExpression): void {
    this.check(call);
    super.SubExpression(call);
  }

  private check({ path, params, loc }: hbs.AST.MustacheStatement | hbs.AST.SubExpression): void {
    if (!('original' in path) || path.original !== 't') return;
    const [key] = params;
    const named = key && 'value' in key ? String(key.value) : null;
    if (named !== null && this.keys.has(named)) return;
    const problem =
      named === null
        ? '{{t}} needs the key of a message'
        : `templates/messages.csv has no message "${named}"; add a row with that key`;
    throw Object.assign(new Error(problem), { lineNumber: loc.start.line, column: loc.start.column });
  }
}

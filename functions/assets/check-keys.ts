import Handlebars from 'handlebars';
import { somewhere, TemplateError } from '../document/index.ts';

/**
 * Checks that every message in a template, {{t "key"}}, is among `keys`, because TypeScript does not check templates.
 * Throws a {@link TemplateError} with line and column; the caller adds the file.
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
    const place = { ...somewhere, row: loc.start.line, column: String(loc.start.column + 1), value: named ?? '' };
    if (named !== null) throw new TemplateError({ ...place, code: 'message_unknown', values: { key: named } });
    throw new TemplateError({ ...place, code: 'helper_needs', values: { helper: 't', needed: 'message_key' } });
  }
}

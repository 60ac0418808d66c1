import type { Plugin } from 'esbuild';

/**
 * What PDFKit imports for things that it never does here, with the names that it asks for: reading typefaces (ours are
 * handed over as objects), breaking lines, reading pictures, encrypting. They are three quarters of its code.
 */
const unused: ReadonlyMap<string, readonly string[]> = new Map([
  ['fontkit', ['create']],
  ['linebreak', ['default']],
  ['png-js', ['default']],
  ['@noble/ciphers/aes', ['cbc', 'ecb']],
]);

/**
 * Leaves out of a bundle what PDFKit imports and does not use here; whatever called it would hear so. The build fails
 * when PDFKit no longer asks for one of them, so that this list stays as true as its version.
 */
export function slimPlugin(): Plugin {
  return {
    name: 'slim',
    setup({ onStart, onResolve, onLoad, onEnd }) {
      const left = new Set<string>();
      onStart(() => left.clear());
      onResolve({ filter: /^(fontkit|linebreak|png-js|@noble\/ciphers\/aes)$/ }, ({ path, importer }) => {
        if (!importer.includes('/pdfkit/')) return null;
        left.add(path);
        return { path, namespace: 'unused' };
      });
      onLoad({ filter: /.*/, namespace: 'unused' }, ({ path }) => ({ contents: stubOf(path), loader: 'js' }));
      onEnd(() => {
        const gone = [...unused.keys()].filter((name) => !left.has(name));
        const text = `PDFKit no longer imports ${gone.join(', ')}; look at what it does now, and mend slim-plugin.ts`;
        return gone.length > 0 ? { errors: [{ text }] } : {};
      });
    },
  };
}

function stubOf(path: string): string {
  const refuse = `() => { throw new Error('${path} was left out of the bundle'); }`;
  const exported = (unused.get(path) ?? []).map((name) =>
    name === 'default' ? `export default ${refuse};` : `export const ${name} = ${refuse};`,
  );
  return exported.join('\n');
}

import type { Plugin } from 'esbuild';

const fileCalls = ['link', 'mkdir', 'open', 'readdir', 'readFile', 'rename', 'rm', 'stat', 'writeFile'];

/**
 * Loads `node:fs/promises` only when a file is first read or written, which never happens when briefings are in a
 * bucket.
 */
export const lateFiles: Plugin = {
  name: 'late-files',
  setup({ onResolve, onLoad }) {
    const namespace = 'late-files';
    onResolve({ filter: /^node:fs\/promises$/ }, ({ path, importer }) =>
      importer === path ? { path, external: true } : { path, namespace },
    );
    onLoad({ filter: /.*/, namespace }, () => ({
      contents: fileCalls
        .map((call) => `export const ${call} = (...values) => require('node:fs/promises').${call}(...values);`)
        .join('\n'),
    }));
  },
};

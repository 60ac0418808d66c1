import type { Plugin } from 'esbuild';

const fileCalls = ['link', 'mkdir', 'open', 'readdir', 'readFile', 'rename', 'rm', 'stat', 'writeFile'];

/** Makes Node load `node:fs/promises` when a file is first read or written: where briefings lie in a bucket none is. */
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

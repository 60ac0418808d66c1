import type { Plugin } from 'esbuild';
import type { Stub } from './stubs.ts';

/**
 * Replaces modules of libraries with stubs. The build fails when nothing imports one of the modules any more. esbuild
 * itself fails when a library imports a name that a stub does not export.
 */
export function leaveOut(stubs: readonly Stub[]): Plugin {
  return {
    name: 'leave-out',
    setup({ onLoad, onEnd }) {
      const used = new Set<Stub>();
      for (const stub of stubs) {
        const filter = new RegExp(`/node_modules/${stub.module.replaceAll('.', '\\.')}(/|$)`);
        onLoad({ filter }, () => {
          used.add(stub);
          return { contents: stub.source };
        });
      }
      onEnd(() => ({
        errors: stubs
          .filter((stub) => !used.has(stub))
          .map(({ module }) => ({
            text: `nothing imports ${module} any more: remove its stub from functions/bundle/stubs.ts, or name the module that took its place`,
          })),
      }));
    },
  };
}

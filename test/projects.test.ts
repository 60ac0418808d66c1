import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, matchesGlob } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { print, system } from '../vitest.config.ts';

const project = fileURLToPath(new URL('..', import.meta.url));

const tests = globSync('test/**/*.test.ts', { cwd: project }).map((file) => file.replaceAll('\\', '/'));

const isIn = (globs: readonly string[]) => (file: string) => globs.some((glob) => matchesGlob(file, glob));

/** The imports of a test, direct or through other files in `test/`. */
function importsOf(file: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const [, name = ''] of readFileSync(join(project, file), 'utf8').matchAll(/ from '([^']+)'/g)) {
    const target = name.startsWith('.') ? join(dirname(file), name).replaceAll('\\', '/') : name;
    if (seen.has(target)) continue;
    seen.add(target);
    if (target.startsWith('test/') && target.endsWith('.ts') && existsSync(join(project, target))) {
      importsOf(target, seen);
    }
  }
  return seen;
}

const startsMuch = /^(node:child_process|esbuild|aws-cdk-lib.*|functions\/bundle\/.*)$/;
const rendersDocuments = /^(test\/renders\.ts|functions\/assets\/source-renderer\.ts)$/;

function importing(files: readonly string[], what: RegExp): readonly string[] {
  return files.flatMap((file) => {
    const found = importsOf(file)
      .values()
      .find((target) => what.test(target));
    return found ? [`${file} imports ${found}`] : [];
  });
}

it('a test that builds, starts processes or makes stacks is in the project system: list it in vitest.config.ts', () => {
  expect(
    importing(
      tests.filter((file) => !isIn(system)(file)),
      startsMuch,
    ),
  ).toEqual([]);
});

it('a test that renders documents is in the project print: list it in vitest.config.ts', () => {
  const unit = tests.filter((file) => !isIn([...system, ...print])(file));
  expect(unit.length).toBeGreaterThan(30);
  expect(importing(unit, rendersDocuments)).toEqual([]);
});

it('every line of the lists in vitest.config.ts finds a test', () => {
  const idle = [...system, ...print].filter((glob) => !tests.some((file) => matchesGlob(file, glob)));
  expect(idle).toEqual([]);
});

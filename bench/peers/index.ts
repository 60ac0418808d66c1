import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { needDebianPackage, needProgram, needPython, runWell } from '../../test/conformance/programs.ts';

/** A tool to measure. */
export interface PeerEntry {
  readonly name: string;
  /** Its description in the table. */
  readonly title: string;
  /** Installs what does not come from npm. Throws with the reason when it cannot. */
  readonly install?: (tools: string, say: (line: string) => void) => Promise<void>;
  readonly version: (tools: string) => Promise<string>;
}

/** The name of our renderer among the tools. */
export const ours = 'gomel-briefing';

/** The version of WeasyPrint on PyPI. */
const weasyPrint = '70.0';

/** All tools, ours first. */
export const peers: readonly PeerEntry[] = [
  { name: ours, title: '**this project**', version: () => versionIn('../../package.json') },
  {
    name: 'gomel-briefing-new',
    title: 'this project, other figures at each print',
    version: () => versionIn('../../package.json'),
  },
  {
    name: 'typst',
    title: 'Typst, native, by its binding for Node',
    version: () => versionOf('@myriaddreamin/typst-ts-node-compiler'),
  },
  {
    name: 'typst-again',
    title: 'Typst, the same document from its memory',
    version: () => versionOf('@myriaddreamin/typst-ts-node-compiler'),
  },
  { name: 'jspdf', title: 'jsPDF, placed by hand', version: () => versionOf('jspdf') },
  { name: 'pdfkit', title: 'PDFKit, its own text flow', version: () => versionOf('pdfkit') },
  { name: 'pdfmake', title: 'pdfmake', version: () => versionOf('pdfmake') },
  { name: 'react-pdf', title: '@react-pdf/renderer', version: () => versionOf('@react-pdf/renderer') },
  { name: 'chromium', title: 'Chromium, kept running', install: needChromium, version: chromiumVersion },
  { name: 'chromium-launched', title: 'Chromium, launched', install: needChromium, version: chromiumVersion },
  {
    name: 'weasyprint',
    title: 'WeasyPrint, kept running',
    install: async (tools, say) => {
      for (const name of ['libpango-1.0-0', 'libpangoft2-1.0-0', 'libharfbuzz-subset0'])
        await needDebianPackage(name, say);
      await needPython(tools, [`weasyprint==${weasyPrint}`], say);
    },
    version: async () => weasyPrint,
  },
];

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Installs the npm packages of the lock file in this folder. */
export async function installPackages(say: (line: string) => void): Promise<void> {
  const installed = await readFile(`${folder}node_modules/.package-lock.json`, 'utf8').catch(() => null);
  const wanted = JSON.parse(await readFile(`${folder}package-lock.json`, 'utf8')) as Lock;
  if (installed && sameVersions(JSON.parse(installed) as Lock, wanted)) return;
  say('installing the other tools from npm');
  await runWell('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder });
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly optional?: boolean }>>;
}

/** Whether everything in a lock file is installed, except packages for other systems. */
function sameVersions(installed: Lock, wanted: Lock): boolean {
  return Object.entries(wanted.packages).every(
    ([path, { version, optional }]) => path === '' || optional || installed.packages[path]?.version === version,
  );
}

/** The file of a tool's module. */
export function moduleOf({ name }: PeerEntry): string {
  return `${folder}${name}.ts`;
}

/** The script of the process that a tool runs in. */
export const host: string = `${folder}host.ts`;

async function needChromium(_: string, say: (line: string) => void): Promise<void> {
  await needProgram('chromium', 'chromium', say);
}

async function chromiumVersion(): Promise<string> {
  return /[\d.]+/.exec(await runWell('chromium', ['--version', '--no-sandbox']))?.[0] ?? '';
}

function versionOf(name: string): Promise<string> {
  return versionIn(`./node_modules/${name}/package.json`);
}

async function versionIn(file: string): Promise<string> {
  return (JSON.parse(await readFile(new URL(file, import.meta.url), 'utf8')) as { version: string }).version;
}

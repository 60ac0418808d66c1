/**
 * Runs a command of ours, a TypeScript file, with its arguments. npm starts every command through this file. It is
 * plain JavaScript, so that it can say what to do on a Node that does not read TypeScript, or without our packages.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , script = ''] = process.argv;
// The command finds its arguments as if it had been started itself.
process.argv.splice(1, 2, resolve(script));

if (process.features.typescript) {
  await import(pathToFileURL(resolve(script)).href).catch((error) => {
    if (error?.code !== 'ERR_MODULE_NOT_FOUND' || !/^Cannot find package/.test(error.message)) throw error;
    refuse('The packages that this project uses are not installed. Run: npm ci');
  });
} else {
  refuse(
    `This is Node ${process.version}, which does not read TypeScript. Run "npm ci", without --omit=optional: it brings the Node that the commands use. Then start them with npm.`,
  );
}

/** Ends the command with a sentence in place of a stack. */
function refuse(reason) {
  process.stderr.write(`${reason}\n`);
  process.exitCode = 1;
}

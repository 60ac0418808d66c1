export { oneOf, readPort, UsageError } from './options.ts';
export { CommandError, clearProgress, reasonOf, runCommand, showProgress } from './terminal.ts';

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Annotations, App } from 'aws-cdk-lib';
import { BriefingStack } from './briefing-stack.ts';
import { readSettings, SettingError, type Settings, warningsOf } from './settings.ts';

const app = new App();
const settings = settingsOf(app);
// A bundle contains the brand and code for one processor architecture, so it is built once the settings are known.
const build = fileURLToPath(new URL('../functions/bundle/build.ts', import.meta.url));
const options = ['--brand', settings.brand, '--architecture', settings.architecture.name];
process.stderr.write('Building the functions…\n');
execFileSync(process.execPath, [build, ...options], { stdio: ['ignore', 'inherit', 'inherit'] });
const stack = new BriefingStack(app, settings.name, {
  description: 'Briefings on the economic ties between Gomel Oblast and Russia',
  settings,
});
const { context } = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8')) as {
  readonly context: Readonly<Record<string, unknown>>;
};
for (const [at, warning] of warningsOf(app, settings, context).entries()) {
  Annotations.of(stack).addWarningV2(`gomel-briefing:settings-${at}`, warning);
}
const { directory } = app.synth();
process.stderr.write(`The template is ${join(directory, stack.templateFile)}\n`);

/** The settings of the app. Prints the reason and ends the process when one is not accepted. */
function settingsOf(app: App): Settings {
  try {
    return readSettings(app);
  } catch (error) {
    if (!(error instanceof SettingError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

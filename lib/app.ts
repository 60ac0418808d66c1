import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { BriefingStack } from './briefing-stack.ts';
import { readSettings } from './settings.ts';

const app = new App();
new BriefingStack(app, 'GomelBriefing', {
  description: 'Briefings on the economic ties between Gomel Oblast and Russia',
  settings: readSettings(app),
});
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();

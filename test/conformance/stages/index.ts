import type { Stage } from '../stage.ts';
import { dataWorkbook } from './data-workbook.ts';
import { deploy } from './deploy.ts';
import { storeFaults } from './faults.ts';
import { frictionless } from './frictionless.ts';
import { load } from './load.ts';
import { mail } from './mail.ts';
import { page } from './page.ts';
import { playback } from './playback.ts';
import { sam } from './sam.ts';
import { schemathesis } from './schemathesis.ts';
import { templates } from './templates.ts';
import { veraPdf } from './verapdf.ts';
import { web } from './web.ts';
import { workbook } from './workbook.ts';

/** All stages, in the order in which they run. */
export const stages: readonly Stage[] = [
  veraPdf,
  workbook,
  dataWorkbook,
  playback,
  frictionless,
  schemathesis,
  load,
  storeFaults,
  mail,
  page,
  web,
  templates,
  sam,
  deploy,
];

import { saveFiles } from '../page/author.ts';
import { Bench, type Finding } from '../page/bench.ts';
import { startBrowser } from '../page/browser.ts';
import { publishFromDesk } from '../page/desk.ts';
import { compareFigures } from '../page/figures.ts';
import { skipAndGoBack, useKeyboard } from '../page/keyboard.ts';
import { checkPreferences, checkSharpness } from '../page/senses.ts';
import { lookAtStates } from '../page/states.ts';
import { chooseWhilePainting, moveClock, stopServer, stopServerElsewhere } from '../page/time.ts';
import type { Outcome, Stage } from '../stage.ts';

/** What to test of the page, by the numbers of its specification. */
const points: Readonly<Record<number, string>> = {
  1: 'axe-core (WCAG 2.2 AA and best practice) finds nothing: ready, rendering, error in data, error in a template, offline, empty, expired, and every state of the data desk, in three languages, at 1440, 1024 and 360 px, light and dark',
  2: 'pages opened without a violation of the policy, an error in the console or a request to another site',
  3: 'no sideways scroll at 320 px (1280 px at 400 %), targets of at least 24 px',
  4: 'with the keyboard alone: choose, turn, copy, make, leave every region',
  5: 'a file saved, broken and repaired: pages, marks, problem, title and announcement',
  6: 'the clock moved to five minutes before the end of a link, to its end, and a new link',
  7: 'the server stopped and started: banner, the same bytes saved, recovery by itself',
  8: 'the page as sharp as the screen at ratios 1, 2 and 3; one swap for a render, without a flash',
  9: 'reduced motion, forced colours, 200 %, text of 200 %, JavaScript off',
  10: 'figures on the page, in figures.json and in the PDF are the same, in three languages',
  11: 'the data desk: a workbook taken, checked, compared, previewed, published and taken back with the keyboard alone',
};

/** The local page in a real browser: every state, language, width and colour scheme, and every user action. */
export const page: Stage = {
  name: 'page',
  about:
    'The local page works in Chromium: without a violation of WCAG 2.2 AA or of its policy, and asking no other site.',
  run: async (context) => {
    const bench = await Bench.open(await startBrowser(context), context.scratch);
    const parts: readonly (readonly [number, string, () => Promise<void>])[] = [
      [1, 'looking at every state', () => lookAtStates(bench)],
      [4, 'using the keyboard', () => useKeyboard(bench)],
      [4, 'going back', () => skipAndGoBack(bench)],
      [5, 'saving files', () => saveFiles(bench)],
      [6, 'moving the clock', () => moveClock(bench)],
      [7, 'stopping the server', () => stopServer(bench)],
      [7, 'stopping it elsewhere', () => stopServerElsewhere(bench)],
      [7, 'choosing while it paints', () => chooseWhilePainting(bench)],
      [8, 'measuring sharpness', () => checkSharpness(bench)],
      [9, 'setting preferences', () => checkPreferences(bench)],
      [10, 'comparing figures', () => compareFigures(bench, context.say)],
      [11, 'publishing from the desk', () => publishFromDesk(bench, context.say)],
    ];
    try {
      for (const [point, doing, run] of parts) {
        context.say(doing);
        await run().catch((error: Error) => bench.check(point, doing, false, error.message));
        await bench.closePages();
      }
    } finally {
      await bench.close();
    }
    return summaryOf(bench.found);
  },
};

function summaryOf(found: readonly Finding[]): Outcome {
  const lines = Object.entries(points).map(([number, about]) => {
    const of = found.filter(({ point }) => point === Number(number));
    const failed = of.filter(({ holds }) => !holds);
    const details = failed.map(({ name, detail }) => `   - **does not hold**: ${name} (${detail.slice(0, 300)})`);
    return [`${number}. ${of.length - failed.length} of ${of.length}: ${about}.`, ...details].join('\n');
  });
  const passed = found.every(({ holds }) => holds);
  return {
    passed,
    summary: `What page.md asks for in its section 8, by number, and what editors do on the data desk:\n\n${lines.join('\n')}`,
  };
}

import { everyThirdEdition, type Played, playSpecimen } from '../../playback/specimen.ts';
import type { Outcome, Stage, StageContext } from '../stage.ts';

/** Plays made-up years of monthly bulletins edition by edition, when SPECIMEN names the program that makes them up. */
export const playback: Stage = {
  name: 'playback',
  about:
    'Made-up years of bulletins, printed month by month in each language and brand, pass every gate, and a program that works them out by itself finds every sentence true.',
  run: async ({ say }: StageContext): Promise<Outcome> => {
    const generator = process.env.SPECIMEN;
    if (!generator) {
      return {
        passed: true,
        skipped: true,
        summary: 'Skipped: SPECIMEN does not name a program that makes specimens.',
      };
    }
    const played: Played[] = [];
    for (const seed of [7, 11, 23]) {
      for (const plain of [false, true]) {
        say(`playing seed ${seed}${plain ? ', plain' : ''}`);
        played.push(await playSpecimen(generator, { seed, plain, editions: everyThirdEdition }));
      }
    }
    return summaryOf(played);
  },
};

/** The most problems of a specimen that are listed; the rest are counted. */
const mostListed = 40;

function summaryOf(played: readonly Played[]): Outcome {
  const rows = played.map(
    ({ name, documents, pages: [least, most], failures, sentences, unread }) =>
      `| ${name} | ${documents} | ${least}–${most} | ${failures.length || '–'} | ${sentences} | ${unread.length || '–'} |`,
  );
  const lists = played.flatMap(({ name, failures, unread }) => [
    ...failures.slice(0, mostListed).map((failure) => `- seed ${name}: ${failure}`),
    ...(failures.length > mostListed ? [`- seed ${name}: and ${failures.length - mostListed} more`] : []),
    ...unread.map((sentence) => `- seed ${name}, not checked: ${sentence}`),
  ]);
  const head = [
    '| seed | documents | pages | problems | sentences checked | not checked |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  return { passed: lists.length === 0, summary: [...head, ...rows, '', ...lists].join('\n') };
}

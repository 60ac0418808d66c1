import { beforeAll, expect, it } from 'vitest';
import { languages } from '../../functions/dataset/index.ts';
import { renditions } from '../../functions/store/index.ts';
import { temporaryFolder } from '../folders.ts';
import { type Month, monthInFolder, monthInS3 } from './killed-month.ts';

const named = ({ results }: Pick<Month, 'results'>) =>
  results.map(({ edition, language, form, format }) => [edition, language, form, format].join(' '));

/** The month of a process that was not killed. */
let whole: Month;
beforeAll(async () => {
  whole = await monthInS3();
  expect(whole.briefings.size).toBe(2 * languages.length * renditions.length);
});

it('after a month was killed, the next run completes the same month, in S3', async () => {
  const thirdWrite = whole.calls.flatMap((call, index) => (call === 'PUT' ? [index + 1] : []))[2] ?? 0;
  const killed = await monthInS3({ call: thirdWrite, moment: 'half way' });
  expect(killed.briefings).toEqual(whole.briefings);
  expect(named(killed)).toEqual(named(whole));
  const outcomes = killed.results.map(({ outcome }) => outcome);
  expect(outcomes).toEqual(outcomes.map((_, index) => (index < 2 ? 'was there' : 'made')));
});

it('after a month was killed, the next run completes the same month, in a folder', async () => {
  const killed = await monthInFolder(await temporaryFolder(), { sign: /\.part$/, delay: 0 });
  expect(killed.briefings).toEqual(whole.briefings);
  expect(named(killed)).toEqual(named(whole));
});

import { expect, it } from 'vitest';
import { temporaryFolder } from '../folders.ts';
import { monthInFolder, monthInS3 } from './killed-month.ts';

const named = ({ results }: { readonly results: readonly { readonly edition: string; readonly language: string }[] }) =>
  results.map(({ edition, language }) => `${edition} ${language}`);

it('a month whose process is killed is made whole by the next run, and is the same month, in S3', async () => {
  const whole = await monthInS3();
  expect(whole.briefings.size).toBe(6);
  const thirdWrite = whole.calls.flatMap((call, index) => (call === 'PUT' ? [index + 1] : []))[2] ?? 0;
  const killed = await monthInS3({ call: thirdWrite, moment: 'half way' });
  expect(killed.briefings).toEqual(whole.briefings);
  expect(named(killed)).toEqual(named(whole));
  const outcomes = killed.results.map(({ outcome }) => outcome);
  expect(outcomes).toEqual(['was there', 'was there', 'made', 'made', 'made', 'made']);
}, 60_000);

it('a month whose process is killed is made whole by the next run, and is the same month, in a folder', async () => {
  const whole = await monthInFolder(await temporaryFolder());
  const killed = await monthInFolder(await temporaryFolder(), { sign: /\.part$/, delay: 0 });
  expect(killed.briefings).toEqual(whole.briefings);
  expect(named(killed)).toEqual(named(whole));
}, 60_000);

import { describe, expect, it } from 'vitest';
import { languages } from '../../functions/dataset/index.ts';
import { calendar } from '../../functions/public/calendar.ts';
import { publicationDays } from '../../functions/public/publication-days.ts';
import { ShareWords } from '../../functions/public/share-words.ts';
import type { Share } from '../../functions/shares/index.ts';
import { noon } from '../package-files.ts';
import { wording } from './call.ts';

const share: Share = {
  id: 'a'.repeat(64),
  edition: 'latest',
  language: 'ru',
  label: '',
  endsAt: new Date('2027-05-22T12:00:00Z'),
  created: noon,
  revoked: null,
  reader: null,
};

const monthly = '0 8 1 * ? *';

const daysOf = (asked: Partial<Share>, schedule = monthly, now = noon) =>
  publicationDays({ ...share, ...asked }, schedule, now).map(
    ({ edition, at, expected }) => `${edition} ${at.toISOString().slice(0, 16)}${expected ? ' expected' : ''}`,
  );

describe('the days of publication', () => {
  it('are the last one and those to come, in the time of Minsk, for half a year', () => {
    const days = daysOf({});
    expect(days.slice(0, 3)).toEqual([
      '2026-10 2026-11-01T05:00',
      '2026-11 2026-12-01T05:00 expected',
      '2026-12 2027-01-01T05:00 expected',
    ]);
    expect(days).toHaveLength(7);
  });

  it('end when the share does', () => {
    expect(daysOf({ endsAt: new Date('2026-12-24T12:00:00Z') })).toHaveLength(2);
  });

  it('of one edition are its own', () => {
    expect(daysOf({ edition: '2024-07' })).toEqual(['2024-07 2024-08-01T05:00']);
    expect(daysOf({ edition: '2026-11' })).toEqual(['2026-11 2026-12-01T05:00 expected']);
  });

  it('follow the schedule, and are none when it is over', () => {
    expect(daysOf({}, '30 9 5 * ? *')[1]).toBe('2026-11 2026-12-05T06:30 expected');
    expect(daysOf({}, '0 8 1 * ? 2020')).toEqual([]);
  });
});

describe('a calendar', () => {
  const written = (language: Share['language'], changes: Partial<typeof wording> = {}) =>
    calendar(publicationDays(share, monthly, noon), new ShareWords(language, { ...wording, ...changes }), {
      address: 'https://share.example/s/token',
      now: noon,
    });
  const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

  it.each(languages)('in %s has lines of 75 bytes at most that end as RFC 5545 says', (language) => {
    const text = written(language);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\ufffd');
  });

  it('has an event for each day, whose identity stays when the edition has appeared', () => {
    const lines = unfolded(written('ru')).map((line) => line.replaceAll('\u00a0', ' '));
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(7);
    expect(lines.slice(7, 17)).toEqual([
      'BEGIN:VEVENT',
      'UID:2026-10-ru@gomel-briefing',
      'DTSTAMP:20261123T120000Z',
      'DTSTART;VALUE=DATE:20261101',
      'SUMMARY:Опубликован выпуск за октябрь 2026 г.',
      'DESCRIPTION:Ежемесячная справка о торговле Гомельской области с Россией. https://share.example/s/token',
      'URL:https://share.example/s/token',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'BEGIN:VEVENT',
    ]);
    expect(lines).toContain('SUMMARY:Ожидается выпуск за ноябрь 2026 г.');
  });

  it('keeps commas, semicolons and ends of lines in a name as text', () => {
    const series = { en: 'A, b; c\\d\r\nEND:VCALENDAR', ru: '', be: '' };
    expect(unfolded(written('en', { series }))).toContain(
      'X-WR-CALNAME:A\\, b\\; c\\\\d  END:VCALENDAR. Days of publication',
    );
  });
});

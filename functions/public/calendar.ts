import { dayInMinsk } from '../dataset/index.ts';
import type { ShareWords } from './share-words.ts';

/** A day on which an edition was or will be published. */
export interface PublicationDay {
  /** `YYYY-MM`. */
  readonly edition: string;
  readonly at: Date;
  readonly expected: boolean;
}

/** What a calendar has besides its days. */
export interface CalendarOptions {
  /** The address of the page of the share. */
  readonly address: string;
  /** When the calendar was written. */
  readonly now: Date;
}

/**
 * A calendar (RFC 5545) of the days on which editions are published, in the time of Minsk. An event keeps its identity
 * when the edition appears, so that a program that subscribed changes it and adds none.
 */
export function calendar(
  days: readonly PublicationDay[],
  words: ShareWords,
  { address, now }: CalendarOptions,
): string {
  const text = words.message('calendar.text', { address });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//gomel-briefing//share//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapedText(words.message('calendar.title', { series: words.series }))}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    ...days.flatMap((day) => eventOf(day, words, text, address, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf({ edition, at, expected }: PublicationDay, words: ShareWords, text: string, url: string, now: Date) {
  const name = { edition: words.date(edition) };
  const title = expected ? words.message('calendar.event_expected', name) : words.message('calendar.event', name);
  return [
    'BEGIN:VEVENT',
    `UID:${edition}-${words.language}@gomel-briefing`,
    `DTSTAMP:${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${dayInMinsk(at).replaceAll('-', '')}`,
    `SUMMARY:${escapedText(title)}`,
    `DESCRIPTION:${escapedText(text)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Escapes a value of the type TEXT (RFC 5545, 3.3.11), which has no control characters. */
function escapedText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll(/[\\;,]/g, '\\$&');
}

/** The most bytes of a line (RFC 5545, 3.1). */
const lineBytes = 75;

/** Breaks a content line where it is longer than 75 bytes, between characters; what follows begins with a space. */
function folded(line: string): string {
  let bytes = 0;
  return [...line]
    .map((character) => {
      const length = Buffer.byteLength(character);
      const fits = bytes + length <= lineBytes;
      bytes = fits ? bytes + length : 1 + length;
      return fits ? character : `\r\n ${character}`;
    })
    .join('');
}

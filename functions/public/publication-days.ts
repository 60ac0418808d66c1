import { nextDue } from '../briefings/index.ts';
import {
  type Edition,
  editionAt,
  editionsBetween,
  endOfEdition,
  parseEdition,
  previousEdition,
} from '../dataset/index.ts';
import type { Share } from '../shares/index.ts';
import type { PublicationDay } from './calendar.ts';

/** The most editions in a calendar: the last one and half a year. */
const most = 7;

/**
 * When the editions of a share are published: of one edition its own day, else the last day and the next ones for as
 * long as the share is open. An edition is published when the schedule is first due after its month. `schedule` is a cron
 * expression in the time of Minsk.
 */
export function publicationDays(share: Share, schedule: string, now: Date): readonly PublicationDay[] {
  return editionsOf(share, now).flatMap((edition) => {
    const at = nextDue(schedule, endOfEdition(edition));
    if (at === null || at >= share.endsAt) return [];
    return [{ edition, at, expected: at > now }];
  });
}

function editionsOf({ edition, endsAt }: Share, now: Date): readonly Edition[] {
  if (edition !== 'latest') return [parseEdition(edition)].filter((parsed) => parsed !== null);
  return editionsBetween(previousEdition(editionAt(now)), editionAt(endsAt)).slice(0, most);
}

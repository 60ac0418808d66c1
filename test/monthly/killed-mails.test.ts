import { expect, it } from 'vitest';
import { renderBriefing } from '../../functions/briefings/index.ts';
import { languages } from '../../functions/dataset/index.ts';
import { readersOf } from '../../functions/mail/index.ts';
import { type MailResult, type MailTarget, sendMails } from '../../functions/monthly/mails.ts';
import { BriefingStore, type ObjectStore, renditions } from '../../functions/store/index.ts';
import { editionNamed } from '../briefings.ts';
import { noon } from '../package-files.ts';
import { servicesWith } from '../services.ts';

const october = editionNamed('2026-10');
const addresses = ['a@example.org', 'b@example.org'];

/** A run that dies around its call number `at`: nothing that it does afterwards has an effect. */
interface Death {
  readonly at: number;
  readonly moment: 'before' | 'after';
}

/** Counts the calls of a run to the store and to SES, and ends it where it is to die. */
class Life {
  calls = 0;
  readonly death: Death | null;

  constructor(death: Death | null) {
    this.death = death;
  }

  async call<T>(work: () => Promise<T>): Promise<T> {
    this.calls += 1;
    const { at, moment } = this.death ?? { at: Number.POSITIVE_INFINITY, moment: 'before' };
    if (this.calls > at || (this.calls === at && moment === 'before')) throw new Error('the run died');
    const result = await work();
    if (this.calls === at) throw new Error('the run died');
    return result;
  }

  storeOf(objects: ObjectStore): BriefingStore {
    return new BriefingStore({
      get: (...call) => this.call(() => objects.get(...call)),
      put: (...call) => this.call(() => objects.put(...call)),
      head: (...call) => this.call(() => objects.head(...call)),
      list: (...call) => this.call(() => objects.list(...call)),
      sign: (...call) => this.call(() => objects.sign(...call)),
      prepareLinks: (seconds) => objects.prepareLinks(seconds),
      deadline: () => objects.deadline(),
    });
  }
}

/** Sends the mails in a run that dies, and again in one after it that does not. */
async function twice(death: Death | null) {
  const services = await servicesWith({ now: () => noon });
  for (const language of languages) {
    for (const rendition of renditions.filter(({ form }) => form === 'sheet')) {
      await renderBriefing(october, language, rendition, services);
    }
  }
  const sent: string[] = [];
  const targetIn = (life: Life): MailTarget => ({
    sender: 'briefing@example.org',
    readers: readersOf(addresses.join(',')),
    days: 180,
    send: (_, to) => life.call(async () => void sent.push(to)),
  });
  const [first, second] = [new Life(death), new Life(null)];
  const objects = services.store.objects;
  await sendMails(october, { ...services, store: first.storeOf(objects) }, targetIn(first));
  const later = new Date(noon.getTime() + 121_000);
  const store = second.storeOf(objects);
  const results = await sendMails(october, { ...services, store, now: () => later }, targetIn(second));
  return { calls: first.calls, sent, results };
}

/** What the run after it says of a reader: the mail was sent, or an operator is told that nobody knows. */
function isTold({ outcome }: MailResult, sent: number): boolean {
  return outcome === 'sent' || outcome === 'was sent' ? sent === 1 : outcome === 'unknown' && sent <= 1;
}

it('wherever a run dies, no reader gets two mails, and one who may have got none is told to an operator', async () => {
  const { calls, sent } = await twice(null);
  expect(sent).toEqual(addresses);
  expect(calls).toBeGreaterThan(10);
  for (let at = 1; at <= calls; at += 1) {
    for (const moment of ['before', 'after'] as const) {
      const { sent: got, results } = await twice({ at, moment });
      const told = results.map((result, index) => isTold(result, got.filter((to) => to === addresses[index]).length));
      expect(told, `dead ${moment} call ${at} of ${calls}: ${JSON.stringify({ got, results })}`).toEqual([true, true]);
    }
  }
});

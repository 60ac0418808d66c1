import { fileURLToPath } from 'node:url';
import { inEachLanguage, type Language, languages } from '../../functions/dataset/index.ts';
import { foundingEdition } from '../content/our-briefing.ts';
import { buildDeployed } from '../deployed.ts';
import { linkEvent, makeEvent } from '../event.ts';
import { startBucket, startHandler } from '../handler-process.ts';
import { digits, spread, table } from '../markdown.ts';
import type { Measurement } from '../measurement.ts';
import { startAnswerer } from '../process.ts';
import type { RequestTimes } from '../processes/phases.ts';
import type { Hot, Shares } from '../profile.ts';
import { type Summary, summarise } from '../statistics.ts';

/** The phases of a warm request. */
const phases = [
  'dataset',
  'figures',
  'template',
  'layout',
  'paint',
  'deflate',
  'garbage',
  'store',
  'sign',
  'rest',
] as const;
type Phase = (typeof phases)[number];

/** The results for warm requests; times in milliseconds. */
export interface WarmFacts {
  /** From event to answer of the deployed bundle, with the briefing rendered and stored. */
  readonly request: Summary;
  readonly byLanguage: Readonly<Record<Language, Summary>>;
  /** A request for a link to a stored briefing. */
  readonly link: Summary;
  readonly phases: Readonly<Record<Phase, Summary>>;
  /** The functions with the most own time while a briefing is rendered. */
  readonly hottest: readonly Hot[];
}

/** After this many requests in each language V8 has finished optimising. */
const warmUps = 30;

const phasesScript = fileURLToPath(new URL('../processes/phases.ts', import.meta.url));

/** Measures requests to a process that has answered before. */
export const warmMeasurement: Measurement<WarmFacts> = {
  name: 'warm',
  about:
    'A request for the founding edition from event to answer, printed and stored, by the deployed bundle in a warm process over an S3 on this machine.',
  measure: async ({ rounds, scratch, say, calibrate }) => {
    const deployed = await buildDeployed(scratch);
    const bucket = await startBucket();
    const handler = startHandler(deployed, bucket.environment);
    const phasesProcess = startAnswerer(phasesScript, { env: bucket.environment });
    const requests: { readonly language: Language; readonly milliseconds: number }[] = [];
    const links: number[] = [];
    const requestTimes: RequestTimes[] = [];
    try {
      for (let round = -warmUps; round < rounds; round += 1) {
        if (round === -warmUps) say('warming up');
        if (round === 0) say('measuring');
        for (const language of languages) {
          calibrate();
          await bucket.clear();
          const { milliseconds } = await handler.call(makeEvent(foundingEdition, language), 201);
          const link = await handler.call(linkEvent(foundingEdition, language), 200);
          await bucket.clear();
          const parts = await phasesProcess.ask<RequestTimes>('request', { language });
          if (round < 0) continue;
          requests.push({ language, milliseconds });
          links.push(link.milliseconds);
          requestTimes.push(parts);
        }
      }
      say('profiling');
      const shares = await phasesProcess.ask<Shares>('profile', { rounds });
      const inLanguage = (wanted: Language) =>
        requests.filter(({ language }) => language === wanted).map(({ milliseconds }) => milliseconds);
      return {
        request: summarise(requests.map(({ milliseconds }) => milliseconds)),
        byLanguage: inEachLanguage((language) => summarise(inLanguage(language))),
        link: summarise(links),
        phases: phasesOf(requestTimes, shares),
        hottest: shares.hottest,
      };
    } finally {
      await Promise.all([handler.end(), phasesProcess.end(), bucket.end()]);
    }
  },
  toMarkdown: ({ request, byLanguage, link, phases: parts, hottest }) => {
    const whole = phases.reduce((sum, phase) => sum + parts[phase].median, 0);
    const percent = (value: number) => `${digits((value / whole) * 100)} %`;
    const rows = phases.map((phase) => [phase, percent(parts[phase].median), spread(parts[phase])]);
    const requests = [
      ['all languages', spread(request)],
      ...languages.map((language) => [language, spread(byLanguage[language])]),
      ['a link only', spread(link)],
    ];
    const hot = hottest.map(({ name, share }) => [`${digits(share * 100)} %`, `\`${name}\``]);
    return [
      table(['phase', 'share', 'ms'], rows),
      table(['request', 'ms'], requests),
      `Where printing spends its time, functions by themselves:\n\n${table(['share', 'function'], hot)}`,
    ].join('\n\n');
  },
};

/** The phases of each request. The time of the PDF is divided by the shares of the profile. */
function phasesOf(requestTimes: readonly RequestTimes[], { phases: shares }: Shares): Readonly<Record<Phase, Summary>> {
  const inPdf = shares.layout + shares.paint + shares.deflate + shares.garbage + shares.other;
  const ofPdf = (share: number) => summarise(requestTimes.map(({ pdf }) => (pdf * share) / inPdf));
  const of = (phase: 'dataset' | 'figures' | 'template' | 'store' | 'sign') =>
    summarise(requestTimes.map((parts) => parts[phase]));
  return {
    dataset: of('dataset'),
    figures: of('figures'),
    template: of('template'),
    layout: ofPdf(shares.layout),
    paint: ofPdf(shares.paint + shares.other),
    deflate: ofPdf(shares.deflate),
    garbage: ofPdf(shares.garbage),
    store: of('store'),
    sign: of('sign'),
    rest: summarise(
      requestTimes.map(({ whole, dataset, figures, template, pdf, store, sign }) =>
        Math.max(0, whole - dataset - figures - template - pdf - store - sign),
      ),
    ),
  };
}

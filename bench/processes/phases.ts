import { Session } from 'node:inspector/promises';
import { loadRenderer } from '#renderer';
import { handleRequest } from '../../functions/api/handle.ts';
import { editionOf, type Measures } from '../../functions/briefings/index.ts';
import type { Language } from '../../functions/dataset/index.ts';
import { languages } from '../../functions/dataset/index.ts';
import { servicesFromEnvironment } from '../../functions/services/services-from-environment.ts';
import { BriefingStore, fullPdf } from '../../functions/store/index.ts';
import { foundingEdition, projectDataset } from '../content/our-briefing.ts';
import { makeEvent } from '../event.ts';
import { answerQuestions } from '../process.ts';
import { type Shares, sharesOf } from '../profile.ts';

/** The time of each part of one request, in milliseconds. */
export interface RequestTimes {
  readonly dataset: number;
  readonly figures: number;
  readonly template: number;
  readonly pdf: number;
  readonly store: number;
  readonly sign: number;
  /** From event to answer. */
  readonly whole: number;
}

// The layers of the API function, with a timer at each entry point.
const services = servicesFromEnvironment();

/** A store that adds up the time of its calls. */
function timedStore({ objects }: BriefingStore, took: { store: number; sign: number }): BriefingStore {
  const timed = async <T>(what: 'store' | 'sign', work: Promise<T>): Promise<T> => {
    const begun = performance.now();
    const result = await work;
    took[what] += performance.now() - begun;
    return result;
  };
  return new BriefingStore({
    get: (...call) => timed('store', objects.get(...call)),
    put: (...call) => timed('store', objects.put(...call)),
    head: (...call) => timed('store', objects.head(...call)),
    list: (...call) => timed('store', objects.list(...call)),
    sign: (...call) => timed('sign', objects.sign(...call)),
    prepareLinks: (seconds) => objects.prepareLinks(seconds),
    deadline: () => objects.deadline(),
  });
}

async function request({ language }: { readonly language: Language }): Promise<RequestTimes> {
  const took = { store: 0, sign: 0 };
  let measured: Measures = {};
  const event = makeEvent(foundingEdition, language);
  const begun = performance.now();
  const current = await services.serving();
  const dataset = performance.now() - begun;
  const result = await handleRequest(event as never, {
    ...current,
    store: timedStore(current.store, took),
    measure: (values) => {
      measured = { ...measured, ...values };
    },
  });
  const whole = performance.now() - begun;
  if (result.statusCode !== 201) throw new Error(`the request was answered ${result.statusCode}: ${result.body}`);
  const { FiguresTime: figures = 0, DocumentTime: template = 0, PdfTime: pdf = 0 } = measured;
  return { dataset, figures, template, pdf, ...took, whole };
}

/** Renders all languages `rounds` times under V8's profiler, and divides the time among the parts. */
async function profile({ rounds }: { readonly rounds: number }): Promise<Shares> {
  const renderer = await loadRenderer();
  const data = editionOf(await projectDataset(), foundingEdition);
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  for (let round = 0; round < rounds; round += 1) {
    for (const language of languages) await renderer.render(data, language, fullPdf);
  }
  const { profile: taken } = await session.post('Profiler.stop');
  session.disconnect();
  return sharesOf(taken);
}

answerQuestions({ request, profile });

import { expect } from 'vitest';
import { type Language, languages, type Observation } from '../../functions/dataset/index.ts';
import type { Briefing } from '../../functions/figures/index.ts';
import { briefingOf } from '../briefings.ts';
import { linesOf } from '../documents.ts';
import { dataset } from '../package-files.ts';

type Texts = Readonly<Record<Language, string>>;

/** All lines of the document of a briefing, with alternative texts. */
export const said = (briefing: Briefing, language: Language) => linesOf(briefing, language).join('\n');

/** Expects that the document of a briefing says a text, in each language. */
export function expectIn(briefing: Briefing, texts: Texts) {
  for (const language of languages) expect(said(briefing, language)).toContain(texts[language]);
}

/** Expects that the document of a briefing says none of the texts, in any language. */
export function expectNotIn(briefing: Briefing, ...texts: readonly string[]) {
  for (const language of languages) for (const text of texts) expect(said(briefing, language)).not.toContain(text);
}

const [first] = dataset.observations;
if (!first) throw new Error('the dataset is empty');

/** The first observation of the dataset: turnover with Russia in January–May 2021, in USD million. */
export const firstValue: Observation = first;

/** The edition of November 2026, the latest on the day that is today in tests. */
export const latest = briefingOf('2026-11');

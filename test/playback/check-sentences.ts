import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { partsIn } from '../pdf/structure.ts';

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const program = project('test/figures/over-time/sentences.py');
const catalogue = project('templates/messages.csv');

/** What a program found that works out every sentence by itself. */
export interface CheckedSentences {
  /** How many sentences were checked, by the family of their message. */
  readonly checked: Readonly<Record<string, number>>;
  /** Sentences that are not true, each with the reason. */
  readonly wrong: readonly string[];
  /** Sentences that tell of a change and are of no family that the program knows. */
  readonly unread: readonly string[];
}

/** Whether there is a Python to check sentences with. */
export function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Checks English texts against the Data Package in a folder, as an edition knows it that ends on a day. */
export function checkTexts(texts: readonly string[], folder: string, cutOff: string): CheckedSentences {
  const input = JSON.stringify(texts);
  return JSON.parse(execFileSync('python3', [program, folder, cutOff, catalogue], { input, encoding: 'utf8' }));
}

/** Elements that hold sentences. */
const telling = /^(P|H\d|LBody|Caption)$/;

/**
 * Checks the English sentences of a document, those of its alternative texts too, against the Data Package in a folder.
 * Takes the last day of publication that its edition knows, `YYYY-MM-DD`.
 */
export async function checkSentences(bytes: Uint8Array, folder: string, cutOff: string): Promise<CheckedSentences> {
  const texts = (await partsIn(bytes)).flatMap(({ role, text, alt }) => [
    ...(telling.test(role) ? [text] : []),
    ...(alt ? [alt] : []),
  ]);
  return checkTexts(texts, folder, cutOff);
}

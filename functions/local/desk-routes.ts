import type { IncomingMessage, ServerResponse } from 'node:http';
import { Problem, shorten } from '../api/index.ts';
import { CommandError, reasonOf } from '../cli/index.ts';
import { inEachLanguage, type Language, languages } from '../dataset/index.ts';
import { largestFile, type Say } from '../desk/index.ts';
import { DamagedVersionError, NoVersionError } from '../publishing/index.ts';
import { mediaTypes, StoreUnavailableError } from '../store/index.ts';
import type { Checked, Moved } from './desk-outcomes.ts';
import type { EditorsDesk } from './editors-desk.ts';
import type { LivePreview } from './live-preview.ts';
import { keptReason, longestReason } from './move-reason.ts';
import { type Answer, json, sendAnswer } from './page-answer.ts';
import { problemWords } from './problem-words.ts';
import { draftPath, readBody } from './read-body.ts';

/** The addresses of the desk that change something; the others are read. */
const posts: Readonly<
  Record<string, (desk: EditorsDesk, body: Uint8Array, query: URLSearchParams) => Promise<Checked | Moved>>
> = {
  [draftPath]: (desk, body, query) => desk.check(body, shorten(query.get('name') ?? '')),
  '/page/desk/publish': (desk, body) => {
    const { draft, message, over } = fieldsOf(body);
    if (over !== undefined && typeof over !== 'string') throw invalid('over', over, 'a digest');
    return desk.publish(String(draft), reasonIn(message), over);
  },
  '/page/desk/roll-back': (desk, body) => {
    const { digest, message } = fieldsOf(body);
    if (digest !== null && !(typeof digest === 'string' && /^[0-9a-f]{64}$/.test(digest))) {
      throw invalid(
        'digest',
        digest,
        'a digest of 64 hexadecimal digits, or null for the data that come with the code',
      );
    }
    return desk.rollBack(digest, reasonIn(message));
  },
};

/** Whether an address takes a POST of the desk. */
export function isDeskPost(path: string): boolean {
  return Object.hasOwn(posts, path);
}

/**
 * Answers a request of the desk on the page: its state, the workbook, the changes and pages of the draft; or a file that
 * is put on it, a publication, a roll-back. Throws a {@link Problem} for an unknown address, a draft that is no longer
 * there, and a store that does not answer.
 */
export async function sendDesk(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
  livePreview: LivePreview,
  desk: EditorsDesk,
): Promise<void> {
  try {
    const post = request.method === 'POST' ? posts[path] : undefined;
    if (!post) return sendAnswer(response, await read(path, query, livePreview, desk));
    const outcome = await post(desk, await readBody(request), query);
    sendAnswer(response, json(worded(outcome, livePreview)));
  } catch (error) {
    if (error instanceof StoreUnavailableError) {
      throw new Problem('store-unavailable', reasonOf(error), { cause: error });
    }
    if (error instanceof NoVersionError || error instanceof DamagedVersionError) {
      throw new Problem('not-found', error.message, { cause: error });
    }
    if (error instanceof CommandError) throw new Problem('internal-error', error.message, { cause: error });
    throw error;
  }
}

/** An outcome with the words of its problems in every language. */
function worded(outcome: Checked | Moved, livePreview: LivePreview): object {
  if (outcome.outcome !== 'problems') return outcome;
  const { words } = livePreview.catalogue();
  const problems = outcome.problems.map((problem) => ({
    ...problem,
    words: inEachLanguage((language) => problemWords(problem, words[language])),
  }));
  return { ...outcome, problems };
}

async function read(
  path: string,
  query: URLSearchParams,
  livePreview: LivePreview,
  desk: EditorsDesk,
): Promise<Answer> {
  if (path === '/page/desk/state.json') return json({ ...(await desk.state()), ...limitsOfForms });
  if (path === '/page/desk/workbook.xlsx') return workbook(livePreview, desk);
  if (path === '/page/desk/changes.json') {
    return json(await desk.changes(query.get('draft') ?? '', query.get('edition') ?? ''));
  }
  const [, draft, edition, code] = /^\/page\/desk\/preview\/([^/]+)\/([^/]+)\/([a-z]+)\.pdf$/.exec(path) ?? [];
  const language = languages.find((known): known is Language => known === code);
  if (draft && edition && language) {
    return { type: 'application/pdf', body: await desk.preview(draft, edition, language) };
  }
  throw new Problem('not-found', `There is no ${shorten(path)} here.`);
}

/** What the forms of the desk need to know of what is accepted. */
const limitsOfForms = { maximumBytes: largestFile, longestReason } as const;

async function workbook(livePreview: LivePreview, desk: EditorsDesk): Promise<Answer> {
  const { words } = livePreview.catalogue();
  const say: Say = (key, slots) => inEachLanguage((language) => words[language].say(key, slots));
  const { version, bytes } = await desk.workbook(say);
  return {
    type: mediaTypes.xlsx,
    body: bytes,
    headers: { 'content-disposition': `attachment; filename="gomel-russia-data-${version}.xlsx"` },
  };
}

/** The fields of a JSON object. */
function fieldsOf(body: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {
    // told with what is no object
  }
  throw new Problem('malformed-body', 'The body is not a JSON object.');
}

function reasonIn(message: unknown): string | null {
  const reason = typeof message === 'string' ? keptReason(message) : 'refused';
  if (reason === 'refused') {
    throw invalid('message', message, `one line of at most ${longestReason} visible characters, which may be empty`);
  }
  return reason;
}

function invalid(field: string, value: unknown, expected: string): Problem {
  return new Problem('invalid-request', `${field}: ${shorten(JSON.stringify(value) ?? 'missing')} is not ${expected}.`);
}

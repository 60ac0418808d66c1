import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../../../functions/dataset/index.ts';
import type { LoadRequest } from './autocannon.ts';

/** A load: its requests, and the number of connections. */
export interface Load {
  readonly name: string;
  readonly connections: number;
  /** The number of requests before the measurement. */
  readonly warmUp: number;
  /** The most requests, however fast the responses are. */
  readonly max: number;
  /** Called before the first request. */
  readonly begin: () => void;
  readonly request: LoadRequest;
  /** What was wrong with responses, each problem once. */
  readonly wrong: ReadonlySet<string>;
}

interface Told {
  readonly edition: string;
  readonly language: string;
  readonly url: string;
  readonly sha256: string;
}

/** Looks up a stored briefing repeatedly, with a new link each time. */
export function lookUp(edition: string): Load {
  const wrong = new Set<string>();
  return {
    name: `GET /briefings/${edition}/en, stored`,
    connections: 10,
    warmUp: 20_000,
    max: 2_000_000,
    wrong,
    begin: () => {},
    request: {
      method: 'GET',
      path: `/briefings/${edition}/en`,
      onResponse: (status, body) => {
        if (status !== 200 || !body.includes(`"edition":"${edition}","language":"en"`)) wrong.add(answer(status, body));
      },
    },
  };
}

/**
 * Makes every edition in every language, repeatedly. A briefing is deleted from the folder after each response, so that
 * every request renders. The status must be 201, and each render of a briefing must have the same bytes.
 */
export function print(editions: readonly string[], folder: string): Load {
  const briefings = editions.flatMap((edition) => languages.map((language) => ({ edition, language })));
  const digests = new Map<string, string>();
  const wrong = new Set<string>();
  let turn = 0;
  return {
    name: 'POST /briefings, printed',
    connections: 4,
    warmUp: briefings.length,
    max: 20_000,
    wrong,
    // Deletes briefings from the start of the server or from after the end of the load.
    begin: () => rmSync(join(folder, 'briefings'), { recursive: true, force: true }),
    request: {
      method: 'POST',
      path: '/briefings',
      headers: { 'content-type': 'application/json' },
      setupRequest: (request) => {
        const body = JSON.stringify(briefings[turn % briefings.length]);
        turn += 1;
        return { ...request, body };
      },
      onResponse: (status, body) => {
        if (status !== 201) {
          wrong.add(answer(status, body));
          return;
        }
        const { edition, language, url, sha256 } = JSON.parse(body) as Told;
        const name = `${edition} ${language}`;
        if ((digests.get(name) ?? sha256) !== sha256) wrong.add(`${name} was printed in other bytes than before`);
        digests.set(name, sha256);
        const file = join(folder, new URL(url).pathname.replace(/^\/files\//, ''));
        for (const path of [file, `${file}.json`]) rmSync(path);
      },
    },
  };
}

function answer(status: number, body: string): string {
  return `answered ${status}: ${body.slice(0, 120)}`;
}

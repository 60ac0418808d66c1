import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Services } from '../services/index.ts';
import type { StoredBriefing } from '../store/index.ts';
import { Problem } from './problem.ts';
import { type ApiRequest, pageSize, readDigest } from './requests.ts';
import { factsBody, json } from './responses.ts';

/**
 * `GET /files/{sha256}`: which briefing a file is. Whoever was given a file finds out whether it is ours, and unchanged.
 * It looks through all briefings, the newest edition first.
 */
export async function getFile({ path }: ApiRequest, { store }: Services): Promise<APIGatewayProxyStructuredResultV2> {
  const sha256 = readDigest(path.sha256);
  for (let after: string | null | undefined; after !== null; ) {
    const page = await store.list({ limit: pageSize.max, ...(after === undefined ? {} : { after }) });
    const found: StoredBriefing | undefined = page.briefings.find((briefing) => briefing.sha256 === sha256);
    if (found) return json(200, factsBody(found));
    after = page.next;
  }
  throw new Problem('file-not-found', `No briefing is the file ${sha256}; it may have been changed, or is not ours.`);
}

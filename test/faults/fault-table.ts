import { createHash } from 'node:crypto';
import { beginRequest } from '../../functions/api/begin.ts';
import { handleRequest } from '../../functions/api/handle.ts';
import { rendererVersionOf } from '../../functions/assets/from-files.ts';
import { editionOf, usualSchedule } from '../../functions/briefings/index.ts';
import { loadDataset } from '../../functions/dataset/index.ts';
import { beginPublic } from '../../functions/public/begin.ts';
import { handlePublic } from '../../functions/public/index.ts';
import { PublishedData } from '../../functions/publishing/index.ts';
import { openS3Objects } from '../../functions/s3/index.ts';
import type { Services } from '../../functions/services/services.ts';
import { Shares } from '../../functions/shares/index.ts';
import {
  BriefingStore,
  briefingsPrefix,
  fullPdf,
  openEarly,
  type Timeouts,
  terminalTimeouts,
} from '../../functions/store/index.ts';
import { event } from '../api/call.ts';
import { editionNamed } from '../briefings.ts';
import { dataset, packageFiles } from '../package-files.ts';
import { wording } from '../public/call.ts';
import { renderer } from '../renders.ts';
import { BucketServer, linkRole } from '../s3/bucket-server.ts';
import { open } from '../s3/open.ts';
import { type Call, type Fault, FaultProxy } from './fault-proxy.ts';

/** A request during which one kind of call to the store fails. */
export interface Scenario {
  readonly name: string;
  readonly call: Call;
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** `{token}` and `{id}` stand for those of a share. */
  readonly address: string;
  /** Whether the briefing is already in the store. */
  readonly stored: boolean;
}

/** Every kind of call that requests cause, with a request that causes it. */
export const scenarios: readonly Scenario[] = [
  { name: 'look it up', call: 'HEAD', method: 'GET', address: '/briefings/2021-07/en', stored: true },
  { name: 'look before printing', call: 'HEAD', method: 'POST', address: '/briefings', stored: false },
  { name: 'write', call: 'PUT', method: 'POST', address: '/briefings', stored: false },
  { name: 'list', call: 'LIST', method: 'GET', address: '/briefings', stored: true },
  { name: 'sign', call: 'AssumeRole', method: 'GET', address: '/briefings/2021-07/en', stored: true },
  { name: 'keep a share', call: 'PUT', method: 'POST', address: '/shares', stored: true },
  { name: 'count the shares', call: 'LIST', method: 'POST', address: '/shares', stored: true },
  { name: 'read a share', call: 'GET', method: 'GET', address: '/s/{token}', stored: true },
  { name: 'find its files', call: 'HEAD', method: 'GET', address: '/s/{token}', stored: true },
  { name: 'lead to its file', call: 'AssumeRole', method: 'GET', address: '/s/{token}/pdf', stored: true },
  { name: 'revoke a share', call: 'PUT', method: 'DELETE', address: '/shares/{id}', stored: true },
  { name: 'read published data', call: 'GET', method: 'GET', address: '/health', stored: true },
];

/** The result of a request whose calls failed once or always. */
export interface Row {
  readonly scenario: Scenario;
  readonly fault: Fault;
  readonly always: boolean;
  readonly status: number;
  readonly milliseconds: number;
  /** How often the failing call was tried. */
  readonly tries: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** The status of the same request after the store has recovered. */
  readonly afterwards: number;
  /** The number of briefings in the store after that. */
  readonly briefings: number;
  /** The number of damaged objects that existed at any moment. */
  readonly broken: number;
}

const rendererVersion = rendererVersionOf('default');

/** Renders once for all rows, because the faults do not depend on the PDF. */
const loadRenderer = once(async () => {
  const real = await renderer();
  const printed = await real.render(editionOf(dataset, editionNamed('2021-07')), 'en', fullPdf);
  return { ...real, render: async () => printed };
});

/** Sends a request while a fault is active, then again without it. Uses the AWS credentials of the environment. */
export async function runFault(scenario: Scenario, fault: Fault, always: boolean, timeouts: Timeouts): Promise<Row> {
  const bucket = new BucketServer();
  const upstream = await open(bucket.listen());
  const proxy = new FaultProxy(bucket, upstream.address, timeouts.attempt / 12); // too slow for an attempt, however long that is
  const between = await open(proxy.listen());
  try {
    if (scenario.stored)
      await client(between.address, timeouts)({ ...scenario, method: 'POST', address: '/briefings' });
    const { token, share } = await shareIn(upstream.address);
    const address = scenario.address.replace('{token}', token).replace('{id}', share.id);
    const own = client(between.address, timeouts);
    const ask = (asked: Scenario) => own({ ...asked, address });
    proxy.arrived.clear();
    proxy.spoil(scenario.call, fault, always ? Number.POSITIVE_INFINITY : 1);
    const begun = performance.now();
    const { statusCode = 0, headers = {}, body = '' } = await ask(scenario);
    const milliseconds = performance.now() - begun;
    const tries = proxy.arrived.get(scenario.call) ?? 0;
    const broken = brokenIn(bucket);
    proxy.heal();
    const again = await client(between.address, timeouts)({ ...scenario, address });
    return {
      ...{ scenario, fault, always, status: statusCode, milliseconds, tries, headers, body },
      afterwards: again.statusCode ?? 0,
      briefings: briefingsIn(bucket).length,
      broken: broken + brokenIn(bucket),
    };
  } finally {
    between.close();
    upstream.close();
  }
}

/** A share of the edition of the scenarios, in English. */
function shareIn(address: string) {
  const now = new Date();
  const environment = { AWS_ENDPOINT_URL: address, LINK_ROLE_ARN: linkRole };
  const shares = new Shares(openS3Objects('bucket', environment, () => now, terminalTimeouts));
  const endsAt = new Date(now.getTime() + 86_400_000);
  return shares.create({ edition: '2021-07', language: 'en', label: 'A reader', endsAt, reader: null }, now);
}

/** A new process of the API, which has no session and no data yet. */
function client(address: string, timeouts: Timeouts) {
  const environment = { AWS_ENDPOINT_URL: address, LINK_ROLE_ARN: linkRole };
  const now = () => new Date();
  const objects = openS3Objects('bucket', environment, now, timeouts);
  const data = new PublishedData({
    objects,
    bundled: async (today) => loadDataset(packageFiles, today),
    now,
    checks: '',
    refused: () => {},
    unavailable: () => {},
  });
  const fixed: Omit<Services, 'store'> = {
    dataset,
    dataDigest: null,
    data: { state: 'current', withdrawn: [] },
    rendererVersion,
    loadRenderer,
    measure: () => {},
    shareAddress: 'https://share.example',
    schedule: usualSchedule,
    now,
    version: '1.2.3',
    logger: { info: () => {}, warn: () => {}, error: () => {} },
  };
  return async (scenario: Scenario) => {
    // Like the entry points of the functions, a request begins what it can before it knows which data are current.
    const early = openEarly(objects);
    const ahead = new BriefingStore(early.ahead);
    const services: Services = { ...fixed, store: new BriefingStore(early.objects) };
    if (scenario.address.startsWith('/s/')) beginPublic(handing(scenario), ahead);
    else beginRequest(handing(scenario), ahead, { ...fixed, store: ahead });
    if (scenario.address.startsWith('/s/')) return handlePublic(handing(scenario), services, wording);
    if (scenario.call !== 'GET') return handleRequest(handing(scenario), services);
    const { dataset: served, digest, state, withdrawn } = await data.serving();
    return handleRequest(handing(scenario), {
      ...services,
      dataset: served,
      dataDigest: digest,
      data: { state, withdrawn },
    });
  };
}

function handing({ method, address }: Scenario) {
  const body = address === '/shares' ? '{"label":"A reader"}' : '{"edition":"2021-07"}';
  return event(address, { method, body: method === 'POST' ? body : '' });
}

/** The number of briefings in a bucket whose bytes are damaged. */
function brokenIn(bucket: BucketServer): number {
  const broken = briefingsIn(bucket).filter(({ body, metadata }) => {
    const { sha256 } = JSON.parse(decodeURIComponent(metadata['x-amz-meta-facts'] ?? '')) as { sha256: string };
    return createHash('sha256').update(body).digest('hex') !== sha256;
  });
  return broken.length;
}

/** The objects that are briefings, of all kinds that the bucket holds. */
function briefingsIn({ objects }: BucketServer) {
  return [...objects].flatMap(([path, object]) => (path.startsWith(briefingsPrefix) ? [object] : []));
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

import { randomUUID } from 'node:crypto';
import { maxHeaderSize, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { Problem } from '../api/index.ts';

/** Answers with a problem and ends the connection: the rest of the request is not waited for. */
export function sendProblem(response: ServerResponse, problem: Problem, requestId: string): void {
  const headers = {
    'content-type': 'application/problem+json',
    ...problem.headers,
    'x-request-id': requestId,
    ...(response.req.complete ? {} : { connection: 'close' }),
  };
  response.writeHead(problem.status, headers);
  response.end(JSON.stringify(problem.toJSON(requestId)));
}

/** The methods of a read-only resource, for the header `Allow`. */
export const readMethods = 'GET, HEAD, OPTIONS';

/** The problem of a method that would change a read-only resource. */
export function readOnly(method = ''): Problem {
  const detail = `${JSON.stringify(method)} is not allowed here; allowed are ${readMethods}.`;
  return new Problem('method-not-allowed', detail, { headers: { allow: readMethods } });
}

/** An error of Node's HTTP parser, with the bytes that it was reading. */
export interface ParseError extends NodeJS.ErrnoException {
  readonly rawPacket?: Uint8Array;
}

/**
 * Answers bytes that are no HTTP request, and ends the connection. Node by itself would send a status without a
 * body; callers of this server, and the fuzzer of the conformance tests, are promised problem+json for every error.
 */
export function refuseUnread(error: ParseError, socket: Duplex): void {
  if (error.code !== 'ECONNRESET') endWith(socket, unread(error));
}

/** Refuses a tunnel (`CONNECT`), and ends the connection. */
export function refuseTunnel(_: unknown, socket: Duplex): void {
  endWith(socket, unknownMethod('CONNECT'));
}

function unread({ code, rawPacket }: ParseError): Problem {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new Problem('headers-too-large', `The headers have more than ${maxHeaderSize} bytes.`);
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new Problem('request-timeout', 'The request was begun and did not go on; send it again.');
  }
  const [, method] =
    /^([A-Z][A-Z-]*) \S+ HTTP\/1\.[01]\r\n/.exec(Buffer.from(rawPacket ?? []).toString('latin1')) ?? [];
  if (code === 'HPE_INVALID_METHOD' && method) return unknownMethod(method);
  return new Problem('malformed-request', 'The request is not HTTP.');
}

/** All methods of the API: the address was not read, or is not one of ours. */
function unknownMethod(method: string): Problem {
  const allow = 'DELETE, GET, HEAD, OPTIONS, POST';
  const detail = `${JSON.stringify(method)} is not allowed anywhere; allowed are ${allow}.`;
  return new Problem('method-not-allowed', detail, { headers: { allow } });
}

function endWith(socket: Duplex, problem: Problem): void {
  if (!socket.writable) return;
  const requestId = randomUUID();
  const body = JSON.stringify(problem.toJSON(requestId));
  const headers = {
    'content-type': 'application/problem+json',
    'content-length': Buffer.byteLength(body),
    ...problem.headers,
    'x-request-id': requestId,
    connection: 'close',
  };
  const lines = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

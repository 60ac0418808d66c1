import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** The parts of the address of something of a share. */
export interface ShareAddress {
  readonly token: string;
  /** The name of what is asked for; empty for the page. */
  readonly name: string;
  /** Whether more follows, which nothing has. */
  readonly goesOn: boolean;
}

/** Reads the address of a request. */
export function addressOf({ rawPath }: APIGatewayProxyEventV2): ShareAddress {
  const [, , token = '', name = '', ...more] = rawPath.replace(/\/$/, '').split('/');
  return { token, name, goesOn: more.length > 0 };
}

/** The header Accept of a request. */
export function acceptOf({ headers }: APIGatewayProxyEventV2): string | undefined {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === 'accept')?.[1];
}

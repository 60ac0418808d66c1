import type { App } from 'aws-cdk-lib';
import { type HttpApi, HttpNoneAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUrlIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { describe, expect, it } from 'vitest';
import { beforeTemplates, type Context, onlyOf, propertiesOf, stackWith, written } from './templates.ts';

beforeTemplates();

/** The properties of the only resource of a kind that belongs to an API: the protected one, or that of the shares. */
function ofApi<T>(kind: 'Route' | 'Integration' | 'Stage', context: Context = {}, api = 'ApiHttpApi'): T {
  const all = propertiesOf<T & { readonly ApiId: unknown }>(`AWS::ApiGatewayV2::${kind}`, context);
  const [only, ...more] = Object.values(all).filter(({ ApiId }) => written(ApiId) === api);
  if (!only || more.length > 0) throw new Error(`${api} has not one ${kind}`);
  return only;
}

describe('the API', () => {
  it('requires AWS credentials unless another access is set', () => {
    expect(ofApi('Route')).toMatchObject({ RouteKey: '$default', AuthorizationType: 'AWS_IAM' });
    expect(ofApi('Route', { access: 'none' })).toMatchObject({ AuthorizationType: 'NONE' });
  });

  it('accepts tokens of an issuer for an audience', () => {
    const context = { access: 'jwt', issuer: 'https://login.example/', audience: 'briefing,other' };
    expect(ofApi('Route', context)).toMatchObject({ AuthorizationType: 'JWT' });
    expect(onlyOf('AWS::ApiGatewayV2::Authorizer', context)).toMatchObject({
      JwtConfiguration: { Issuer: 'https://login.example/', Audience: ['briefing', 'other'] },
    });
  });

  it('passes every request to the API function', () => {
    const { IntegrationUri: uri, ...integration } = ofApi<Readonly<Record<string, unknown>>>('Integration');
    expect(written(uri)).toBe('ApiFunction');
    expect(integration).toMatchObject({ IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' });
  });

  interface Stage {
    readonly DefaultRouteSettings: object;
    readonly AccessLogSettings: { readonly DestinationArn: unknown; readonly Format: string };
  }

  it('is throttled, and more strictly with open access', () => {
    const throttleOf = (context: Context) => ofApi<Stage>('Stage', context).DefaultRouteSettings;
    expect(throttleOf({})).toEqual({ ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 });
    expect(throttleOf({ access: 'none' })).toEqual({ ThrottlingRateLimit: 5, ThrottlingBurstLimit: 20 });
  });

  // Only API Gateway writes the log. These are the variables of HTTP APIs, not those of REST APIs.
  it('logs as JSON the caller, the request, the answer and the reason of a failure', () => {
    const { AccessLogSettings: log } = ofApi<Stage>('Stage');
    expect(written(log.DestinationArn)).toBe('ApiAccessLog');
    const variables = JSON.parse(log.Format) as Readonly<Record<string, string>>;
    expect(Object.values(variables).map((variable) => variable.replace('$context.', ''))).toEqual([
      ...['requestId', 'requestTime', 'identity.sourceIp', 'httpMethod', 'path', 'status', 'responseLength'],
      ...['responseLatency', 'identity.userAgent', 'identity.userArn', 'identity.caller', 'authorizer.claims.sub'],
      ...['error.message', 'authorizer.error', 'integrationErrorMessage'],
    ]);
  });

  it('logs no query, which could contain a token', () => {
    const { AccessLogSettings: log } = ofApi<Stage>('Stage');
    expect(log.Format).not.toMatch(/query|authorizer\.token|header/i);
  });
});

describe('the public API of shares', () => {
  interface Route {
    readonly ApiId: unknown;
    readonly RouteKey: string;
    readonly AuthorizationType?: string;
  }

  /** The routes that anyone may call. */
  const publicRoutes = (context: Context) =>
    Object.values(propertiesOf<Route>('AWS::ApiGatewayV2::Route', context))
      .filter(({ AuthorizationType: type }) => type === undefined || type === 'NONE')
      .map(({ ApiId, RouteKey }) => `${written(ApiId)} ${RouteKey}`);

  it('is all that anyone may call: what lies below /s/', () => {
    const jwt = { access: 'jwt', issuer: 'https://login.example/', audience: 'briefing,other' };
    for (const context of [{}, jwt]) expect(publicRoutes(context)).toEqual(['SharesHttpApi ANY /s/{proxy+}']);
  });

  it.each(['Api', 'Shares'])('stays all: one more public route of %s stops the synthesis', (name) => {
    const worse = stackWith();
    const httpApi = worse.node.findChild(name).node.findChild('HttpApi') as HttpApi;
    const integration = new HttpUrlIntegration('Elsewhere', 'https://elsewhere.example');
    httpApi.addRoutes({ path: '/files/{sha256}', integration, authorizer: new HttpNoneAuthorizer() });
    expect(() => (worse.node.root as App).synth()).toThrow('AwsSolutions-APIG4');
  });

  it('calls the public function, with a throttle of its own', () => {
    const { IntegrationUri: uri } = ofApi<{ IntegrationUri: unknown }>('Integration', {}, 'SharesHttpApi');
    expect(written(uri)).toBe('PublicFunction');
    const { DefaultRouteSettings: throttle } = ofApi<{ DefaultRouteSettings: object }>('Stage', {}, 'SharesHttpApi');
    expect(throttle).toEqual({ ThrottlingRateLimit: 10, ThrottlingBurstLimit: 40 });
  });

  // Only API Gateway writes the log. The path of a share has its token in it.
  it('logs the route in place of the path, and nothing else that has a token', () => {
    const { AccessLogSettings: log } = ofApi<{ AccessLogSettings: { DestinationArn: unknown; Format: string } }>(
      'Stage',
      {},
      'SharesHttpApi',
    );
    expect(written(log.DestinationArn)).toBe('SharesAccessLog');
    const variables = Object.values(JSON.parse(log.Format) as Readonly<Record<string, string>>);
    expect(variables.map((variable) => variable.replace('$context.', ''))).toEqual([
      ...['requestId', 'requestTime', 'identity.sourceIp', 'httpMethod', 'routeKey', 'status', 'responseLength'],
      ...['responseLatency', 'identity.userAgent', 'error.message', 'integrationErrorMessage'],
    ]);
  });
});

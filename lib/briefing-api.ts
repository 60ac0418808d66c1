import { Stack, Validations } from 'aws-cdk-lib';
import { HttpApi, HttpNoneAuthorizer, type IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer, HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { addressOf, loggedStage } from './access-log.ts';
import type { Access } from './settings.ts';

/** Properties of the API. */
export interface BriefingApiProps {
  readonly handler: IFunction;
  readonly access: Access;
  readonly retention: RetentionDays;
}

/**
 * The fields of the access log, as variables of HTTP APIs: the caller, the request, the answer, and the reason when the
 * gateway or the function failed. The query is left out because someone could put a token into it.
 */
const accessLogFields = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  ip: '$context.identity.sourceIp',
  method: '$context.httpMethod',
  path: '$context.path',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  userAgent: '$context.identity.userAgent',
  // The caller, with access=iam and with access=jwt.
  userArn: '$context.identity.userArn',
  caller: '$context.identity.caller',
  subject: '$context.authorizer.claims.sub',
  // The reason for a failure.
  error: '$context.error.message',
  authorizerError: '$context.authorizer.error',
  integrationError: '$context.integrationErrorMessage',
};

/** Requests per second. With access=none all callers share the lower limit, because they are unknown and do not pay. */
const throttles = { known: { rateLimit: 20, burstLimit: 40 }, anyone: { rateLimit: 5, burstLimit: 20 } };

/** The HTTP API. Every request goes to one function, after the authorizer and the throttle, and into an access log. */
export class BriefingApi extends Construct {
  readonly httpApi: HttpApi;
  readonly accessLog: LogGroup;
  /** The address of the API, without a slash at its end. */
  readonly url: string;

  constructor(scope: Construct, id: string, { handler, access, retention }: BriefingApiProps) {
    super(scope, id);
    this.httpApi = new HttpApi(this, 'HttpApi', {
      apiName: Stack.of(this).stackName,
      createDefaultStage: false,
      defaultAuthorizer: authoriserOf(access),
      defaultIntegration: new HttpLambdaIntegration('Function', handler),
    });
    this.accessLog = loggedStage(this, {
      httpApi: this.httpApi,
      throttle: access.kind === 'none' ? throttles.anyone : throttles.known,
      retention,
      fields: accessLogFields,
    });
    this.url = addressOf(this.httpApi);
    if (access.kind === 'none') {
      Validations.of(this.httpApi).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'The operator asked for an API without authorisation by name: -c access=none.',
      });
    }
  }
}

function authoriserOf(access: Access): IHttpRouteAuthorizer {
  switch (access.kind) {
    case 'iam':
      return new HttpIamAuthorizer();
    case 'jwt':
      return new HttpJwtAuthorizer('Tokens', access.issuer, { jwtAudience: [...access.audience] });
    case 'none':
      return new HttpNoneAuthorizer();
  }
}

import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  HttpApi,
  HttpNoneAuthorizer,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer, HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Access } from './settings.ts';

/** Properties of the API. */
export interface BriefingApiProps {
  readonly handler: IFunction;
  readonly access: Access;
  readonly retention: RetentionDays;
}

/** The HTTP API: every request goes to one function, past an authoriser, a throttle and an access log. */
export class BriefingApi extends Construct {
  readonly httpApi: HttpApi;
  readonly url: string;

  constructor(scope: Construct, id: string, { handler, access, retention }: BriefingApiProps) {
    super(scope, id);
    this.httpApi = new HttpApi(this, 'HttpApi', {
      apiName: 'gomel-briefing',
      createDefaultStage: false,
      defaultAuthorizer: authoriserOf(access),
      defaultIntegration: new HttpLambdaIntegration('Function', handler),
    });
    const log = new LogGroup(this, 'AccessLog', { retention, removalPolicy: RemovalPolicy.DESTROY });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.httpApi,
      autoDeploy: true,
      throttle: { rateLimit: 20, burstLimit: 40 },
      accessLogSettings: { destination: new LogGroupLogDestination(log) },
    });
    this.url = stage.url;
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

import { Stack, Validations } from 'aws-cdk-lib';
import { HttpApi, HttpMethod, HttpNoneAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { addressOf, loggedStage } from './access-log.ts';

/** Properties of the public API. */
export interface ShareApiProps {
  readonly retention: RetentionDays;
}

/**
 * The fields of the access log. There is no path, because it has the token of the share: whoever reads the log could
 * open it. The log of the function has the id of the share under the same requestId.
 */
const accessLogFields = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  ip: '$context.identity.sourceIp',
  method: '$context.httpMethod',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  userAgent: '$context.identity.userAgent',
  error: '$context.error.message',
  integrationError: '$context.integrationErrorMessage',
};

/** Requests per second, for all readers together: a page is one request, and a feed is asked for a few times a day. */
const throttle = { rateLimit: 10, burstLimit: 40 };

/** The only paths that anyone may call: those of shares, whose address is the permission. */
const publicPath = '/s/{proxy+}';

/**
 * The public API: the pages of shares, for readers without credentials. It is an API of its own, so that its throttle,
 * its log and its alarms are its own too, and the protected API has no public route. Methods other than GET and HEAD
 * come to the function as well, so that a mail scanner that tries POST gets an answer that changes nothing.
 */
export class ShareApi extends Construct {
  readonly httpApi: HttpApi;
  readonly accessLog: LogGroup;
  /** The address of the API, without a slash at its end. */
  readonly url: string;

  constructor(scope: Construct, id: string, { retention }: ShareApiProps) {
    super(scope, id);
    this.httpApi = new HttpApi(this, 'HttpApi', {
      apiName: `${Stack.of(this).stackName}-shares`,
      createDefaultStage: false,
    });
    this.accessLog = loggedStage(this, { httpApi: this.httpApi, throttle, retention, fields: accessLogFields });
    this.url = addressOf(this.httpApi);
  }

  /** Lets a function answer. It is named after the API is made, because functions know the address of the API. */
  servedBy(handler: IFunction): void {
    const routes = this.httpApi.addRoutes({
      path: publicPath,
      methods: [HttpMethod.ANY],
      integration: new HttpLambdaIntegration('Function', handler),
      authorizer: new HttpNoneAuthorizer(),
    });
    // Of these routes alone: cdk-nag refuses any other that has no authoriser.
    for (const route of routes) {
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'Pages of shares are for readers without credentials; the token in their address is the permission.',
      });
    }
  }
}

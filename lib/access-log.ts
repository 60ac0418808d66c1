import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { type HttpApi, HttpStage, LogGroupLogDestination, type ThrottleSettings } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** How an API is served. */
export interface StageProps {
  readonly httpApi: HttpApi;
  readonly throttle: ThrottleSettings;
  readonly retention: RetentionDays;
  /** The fields of the access log, as variables of HTTP APIs, by their names in the log. */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * The one stage of an API, with a throttle and an access log of JSON lines. The log is kept when the stack is deleted,
 * because it records who asked for what. Its entries expire by themselves.
 */
export function loggedStage(scope: Construct, { httpApi, throttle, retention, fields }: StageProps): LogGroup {
  const accessLog = new LogGroup(scope, 'AccessLog', {
    retention,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  new HttpStage(scope, 'Stage', {
    httpApi,
    autoDeploy: true,
    throttle,
    accessLogSettings: {
      destination: new LogGroupLogDestination(accessLog),
      format: AccessLogFormat.custom(JSON.stringify(fields)),
    },
  });
  return accessLog;
}

/** The address of an API, without a slash at its end. */
export function addressOf({ apiId, stack: { region, urlSuffix } }: HttpApi): string {
  return `https://${apiId}.execute-api.${region}.${urlSuffix}`;
}

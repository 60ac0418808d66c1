import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { BriefingFunction } from './briefing-function.ts';

/** Properties of the mail. */
export interface MailProps {
  /** The address that mails come from. AWS sends it a message whose link it has to open once. */
  readonly sender: string;
  /** The readers, as the setting `readers` has them. */
  readonly readers: readonly string[];
  /** Sends the mails. */
  readonly target: BriefingFunction;
}

/**
 * Mails to readers: the identity of the sender, and a set by which SES sends no more to addresses that bounced or
 * complained (the suppression list of the account), and to no server without TLS.
 */
export class Mail extends Construct {
  constructor(scope: Construct, id: string, { sender, readers, target }: MailProps) {
    super(scope, id);
    const identity = new EmailIdentity(this, 'Sender', { identity: Identity.email(sender) });
    const set = new ConfigurationSet(this, 'Set', {
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
    });
    const setArn = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: set.configurationSetName,
    });
    target.lambda.addEnvironment('MAIL_SENDER', sender);
    target.lambda.addEnvironment('MAIL_READERS', readers.join());
    target.lambda.addEnvironment('MAIL_CONFIGURATION', set.configurationSetName);
    target.allow(
      new PolicyStatement({
        // A finished message is sent by the call SendEmail with the permission of SendRawEmail.
        actions: ['ses:SendEmail', 'ses:SendRawEmail'],
        resources: [identity.emailIdentityArn, setArn],
        conditions: { StringEquals: { 'ses:FromAddress': sender } },
      }),
    );
  }
}

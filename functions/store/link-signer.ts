import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { AssumeRoleCommand, type STSClient } from '@aws-sdk/client-sts';
import { StoreUnavailableError } from './store.ts';

/** A client to sign links with, and the instant from which its credentials are refused. */
export interface SigningSession {
  readonly client: S3Client;
  /** Null when the credentials do not say. */
  readonly expiration: Date | null;
  readonly now: Date;
}

/** Gives sessions to sign links with. */
export interface LinkSigner {
  /** A session that is valid for at least `seconds` where it can be. */
  session(seconds: number): Promise<SigningSession>;
}

/** Signs with the credentials of the process, as on a machine of one's own. */
export class OwnSigner implements LinkSigner {
  private readonly client: S3Client;
  private readonly now: () => Date;

  constructor(client: S3Client, now: () => Date) {
    this.client = client;
    this.now = now;
  }

  async session(): Promise<SigningSession> {
    const credentials = await this.client.config.credentials();
    return { client: this.client, expiration: credentials.expiration ?? null, now: this.now() };
  }
}

/** Role chaining allows one hour. */
const sessionSeconds = 3600;

/** A session is renewed this long before it ends. */
const marginMilliseconds = 60_000;

/**
 * Signs with sessions of a role that may only read briefings. A link dies with the credentials that signed it, and
 * those of a function do not say when they end; those of a session that we ask for do.
 */
export class RoleSigner implements LinkSigner {
  private readonly sts: STSClient;
  private readonly roleArn: string;
  private readonly clientConfig: S3ClientConfig;
  private readonly now: () => Date;
  private current: { client: S3Client; expiration: Date } | undefined;
  private pending: Promise<{ client: S3Client; expiration: Date }> | undefined;

  constructor(sts: STSClient, roleArn: string, clientConfig: S3ClientConfig, now: () => Date) {
    this.sts = sts;
    this.roleArn = roleArn;
    this.clientConfig = clientConfig;
    this.now = now;
  }

  async session(seconds: number): Promise<SigningSession> {
    const now = this.now();
    const needed = Math.min(seconds, sessionSeconds / 2) * 1000 + marginMilliseconds;
    if (!this.current || this.current.expiration.getTime() - now.getTime() < needed) {
      this.pending ??= this.assume().finally(() => {
        this.pending = undefined;
      });
      this.current = await this.pending;
    }
    return { ...this.current, now };
  }

  private async assume(): Promise<{ client: S3Client; expiration: Date }> {
    const command = new AssumeRoleCommand({
      RoleArn: this.roleArn,
      RoleSessionName: 'briefing-links',
      DurationSeconds: sessionSeconds,
    });
    const { Credentials: issued } = await this.sts.send(command).catch((cause: unknown) => {
      throw new StoreUnavailableError('no session to sign links with', { cause });
    });
    if (!issued?.AccessKeyId || !issued.SecretAccessKey || !issued.Expiration) {
      throw new StoreUnavailableError('no session to sign links with');
    }
    const credentials = {
      accessKeyId: issued.AccessKeyId,
      secretAccessKey: issued.SecretAccessKey,
      ...(issued.SessionToken ? { sessionToken: issued.SessionToken } : {}),
    };
    return { client: new S3Client({ ...this.clientConfig, credentials }), expiration: issued.Expiration };
  }
}

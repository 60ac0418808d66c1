import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { AssumeRoleCommand, type STSClient } from '@aws-sdk/client-sts';
import { StoreUnavailableError, type Timeouts } from '../store/index.ts';

/** A client that signs links. */
export interface SigningSession {
  readonly client: S3Client;
  /** The instant from which its credentials are refused; null when they do not say. */
  readonly expiration: Date | null;
  readonly now: Date;
}

/** Gives sessions for signing links. */
export interface LinkSigner {
  /** Begins to fetch a session; the next call of `session` for as many seconds or fewer gives it, or its error. */
  prepare(seconds: number): void;
  /** A session that is valid for `seconds` if possible. Throws a {@link StoreUnavailableError} when there is none. */
  session(seconds: number): Promise<SigningSession>;
}

/** Signs with the credentials of the process, for use on one's own machine. */
export class OwnSigner implements LinkSigner {
  private readonly client: S3Client;
  private readonly now: () => Date;

  constructor(client: S3Client, now: () => Date) {
    this.client = client;
    this.now = now;
  }

  /** Begins nothing: the client has the credentials. */
  prepare(): void {}

  async session(): Promise<SigningSession> {
    const credentials = await this.client.config.credentials();
    return { client: this.client, expiration: credentials.expiration ?? null, now: this.now() };
  }
}

/** AWS limits the session of a chained role to one hour. */
const sessionSeconds = 3600;

/** A session is renewed this long before it ends. */
const marginMilliseconds = 60_000;

/**
 * A link that is to last as long as a session may be this much shorter: so a session serves such links for some minutes,
 * in place of one link each.
 */
const missingSeconds = 300;

/** Options of a {@link RoleSigner}. */
export interface RoleSignerOptions {
  readonly sts: STSClient;
  readonly roleArn: string;
  /** The settings of the S3 clients that sign. */
  readonly clientConfig: S3ClientConfig;
  readonly now: () => Date;
  readonly timeouts: Timeouts;
}

interface Session {
  readonly client: S3Client;
  readonly expiration: Date;
}

/**
 * Signs with sessions of a role that may only read briefings. A link expires with the credentials that signed it. The
 * credentials of a function do not say when they expire; those of an assumed role do.
 */
export class RoleSigner implements LinkSigner {
  private readonly options: RoleSignerOptions;
  private current: Session | undefined;
  private pending: Promise<Session> | undefined;
  private prepared: { readonly seconds: number; readonly session: Promise<Session> } | undefined;

  constructor(options: RoleSignerOptions) {
    this.options = options;
  }

  prepare(seconds: number): void {
    const session = this.valid(seconds);
    session.catch(() => {}); // who signs is told
    this.prepared = { seconds, session };
  }

  async session(seconds: number): Promise<SigningSession> {
    const { prepared } = this;
    this.prepared = undefined;
    const session = await (prepared && prepared.seconds >= seconds ? prepared.session : this.valid(seconds));
    return { ...session, now: this.options.now() };
  }

  /** The current session if it is valid for `seconds`, else a new one if it can be had. */
  private async valid(seconds: number): Promise<Session> {
    const left = (this.current?.expiration.getTime() ?? 0) - this.options.now().getTime();
    const needed = Math.min(seconds, sessionSeconds - missingSeconds) * 1000 + marginMilliseconds;
    if (this.current && left >= needed) return this.current;
    this.pending ??= this.assume().finally(() => {
      this.pending = undefined;
    });
    // If no new session can be had, the current one is used until it ends. Links never claim to last longer than it.
    const serves = left >= marginMilliseconds ? this.current : undefined;
    this.current = await this.pending.catch((error: unknown) => {
      if (serves) return serves;
      throw error;
    });
    return this.current;
  }

  private async assume(): Promise<Session> {
    const { sts, roleArn, clientConfig, timeouts } = this.options;
    const command = new AssumeRoleCommand({
      RoleArn: roleArn,
      RoleSessionName: 'briefing-links',
      DurationSeconds: sessionSeconds,
    });
    const abortSignal = AbortSignal.timeout(timeouts.call);
    const { Credentials: issued } = await sts.send(command, { abortSignal }).catch((cause: unknown) => {
      throw new StoreUnavailableError('no session to sign links with', { cause });
    });
    if (!issued?.AccessKeyId || !issued.SecretAccessKey || !issued.SessionToken || !issued.Expiration) {
      throw new StoreUnavailableError('no session to sign links with');
    }
    const credentials = {
      accessKeyId: issued.AccessKeyId,
      secretAccessKey: issued.SecretAccessKey,
      sessionToken: issued.SessionToken,
    };
    return { client: new S3Client({ ...clientConfig, credentials }), expiration: issued.Expiration };
  }
}

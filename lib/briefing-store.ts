import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AnyPrincipal,
  CompositePrincipal,
  Effect,
  type ManagedPolicy,
  PolicyStatement,
  Role,
} from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct, type IConstruct } from 'constructs';
import { acknowledgeWildcards } from './acknowledge-wildcards.ts';
import type { BriefingFunction } from './briefing-function.ts';

/** Patterns of object keys, by kind of object. */
const objects = {
  /** All objects of the editions: the briefings and the records of notices. */
  editions: 'briefings/*',
  /** The briefings: edition, language, and digest with rendition. */
  briefings: 'briefings/????-??/??/*',
  /** The records of the notice of an edition. */
  notices: 'briefings/????-??/notice/*.json',
  /** Published data: the versions, and the pointer to the current one. */
  data: 'data/*',
  versions: 'data/versions/*',
  pointer: 'data/current.json',
  /** The shares, each under the digest of its token. */
  shares: 'shares/*.json',
  /** The readers who want no more mail, each under the digest of the address. */
  unsubscribed: 'unsubscribed/*.json',
} as const;

/**
 * Days after which a share is deleted that nobody has changed. It was open for 366 at most, and until then its page says
 * when it ended.
 */
const shareExpiry = 400;

/** CloudFormation keeps the buckets. It deletes them only when the first creation of the stack fails. */
const retained = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

/** The condition of a write that S3 refuses if the object exists. */
const onlyNew = { Null: { 's3:if-none-match': 'false' } };

/** The condition of a write that S3 refuses if the object has changed since it was read. */
const onlyUnchanged = { Null: { 's3:if-match': 'false' } };

/** Properties of the store. */
export interface BriefingStoreProps {
  /** How many days noncurrent versions and access logs are kept. */
  readonly retention: number;
  /** The bucket of an earlier stack, which is used unchanged; null for a new one. */
  readonly earlier: string | null;
}

/** The bucket of the briefings: private, encrypted, versioned, logged, and kept when the stack is deleted. */
export class BriefingStore extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string, { retention, earlier }: BriefingStoreProps) {
    super(scope, id);
    this.bucket =
      earlier === null ? (this.newBucket(retention) as IBucket) : Bucket.fromBucketName(this, 'Bucket', earlier);
  }

  private newBucket(retention: number): Bucket {
    const safe = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: retained,
    };
    const logs = new Bucket(this, 'AccessLogs', {
      ...safe,
      lifecycleRules: [{ expiration: Duration.days(retention) }],
    });
    const bucket = new Bucket(this, 'Bucket', {
      ...safe,
      versioned: true,
      serverAccessLogsBucket: logs as IBucket,
      serverAccessLogsPrefix: 'briefings-bucket/',
      lifecycleRules: [
        { noncurrentVersionExpiration: Duration.days(retention) },
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        { prefix: 'shares/', expiration: Duration.days(shareExpiry) },
      ],
    });
    for (const statement of this.denials(bucket)) bucket.addToResourcePolicy(statement);
    // The bucket outlives the stack, so its policy must too. Without it neither TLS nor the other rules would be
    // enforced.
    for (const { policy } of [logs, bucket]) policy?.applyRemovalPolicy(retained);
    return bucket;
  }

  /**
   * What the bucket policy denies to everyone, administrators included: overwriting a briefing or a version of the
   * data, and permanently deleting an object version. To do it all the same, change the bucket policy first. The
   * lifecycle rule that expires noncurrent versions is not subject to the policy.
   */
  private denials(bucket: Bucket): readonly PolicyStatement[] {
    const everyone = { effect: Effect.DENY, principals: [new AnyPrincipal()] };
    const resources = [objects.editions, objects.versions].map((path) => bucket.arnForObjects(path));
    return [
      new PolicyStatement({
        ...everyone,
        actions: ['s3:PutObject'],
        resources,
        // The parts of a multipart upload have no such header. The request that completes it and creates the object has
        // one.
        conditions: { Null: { 's3:if-none-match': 'true' }, Bool: { 's3:ObjectCreationOperation': 'true' } },
      }),
      new PolicyStatement({ ...everyone, actions: ['s3:DeleteObjectVersion'], resources }),
    ];
  }

  /**
   * Lets a function find briefings, and read published data but not write them: editors do that with their own
   * credentials.
   */
  grantRead(target: BriefingFunction): void {
    target.lambda.addEnvironment('BUCKET', this.bucket.bucketName);
    target.allow(this.mayRead(objects.editions, objects.data), this.mayList('briefings/*', 'data/*'));
    this.acknowledgeObjects(target.policy, objects.editions, objects.data);
  }

  /** Lets a function find briefings and create new ones. S3 refuses unconditional writes. */
  grantReadAndCreate(target: BriefingFunction): void {
    this.grantRead(target);
    target.allow(this.mayWrite(objects.briefings, onlyNew));
    this.acknowledgeObjects(target.policy, objects.briefings);
  }

  /** Lets a function find shares. */
  grantReadShares(target: BriefingFunction): void {
    target.allow(this.mayRead(objects.shares), this.mayList('shares/*'));
    this.acknowledgeObjects(target.policy, objects.shares);
  }

  /** Lets a function find, create and revoke shares. */
  grantShares(target: BriefingFunction): void {
    this.grantReadShares(target);
    target.allow(this.mayWrite(objects.shares, onlyNew), this.mayWrite(objects.shares, onlyUnchanged));
  }

  /** Lets a function record that the notice of an edition is being sent or was sent. */
  grantNotices(target: BriefingFunction): void {
    target.allow(this.mayWrite(objects.notices, onlyNew));
    this.acknowledgeObjects(target.policy, objects.notices);
  }

  /** Lets a function create the shares of mails and notices, and know who wants no more of them. */
  grantMails(target: BriefingFunction): void {
    target.allow(
      this.mayWrite(objects.shares, onlyNew),
      this.mayRead(objects.shares, objects.unsubscribed),
      this.mayList('shares/*', 'unsubscribed/*'),
    );
    this.acknowledgeObjects(target.policy, objects.shares, objects.unsubscribed);
  }

  /** Lets a function record that a reader wants no more mail. */
  grantUnsubscribe(target: BriefingFunction): void {
    target.allow(
      this.mayWrite(objects.unsubscribed, onlyNew),
      this.mayRead(objects.unsubscribed),
      this.mayList('unsubscribed/*'),
    );
    this.acknowledgeObjects(target.policy, objects.unsubscribed);
  }

  /** Lets functions sign links, with sessions of a role that may only read briefings. */
  grantLinks(...targets: readonly BriefingFunction[]): void {
    const signer = new Role(this, 'LinkSigner', {
      assumedBy: new CompositePrincipal(...targets.map(({ role }) => role)),
      description: 'Signs download links to briefings',
      maxSessionDuration: Duration.hours(1),
    });
    signer.addToPolicy(this.mayRead(objects.editions));
    this.acknowledgeObjects(signer, objects.editions);
    for (const target of targets) {
      target.lambda.addEnvironment('LINK_ROLE_ARN', signer.roleArn);
      target.allow(new PolicyStatement({ actions: ['sts:AssumeRole'], resources: [signer.roleArn] }));
    }
  }

  /**
   * What an editor of the data may do: read all versions, add one, and change which one is current. The first version
   * makes the pointer, later ones replace the pointer that was read.
   */
  allowEditor(policy: ManagedPolicy): void {
    policy.addStatements(
      this.mayRead(objects.data),
      this.mayWrite(objects.versions, onlyNew),
      this.mayWrite(objects.pointer, onlyNew),
      this.mayWrite(objects.pointer, onlyUnchanged),
      this.mayList('data/*'),
    );
    this.acknowledgeObjects(policy, objects.data, objects.versions);
  }

  /** What an operator may do when a mail failed: find and remove the notes of it, and that a reader wants no more. */
  allowOperator(policy: ManagedPolicy): void {
    policy.addStatements(
      this.mayList('briefings/????-??/notice/*'),
      new PolicyStatement({
        actions: ['s3:DeleteObject'],
        resources: [objects.notices, objects.unsubscribed].map((path) => this.bucket.arnForObjects(path)),
      }),
    );
    this.acknowledgeObjects(policy, objects.notices, objects.unsubscribed);
  }

  /** Gives the reason for wildcards in a policy that match objects whose names are not known beforehand. */
  private acknowledgeObjects(granted: IConstruct, ...paths: readonly string[]): void {
    const reason =
      'The objects have names that are not known beforehand; the wildcards stand in or behind their prefix.';
    const arns = paths.map((path) => this.bucket.arnForObjects(path));
    acknowledgeWildcards(granted, Object.fromEntries(arns.map((arn) => [arn, reason])));
  }

  private mayRead(...paths: readonly string[]): PolicyStatement {
    const resources = paths.map((path) => this.bucket.arnForObjects(path));
    return new PolicyStatement({ actions: ['s3:GetObject'], resources });
  }

  private mayWrite(path: string, conditions: Readonly<Record<string, unknown>>): PolicyStatement {
    return new PolicyStatement({
      actions: ['s3:PutObject'],
      resources: [this.bucket.arnForObjects(path)],
      conditions,
    });
  }

  private mayList(...prefixes: readonly string[]): PolicyStatement {
    return new PolicyStatement({
      actions: ['s3:ListBucket'],
      resources: [this.bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': prefixes } },
    });
  }
}

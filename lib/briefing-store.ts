import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct, type IConstruct } from 'constructs';
import { acknowledgeWildcards } from './acknowledge-wildcards.ts';
import type { BriefingFunction } from './briefing-function.ts';

/** The objects in the bucket by what they are. */
const objects = {
  /** Everything of the editions: the briefings and the notes on notices. */
  editions: 'briefings/*',
  /** The briefings: edition, language, digest. */
  briefings: 'briefings/????-??/??/*.pdf',
  /** What was noted of the notice of an edition. */
  notices: 'briefings/????-??/notice/*.json',
  /** Published data: the versions, and the pointer to the current one. */
  data: 'data/*',
  versions: 'data/versions/*',
} as const;

/** What CloudFormation does with the buckets: nothing, but to take away what a first creation that failed has made. */
const retained = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

/** Only where nothing is: a write that S3 refuses if there is an object. */
const onlyNew = { Null: { 's3:if-none-match': 'false' } };

/** Only over what the writer has read. */
const onlyUnchanged = { Null: { 's3:if-match': 'false' } };

/** Properties of the store. */
export interface BriefingStoreProps {
  /** For how many days superseded versions and access logs are kept. */
  readonly retention: number;
  /** The bucket of an earlier stack, which stays as that made it; null for a new one. */
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
      ],
    });
    for (const statement of this.refusals(bucket)) bucket.addToResourcePolicy(statement);
    // A bucket that outlives the stack keeps its policy: without it, neither TLS nor any of this would be asked for.
    for (const { policy } of [logs, bucket]) policy?.applyRemovalPolicy(retained);
    return bucket;
  }

  /**
   * What the bucket refuses everyone, administrators included: to write over a briefing or a version of the data, and to
   * delete a version of one for good. Whoever has to, changes the policy of the bucket first. The expiry of superseded
   * versions is S3's own and asks no policy.
   */
  private refusals(bucket: Bucket): readonly PolicyStatement[] {
    const everyone = { effect: Effect.DENY, principals: [new AnyPrincipal()] };
    const resources = [objects.editions, objects.versions].map((path) => bucket.arnForObjects(path));
    return [
      new PolicyStatement({
        ...everyone,
        actions: ['s3:PutObject'],
        resources,
        // The parts of a large upload come without the header; its completion, which makes the object, with it.
        conditions: { Null: { 's3:if-none-match': 'true' }, Bool: { 's3:ObjectCreationOperation': 'true' } },
      }),
      new PolicyStatement({ ...everyone, actions: ['s3:DeleteObjectVersion'], resources }),
    ];
  }

  /**
   * Lets a function find briefings, and write them where none is: S3 itself refuses an unconditional write. It may read
   * published data; those are written by editors, with their own credentials.
   */
  grantKeep(target: BriefingFunction): void {
    target.lambda.addEnvironment('BUCKET', this.bucket.bucketName);
    target.allow(
      new PolicyStatement({
        actions: ['s3:GetObject'],
        resources: [objects.editions, objects.data].map((path) => this.bucket.arnForObjects(path)),
      }),
      this.mayWrite(objects.briefings, onlyNew),
      this.mayList('briefings/*', 'data/*'),
    );
    this.acknowledgeObjects(target.policy, objects.editions, objects.data, objects.briefings);
  }

  /** Lets a function note that the notice of an edition is being sent, and that it was. */
  grantNotices(target: BriefingFunction): void {
    target.allow(this.mayWrite(objects.notices, onlyNew));
    this.acknowledgeObjects(target.policy, objects.notices);
  }

  /** Lets a function sign links: with sessions of a role that may read briefings and nothing else. */
  grantLinks(target: BriefingFunction): void {
    const signer = new Role(this, 'LinkSigner', {
      assumedBy: target.role,
      description: 'Signs download links to briefings',
      maxSessionDuration: Duration.hours(1),
    });
    signer.addToPolicy(
      new PolicyStatement({
        actions: ['s3:GetObject'],
        resources: [this.bucket.arnForObjects(objects.editions)],
      }),
    );
    target.lambda.addEnvironment('LINK_ROLE_ARN', signer.roleArn);
    target.allow(new PolicyStatement({ actions: ['sts:AssumeRole'], resources: [signer.roleArn] }));
    this.acknowledgeObjects(signer, objects.editions);
  }

  /** What an editor of the data does: read all versions, add one, and point to another. */
  editing(): readonly PolicyStatement[] {
    return [
      new PolicyStatement({ actions: ['s3:GetObject'], resources: [this.bucket.arnForObjects(objects.data)] }),
      this.mayWrite(objects.data, onlyNew),
      this.mayWrite(objects.data, onlyUnchanged),
      this.mayList('data/*'),
    ];
  }

  /** Says of a policy which of its wildcards stand for objects whose names are not known beforehand. */
  acknowledgeObjects(granted: IConstruct, ...paths: readonly string[]): void {
    const reason =
      'The objects have names that are not known beforehand; the wildcards stand in or behind their prefix.';
    const arns = paths.map((path) => this.bucket.arnForObjects(path));
    acknowledgeWildcards(granted, Object.fromEntries(arns.map((arn) => [arn, reason])));
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

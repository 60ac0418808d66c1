import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct, type IConstruct } from 'constructs';
import type { BriefingFunction } from './briefing-function.ts';

/** The folders of the briefings and of published data in the bucket. */
const briefings = 'briefings/';
const data = 'data/';

/** Properties of the store. */
export interface BriefingStoreProps {
  /** For how many days superseded versions and access logs are kept. */
  readonly retention: number;
}

/** The bucket of the briefings: private, encrypted, versioned, logged, and kept when the stack is deleted. */
export class BriefingStore extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { retention }: BriefingStoreProps) {
    super(scope, id);
    const safe = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: RemovalPolicy.RETAIN,
    };
    const logs = new Bucket(this, 'AccessLogs', {
      ...safe,
      lifecycleRules: [{ expiration: Duration.days(retention) }],
    });
    this.bucket = new Bucket(this, 'Bucket', {
      ...safe,
      versioned: true,
      serverAccessLogsBucket: logs as IBucket,
      serverAccessLogsPrefix: 'briefings-bucket/',
      lifecycleRules: [
        { noncurrentVersionExpiration: Duration.days(retention) },
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    });
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
        resources: [briefings, data].map((folder) => this.bucket.arnForObjects(`${folder}*`)),
      }),
      new PolicyStatement({
        actions: ['s3:PutObject'],
        resources: [this.bucket.arnForObjects(`${briefings}*`)],
        conditions: { Null: { 's3:if-none-match': 'false' } },
      }),
      new PolicyStatement({
        actions: ['s3:ListBucket'],
        resources: [this.bucket.bucketArn],
        conditions: { StringLike: { 's3:prefix': [`${briefings}*`, `${data}*`] } },
      }),
    );
    this.acknowledgeObjects(target.policy, briefings, data);
  }

  /** Lets a function sign links: with sessions of a role that may read briefings and nothing else. */
  grantLinks(target: BriefingFunction): void {
    const signer = new Role(this, 'LinkSigner', {
      assumedBy: target.role,
      description: 'Signs download links to briefings',
      maxSessionDuration: Duration.hours(1),
    });
    signer.addToPolicy(
      new PolicyStatement({ actions: ['s3:GetObject'], resources: [this.bucket.arnForObjects(`${briefings}*`)] }),
    );
    target.lambda.addEnvironment('LINK_ROLE_ARN', signer.roleArn);
    target.allow(new PolicyStatement({ actions: ['sts:AssumeRole'], resources: [signer.roleArn] }));
    this.acknowledgeObjects(signer, briefings);
  }

  private acknowledgeObjects(granted: IConstruct, ...folders: readonly string[]): void {
    const bucket = this.bucket.stack.getLogicalId(this.bucket.node.defaultChild as CfnBucket);
    for (const folder of folders) {
      Validations.of(granted).acknowledge({
        id: `AwsSolutions-IAM5[Resource::<${bucket}.Arn>/${folder}*]`,
        reason: 'The objects have names that are not known beforehand; the wildcard stands behind their prefix.',
      });
    }
  }
}

import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  HttpMethods,
  type IBucket,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { WorkQueue, type WorkQueueProps } from '../constructs/work-queue.ts';

export interface ScansProps {
  readonly key: IKey;
  readonly webOrigins: readonly string[];
  readonly uploads: WorkQueueProps;
}

/** Electronic records of a postal operator are kept five years (TT 17/2017). */
const evidenceKept = Duration.days(5 * 366);

/** Uploads land in quarantine and are promoted into evidence; nobody reads what was not verified. */
export class Scans extends Construct {
  readonly quarantine: Bucket;
  readonly evidence: Bucket;
  /** Pictures of pages: derived from the evidence, and made again where one is missing. */
  readonly previews: Bucket;
  readonly arrivals: WorkQueue;
  /** Who read and wrote which object, of every bucket. */
  readonly accessLogs: Bucket;

  constructor(scope: Construct, id: string, { key, webOrigins, uploads }: ScansProps) {
    super(scope, id);
    const locked = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    };
    this.accessLogs = new Bucket(this, 'AccessLogs', {
      ...locked,
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(5 * 366) }],
    });
    const sealed = {
      ...locked,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      // CDK's own types disagree with each other under exactOptionalPropertyTypes.
      serverAccessLogsBucket: this.accessLogs as IBucket,
    };
    const origins = [...webOrigins];
    this.quarantine = new Bucket(this, 'Quarantine', {
      ...sealed,
      serverAccessLogsPrefix: 'quarantine/',
      lifecycleRules: [
        { expiration: Duration.days(7), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      cors: [{ allowedMethods: [HttpMethods.PUT], allowedOrigins: origins, allowedHeaders: ['*'] }],
    });
    this.evidence = new Bucket(this, 'Evidence', {
      ...sealed,
      serverAccessLogsPrefix: 'evidence/',
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.governance(evidenceKept),
      cors: [{ allowedMethods: [HttpMethods.GET], allowedOrigins: origins, allowedHeaders: ['*'] }],
    });
    this.previews = new Bucket(this, 'Previews', {
      ...sealed,
      serverAccessLogsPrefix: 'previews/',
      lifecycleRules: [{ expiration: evidenceKept }],
      cors: [{ allowedMethods: [HttpMethods.GET], allowedOrigins: origins, allowedHeaders: ['*'] }],
    });
    this.arrivals = new WorkQueue(this, 'Arrivals', uploads);
    this.refuseOverwriting();
    this.announceUploads();
  }

  /** A key is written once: a presigned URL that leaks cannot replace what it uploaded. */
  private refuseOverwriting(): void {
    for (const bucket of [this.quarantine, this.evidence])
      bucket.addToResourcePolicy(
        new PolicyStatement({
          sid: 'CreateOnly',
          effect: Effect.DENY,
          principals: [new AnyPrincipal()],
          actions: ['s3:PutObject'],
          resources: [bucket.arnForObjects('*')],
          conditions: { Null: { 's3:if-none-match': 'true' } },
        }),
      );
  }

  /** Native notification: CDK's own would bring a Python function that edits the bucket. */
  private announceUploads(): void {
    const { queue } = this.arrivals;
    queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [queue.queueArn],
        // The bucket's ARN would close a circle: the bucket names the queue.
        conditions: { StringEquals: { 'aws:SourceAccount': queue.env.account } },
      }),
    );
    const bucket = this.quarantine.node.defaultChild as CfnBucket;
    bucket.notificationConfiguration = {
      queueConfigurations: [{ event: 's3:ObjectCreated:*', queue: queue.queueArn }],
    };
    bucket.node.addDependency(queue);
  }
}

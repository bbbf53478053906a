import { fromEnv } from '@aws-sdk/credential-provider-env';
import { AwsClient } from 'aws4fetch';

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** A bucket, and how to reach it. */
export interface BucketAddress {
  readonly bucket: string;
  readonly region: string;
  /** Of a stand-in for S3, asked in path style. */
  readonly endpoint?: string | undefined;
  readonly credentials: () => Promise<Credentials>;
}

/** What Lambda tells every function; a stand-in for S3 is named as for the SDK. */
export interface Surroundings {
  readonly AWS_REGION: string;
  readonly AWS_ENDPOINT_URL_S3?: string | undefined;
}

/** A bucket as a function reaches it. */
export const bucketOf = (
  { AWS_REGION: region, AWS_ENDPOINT_URL_S3: endpoint }: Surroundings,
  bucket: string,
): BucketAddress => ({ bucket, region, endpoint, credentials: fromEnv() });

const urlOf = ({ bucket, region, endpoint }: BucketAddress, key: string): string => {
  const path = key.split('/').map(encodeURIComponent).join('/');
  return endpoint === undefined
    ? `https://${bucket}.s3.${region}.amazonaws.com/${path}`
    : `${endpoint}/${bucket}/${path}`;
};

/** Three tries in all, like those of the SDK's clients. */
const tries = { retries: 2, initRetryMs: 50 } as const;

/** Objects are small; a function that hangs on one would use up its whole timeout. */
const patienceMs = 3_000;

/**
 * Signed requests to one bucket. The SDK's client for S3 is 103 KB of a bundle, a quarter of what an
 * API may have, for operations that nobody here calls (ADR 018).
 */
export const makeObjects = (address: BucketAddress) => {
  let signing: Promise<AwsClient> | undefined;
  const client = (): Promise<AwsClient> => {
    signing ??= address
      .credentials()
      .then((keys) => new AwsClient({ ...keys, ...tries, region: address.region, service: 's3' }));
    return signing;
  };
  return {
    /** Answers whatever S3 answers; rejects where it cannot be reached. */
    send: async (key: string, request: RequestInit): Promise<Response> => {
      const aws = await client();
      const signal = AbortSignal.timeout(patienceMs);
      return aws.fetch(urlOf(address, key), { ...request, signal });
    },
  };
};

/** An answer of S3 that nobody foresaw. */
export const unforeseen = async (key: string, response: Response): Promise<Error> => {
  const code = /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1] ?? 'no code';
  return new Error(`S3 answers ${response.status} (${code}) for ${key}`);
};

/**
 * Stands in every bundle for `@aws-sdk/endpoint-cache`: DynamoDB's client makes one for endpoint
 * discovery, which is asked for by a setting that no function has. With it a call would fail with an
 * error that says where to look.
 */
export class EndpointCache {
  get = refuse;
  set = refuse;
  has = refuse;
  delete = refuse;
  clear = refuse;
  getEndpoint = refuse;
}

function refuse(): never {
  throw new Error(
    'endpoint discovery is left out of the bundles: infra/library-parts/no-endpoint-cache.ts',
  );
}

/**
 * What CloudFront adds to each request that it hands to the API. Lower case, as functions see them; no
 * header of an origin may begin with `x-edge-` or `x-amz-`.
 */
export const edgeHeaders = {
  /** Known to CloudFront and the functions alone: who sends it speaks for CloudFront. */
  secret: 'x-viewer-secret',
  /** The viewer's own address, as text: IPv4 or IPv6 without a port. */
  viewer: 'x-viewer-address',
} as const;

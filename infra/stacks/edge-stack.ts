import { CfnOutput, CfnParameter, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Construct } from 'constructs';
import type { Route } from '#edge/contract.ts';
import { Firewall } from '../constructs/firewall.ts';

export interface EdgeStackProps extends StackProps {
  /** All routes of all services. */
  readonly routes: readonly Route[];
}

/**
 * What the world calls: CloudFront with a firewall before the API, because a firewall cannot be put
 * before an HTTP API itself (ADR 017). In us-east-1, where such a firewall must lie; so the API's
 * host comes as a parameter and not as an import.
 */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, { routes, ...props }: EdgeStackProps) {
    super(scope, id, props);
    const apiHost = new CfnParameter(this, 'ApiHost', {
      type: 'String',
      description: 'The output of the same name of the stack Stage',
      allowedPattern: '^[a-z0-9.:-]+$',
    });
    const firewall = new Firewall(this, 'Firewall', { routes });
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'The post-office counter: API',
      webAclId: firewall.arn,
      httpVersion: HttpVersion.HTTP2_AND_3,
      // Everybody who calls is in Vietnam: without the edges of Asia it would be slower than none.
      priceClass: PriceClass.PRICE_CLASS_200,
      defaultBehavior: {
        origin: new HttpOrigin(apiHost.valueAsString, {
          protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        }),
        allowedMethods: AllowedMethods.ALLOW_ALL,
        // Dossiers change by the minute and belong to somebody: nothing is kept at the edge.
        cachePolicy: CachePolicy.CACHING_DISABLED,
        // The API answers to its own host only; token and idempotency key must reach it.
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        responseHeadersPolicy: ResponseHeadersPolicy.SECURITY_HEADERS,
        viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      },
    });
    new CfnOutput(this, 'PublicUrl', { value: `https://${distribution.distributionDomainName}` });
  }
}

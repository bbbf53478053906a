import { CfnOutput, CfnParameter, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AllowedMethods,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Function as CloudFrontFunction,
  Distribution,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
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
import { edgeHeaders } from '#plan/edge-headers.ts';
import { Firewall } from '../constructs/firewall.ts';
import { WebSite, type WebSiteProps } from '../constructs/web-site.ts';

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
    const proofName = new CfnParameter(this, 'EdgeProofName', {
      type: 'String',
      description:
        'The output of the same name of the stack State: a secret, copied to this region',
      allowedPattern: '^[A-Za-z0-9/_+=.@-]+$',
    });
    const firewall = new Firewall(this, 'Firewall', { routes });
    const origin = new HttpOrigin(apiHost.valueAsString, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      // Put in by CloudFormation when it deploys; CloudFront replaces what a viewer sends under it.
      customHeaders: {
        [edgeHeaders.secret]: `{{resolve:secretsmanager:${proofName.valueAsString}:SecretString:edge}}`,
      },
    });
    const everyRequest = {
      functionAssociations: [
        { eventType: FunctionEventType.VIEWER_REQUEST, function: this.sayWhoAsks() },
      ],
      // The API answers to its own host only; token and idempotency key must reach it.
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: ResponseHeadersPolicy.SECURITY_HEADERS,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    };
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'The post-office counter: pages and API',
      webAclId: firewall.arn,
      httpVersion: HttpVersion.HTTP2_AND_3,
      // Everybody who calls is in Vietnam: without the edges of Asia it would be slower than none.
      priceClass: PriceClass.PRICE_CLASS_200,
      defaultBehavior: {
        ...everyRequest,
        origin,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        // Dossiers change by the minute and belong to somebody: nothing is kept at the edge.
        cachePolicy: CachePolicy.CACHING_DISABLED,
      },
    });
    const kept = Map.groupBy(
      routes.filter(({ keptAtEdge }) => keptAtEdge !== undefined),
      ({ keptAtEdge }) => keptAtEdge ?? 0,
    );
    for (const [seconds, same] of kept) {
      const cachePolicy = this.keepFor(seconds);
      for (const { path } of same)
        distribution.addBehavior(path, origin, { ...everyRequest, cachePolicy });
    }
    this.addSite(distribution);
  }

  /** The pages at the API's own origin: a page asks without a preflight, and its policy names one host. */
  private addSite(distribution: Distribution): void {
    const { bucket, origin, behaviours } = new WebSite(this, 'Site', this.siteParameters());
    for (const { pattern, ...behaviour } of behaviours)
      distribution.addBehavior(pattern, origin, behaviour);
    new CfnOutput(this, 'SiteBucket', {
      value: bucket.bucketName,
      description: 'Where the built pages go',
    });
    new CfnOutput(this, 'PublicUrl', { value: `https://${distribution.distributionDomainName}` });
  }

  /** What lies in the other region, and so comes as a parameter: outputs of the same name of State. */
  private siteParameters(): WebSiteProps {
    const told = (name: string, allowedPattern: string): string =>
      new CfnParameter(this, name, {
        type: 'String',
        description: 'The output of the same name of the stack State',
        allowedPattern,
      }).valueAsString;
    return {
      settings: {
        issuer: told('TokenIssuer', '^https?://[^\\s\'";,]+$'),
        loginUrl: told('LoginUrl', '^https?://[^\\s\'";,]+$'),
        clientId: told('WebClientId', '^[\\w+]+$'),
      },
      scanOrigins: told('ScanOrigins', '^https?://[^\'";,]+$'),
    };
  }

  /**
   * The same answer to all who ask the same within so many seconds. The API forbids keeping it, which
   * holds for whoever comes after: CloudFront keeps it for the policy's least time all the same.
   */
  private keepFor(seconds: number): CachePolicy {
    const time = Duration.seconds(seconds);
    return new CachePolicy(this, `Kept${seconds}Seconds`, {
      comment: 'Public answers that change by the second',
      minTtl: time,
      defaultTtl: time,
      maxTtl: time,
      queryStringBehavior: CacheQueryStringBehavior.all(),
      // The answer says which origins may read it.
      headerBehavior: CacheHeaderBehavior.allowList('Origin'),
    });
  }

  /**
   * Writes the viewer's address over whatever the viewer sent under that name. CloudFront's own
   * `CloudFront-Viewer-Address` would need a policy that hands on the viewer's `Host` too, to which the
   * API does not answer.
   */
  private sayWhoAsks(): CloudFrontFunction {
    return new CloudFrontFunction(this, 'SayWhoAsks', {
      comment: 'The viewer’s address as a header of the request',
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(
        `function handler(event) {
  event.request.headers['${edgeHeaders.viewer}'] = { value: event.viewer.ip };
  return event.request;
}`,
      ),
    });
  }
}

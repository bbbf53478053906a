import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import type { Route } from '#edge/contract.ts';
import { problemDocument } from '#edge/problem.ts';
import { problems } from '#functions/problems.ts';

/**
 * One address may ask the public routes so often. A citizen's visit is some twenty requests, a
 * display at a post office asks each five seconds; but whole districts share one address of their
 * telephone company, so the limit stops a bot and no crowd.
 */
const publicRate = { requests: 1_200, windowSeconds: 300 } as const;

/** Nobody proves anything before calling: webhooks are signed, staff have a token. */
const isPublic = ({ who }: Route): boolean => who === 'anyone' || who === 'citizen';

/** A web ACL before CloudFront: many calls of one address to public routes are refused for a while. */
export class Firewall extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { routes }: { readonly routes: readonly Route[] }) {
    super(scope, id);
    const visible = (metricName: string) => ({
      metricName,
      cloudWatchMetricsEnabled: true,
      // Samples hold addresses and paths, and paths hold the codes of dossiers.
      sampledRequestsEnabled: false,
    });
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visible('Firewall'),
      customResponseBodies: {
        [refusal]: {
          contentType: 'APPLICATION_JSON',
          content: JSON.stringify(problemDocument(problems, refusal)),
        },
      },
      rules: [
        {
          name: 'PublicRoutesByAddress',
          priority: 0,
          action: {
            block: {
              customResponse: {
                responseCode: 429,
                customResponseBodyKey: refusal,
                responseHeaders: [{ name: 'retry-after', value: `${publicRate.windowSeconds}` }],
              },
            },
          },
          visibilityConfig: visible('PublicRoutesByAddress'),
          statement: {
            rateBasedStatement: {
              aggregateKeyType: 'IP',
              limit: publicRate.requests,
              evaluationWindowSec: publicRate.windowSeconds,
              scopeDownStatement: { orStatement: { statements: pathsOf(routes.filter(isPublic)) } },
            },
          },
        },
      ],
    });
    this.arn = acl.attrArn;
  }
}

const refusal = 'too-many-requests';

/** Each path once; what is escaped in the URL is read as the API reads it. */
const pathsOf = (routes: readonly Route[]): CfnWebACL.StatementProperty[] =>
  [...new Set(routes.map(({ path }) => patternOf(path)))].map((regexString) => ({
    regexMatchStatement: {
      regexString,
      fieldToMatch: { uriPath: {} },
      textTransformations: [{ priority: 0, type: 'URL_DECODE' }],
    },
  }));

/** `/v1/procedures/{code}` → `^/v1/procedures/[^/]+$` */
const patternOf = (path: string): string =>
  `^${path.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`;

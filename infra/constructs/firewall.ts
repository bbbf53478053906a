import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import type { Route } from '#edge/contract.ts';
import { problemDocument } from '#edge/problem.ts';
import { problems } from '#functions/problems.ts';
import { type AddressLimit, publicAddress } from '#plan/throttles.ts';

/** Nobody proves anything before calling: webhooks are signed, staff have a token. */
const isPublic = ({ who }: Route): boolean =>
  who === 'anyone' || who === 'citizen' || who === 'phone';

/**
 * A web ACL before CloudFront: many calls of one address to public routes are refused for a while, each
 * group of routes by a count of its own. The refusal is the problem document, but as `application/json`:
 * of a custom body WAF takes `text/plain`, `text/html` and `application/json` only, and lets no custom
 * header be `content-type`. What blocks here is a rate, so 429; there is no rule that answers 403.
 */
export class Firewall extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { routes }: { readonly routes: readonly Route[] }) {
    super(scope, id);
    const groups = Map.groupBy(routes.filter(isPublic), limitOf);
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
      rules: [...groups].map(([limit, group], priority) => ruleOf(limit, group, priority)),
    });
    this.arn = acl.attrArn;
  }
}

const refusal = 'too-many-requests';

const limitOf = ({ throttle }: Route): AddressLimit => throttle?.perAddress ?? publicAddress;

const visible = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  // Samples hold addresses and paths, and paths hold the codes of dossiers.
  sampledRequestsEnabled: false,
});

const ruleOf = (
  { name, requests, windowSeconds }: AddressLimit,
  routes: readonly Route[],
  priority: number,
): CfnWebACL.RuleProperty => ({
  name: `${name}ByAddress`,
  priority,
  action: {
    block: {
      customResponse: {
        responseCode: 429,
        customResponseBodyKey: refusal,
        responseHeaders: [{ name: 'retry-after', value: `${windowSeconds}` }],
      },
    },
  },
  visibilityConfig: visible(`${name}ByAddress`),
  statement: {
    rateBasedStatement: {
      aggregateKeyType: 'IP',
      limit: requests,
      evaluationWindowSec: windowSeconds,
      scopeDownStatement: anyOf(pathsOf(routes)),
    },
  },
});

/** An alternative of one is none: WAF wants two statements or more in an `or`. */
const anyOf = (statements: readonly CfnWebACL.StatementProperty[]): CfnWebACL.StatementProperty => {
  const [first, ...others] = statements;
  return first && others.length === 0 ? first : { orStatement: { statements: [...statements] } };
};

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

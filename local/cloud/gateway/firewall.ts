import type { Deployment } from '#local/cloud/assembly/deployment.ts';
import {
  asNumber,
  asObject,
  asObjects,
  asText,
  type JsonObject,
  requireText,
} from '#local/cloud/assembly/json.ts';
import type { HttpAnswer } from './function-answer.ts';
import { makeWindowCount } from './window-count.ts';

/** What the firewall looks at of a request. */
export interface Passenger {
  /** As it was sent, escapes and all. */
  readonly path: string;
  readonly address: string;
}

export interface Firewall {
  /** The answer to give instead; undefined: it may pass. */
  refuse(request: Passenger): HttpAnswer | undefined;
}

type Rule = (request: Passenger) => HttpAnswer | undefined;

const contentTypes: Readonly<Record<string, string>> = {
  APPLICATION_JSON: 'application/json',
  TEXT_PLAIN: 'text/plain',
  TEXT_HTML: 'text/html',
};

/** `URL_DECODE` leaves what is no escape as it is. */
const urlDecoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

const pathTest = (statement: JsonObject, where: string): ((path: string) => boolean) => {
  const match = asObject(statement['RegexMatchStatement']);
  const pattern = new RegExp(requireText(match['RegexString'], `${where} RegexString`));
  const transformations = asObjects(match['TextTransformations']).map(({ Type: type }) => type);
  if (asObject(match['FieldToMatch'])['UriPath'] === undefined || transformations.length !== 1)
    throw new Error(`${where}: only a regular expression on the path is served locally`);
  const [transformation] = transformations;
  if (transformation !== 'URL_DECODE' && transformation !== 'NONE')
    throw new Error(`${where}: text transformation ${transformation} is not served locally`);
  return (path) => pattern.test(transformation === 'NONE' ? path : urlDecoded(path));
};

/** Without a scope-down statement every request counts. */
const scopeOf = (scope: JsonObject, where: string): ((path: string) => boolean) => {
  if (Object.keys(scope).length === 0) return () => true;
  const alternatives = asObjects(asObject(scope['OrStatement'])['Statements']);
  const tests = (alternatives.length > 0 ? alternatives : [scope]).map((each) =>
    pathTest(each, where),
  );
  return (path) => tests.some((test) => test(path));
};

const refusalOf = (rule: JsonObject, bodies: JsonObject, where: string): HttpAnswer => {
  const block = asObject(asObject(rule['Action'])['Block']);
  if (asObject(rule['Action'])['Block'] === undefined)
    throw new Error(`${where}: only rules that block are served locally`);
  const custom = asObject(block['CustomResponse']);
  const body = asObject(bodies[asText(custom['CustomResponseBodyKey']) ?? '']);
  const headers = asObjects(custom['ResponseHeaders']).map(({ Name: name, Value: value }) => [
    String(name).toLowerCase(),
    String(value),
  ]);
  return {
    status: asNumber(custom['ResponseCode']) ?? 403,
    headers: {
      ...Object.fromEntries(headers),
      'content-type': contentTypes[asText(body['ContentType']) ?? ''] ?? 'text/plain',
    },
    cookies: [],
    body: asText(body['Content']) ?? '',
  };
};

const ruleOf = (
  rule: JsonObject,
  bodies: JsonObject,
  { where, now }: { readonly where: string; readonly now: () => number },
): Rule => {
  const rate = asObject(asObject(rule['Statement'])['RateBasedStatement']);
  const limit = asNumber(rate['Limit']);
  if (limit === undefined || rate['AggregateKeyType'] !== 'IP')
    throw new Error(`${where}: only rates by address are served locally`);
  const inScope = scopeOf(asObject(rate['ScopeDownStatement']), where);
  const count = makeWindowCount((asNumber(rate['EvaluationWindowSec']) ?? 300) * 1_000, now);
  const refusal = refusalOf(rule, bodies, where);
  return ({ path, address }) => (inScope(path) && count.add(address) > limit ? refusal : undefined);
};

/**
 * The template's web ACLs before the local port. AWS estimates a rate every few seconds, and lets
 * some more through meanwhile; here each request counts at once.
 */
export const readFirewall = (
  deployment: Pick<Deployment, 'of'>,
  now: () => number = Date.now,
): Firewall => {
  const rules = deployment.of('AWS::WAFv2::WebACL').flatMap(({ id, properties }) => {
    if (asObject(properties['DefaultAction'])['Allow'] === undefined)
      throw new Error(`${id}: only a web ACL that allows by default is served locally`);
    const bodies = asObject(properties['CustomResponseBodies']);
    return asObjects(properties['Rules']).map((rule) =>
      ruleOf(rule, bodies, { where: `${id} ${String(rule['Name'])}`, now }),
    );
  });
  return {
    refuse: (request) => {
      for (const rule of rules) {
        const refusal = rule(request);
        if (refusal) return refusal;
      }
      return undefined;
    },
  };
};

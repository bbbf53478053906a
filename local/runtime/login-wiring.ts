import type { Deployment, Resource } from '#local/cloud/assembly/deployment.ts';
import {
  asFlag,
  asObject,
  asText,
  asTexts,
  type Json,
  requireText,
} from '#local/cloud/assembly/json.ts';
import type { FunctionHost } from '#local/cloud/lambda/function-host.ts';
import { type Login, startLogin } from '#local/cloud/login/login.ts';

type LoginOptions = Parameters<typeof startLogin>[0];

const grantNames: Readonly<Record<string, readonly string[]>> = {
  code: ['authorization_code', 'refresh_token'],
  client_credentials: ['client_credentials'],
};

const clientOf = ({ properties, identity }: Resource): LoginOptions['clients'][number] => ({
  clientId: identity.ref,
  ...(asFlag(properties['GenerateSecret']) && {
    clientSecret: identity.attributes['ClientSecret'] ?? '',
  }),
  redirectUris: asTexts(properties['CallbackURLs']),
  grants: asTexts(properties['AllowedOAuthFlows']).flatMap((flow) => grantNames[flow] ?? []),
  scopes: asTexts(properties['AllowedOAuthScopes']),
});

const triggerOf = (pool: Resource, deployment: Deployment): string | undefined => {
  const triggers = asObject(pool.properties['LambdaConfig']);
  const configured = asObject(triggers['PreTokenGenerationConfig']);
  const arn = asText(configured['LambdaArn']);
  if (arn === undefined) return undefined;
  if (asText(configured['LambdaVersion']) !== 'V2_0')
    throw new Error(`${pool.id}: only pre token generation V2_0 is served locally`);
  return deployment.named('AWS::Lambda::Function', arn).id;
};

/** Runs the template's own trigger, so that local tokens carry what Cognito's will. */
const makeTokenClaims =
  (host: FunctionHost, triggerId: string | undefined): LoginOptions['tokenClaims'] =>
  async (event) => {
    if (triggerId === undefined) return { add: {}, suppress: [] };
    const invocation = await host.invoke(triggerId, event);
    if (!invocation.ok)
      throw new Error(`the pre token generation trigger failed: ${invocation.error.errorMessage}`);
    const response = asObject(asObject(invocation.payload as Json)['response']);
    const override = asObject(
      asObject(response['claimsAndScopeOverrideDetails'])['accessTokenGeneration'],
    );
    return {
      add: asObject(override['claimsToAddOrOverride']),
      suppress: asTexts(override['claimsToSuppress']),
    };
  };

export const startLoginFor = async (o: {
  readonly deployment: Deployment;
  readonly host: FunctionHost;
  readonly publicUrl: string;
  readonly directory: string;
  readonly staff: LoginOptions['staff'];
}): Promise<Login | undefined> => {
  const [pool, ...others] = o.deployment.of('AWS::Cognito::UserPool');
  if (!pool) return undefined;
  if (others.length > 0)
    throw new Error('the local login serves one user pool; the template has more');
  const clients = o.deployment.of('AWS::Cognito::UserPoolClient').map((client) => {
    requireText(client.properties['UserPoolId'], `${client.id} UserPoolId`);
    return clientOf(client);
  });
  return startLogin({
    publicUrl: o.publicUrl,
    directory: o.directory,
    staff: o.staff,
    clients,
    tokenClaims: makeTokenClaims(o.host, triggerOf(pool, o.deployment)),
    userPoolId: pool.identity.ref,
  });
};

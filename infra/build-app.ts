import { App, AssetStaging } from 'aws-cdk-lib';
import { bundleFunctions } from './function-sources.ts';
import { ServiceStack } from './stacks/service-stack.ts';
import { StateStack } from './stacks/state-stack.ts';

/** No AWS Region lies in Vietnam; Singapore is the nearest (domain §8: residency is a go-live decision). */
const region = 'ap-southeast-1';

/** The whole system: what must outlive every deployment, and what runs on it. */
export const buildApp = (context: Readonly<Record<string, unknown>> = {}): App => {
  AssetStaging.clearAssetHashCache();
  const app = new App({ context: { ...featureFlags, ...context } });
  const codeOf = bundleFunctions();
  const env = { region };
  const state = new StateStack(app, 'State', { env, codeOf, terminationProtection: true });
  new ServiceStack(app, 'Service', { env, codeOf, state });
  return app;
};

const featureFlags = {
  '@aws-cdk/core:validateAgainstDefaultRules': true,
  '@aws-cdk/aws-kms:defaultKeyPolicies': true,
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
} as const;

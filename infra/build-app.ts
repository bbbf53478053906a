import { App, AssetStaging, Validations } from 'aws-cdk-lib';
import { provinceFiles } from '#data/province-files.ts';
import { faultsOf } from '#data/validate.ts';
import { acknowledgements } from './acknowledgements.ts';
import { departmentsWithQueues, queueStackOf } from './departments.ts';
import { bundleFunctions } from './function-sources.ts';
import { DepartmentsStack } from './stacks/departments-stack.ts';
import { ServiceStack } from './stacks/service-stack.ts';
import { StateStack } from './stacks/state-stack.ts';

/** No AWS Region lies in Vietnam; Singapore is the nearest (domain §8: residency is a go-live decision). */
const region = 'ap-southeast-1';

/** The whole system, from data without a fault: what must outlive every deployment, and what runs on it. */
export const buildApp = (context: Readonly<Record<string, unknown>> = {}): App => {
  const faults = faultsOf(provinceFiles);
  if (faults.length > 0) throw new Error(`The province's data has faults:\n${faults.join('\n')}`);
  AssetStaging.clearAssetHashCache();
  const app = new App({ context: { ...featureFlags, ...context } });
  const codeOf = bundleFunctions();
  const env = { region };
  const state = new StateStack(app, 'State', { env, codeOf, terminationProtection: true });
  const service = new ServiceStack(app, 'Service', { env, codeOf, state });
  const worker = service.functions['departments/receive-dossier'];
  for (const [name, agencies] of Map.groupBy(departmentsWithQueues, queueStackOf))
    new DepartmentsStack(app, name, { env, agencies, worker });
  Validations.of(app).acknowledge(...acknowledgements);
  return app;
};

const featureFlags = {
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/core:validateAgainstDefaultRules': true,
} as const;

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, AssetStaging, Validations } from 'aws-cdk-lib';
import { province } from '#data/province.ts';
import { provinceFiles } from '#data/province-files.ts';
import { faultsOf } from '#data/validate.ts';
import { publicationText } from '#domain/catalogue/publication.ts';
import { acknowledgements } from './acknowledgements.ts';
import { type CodeOf, constructId } from './constructs/service-function.ts';
import { departmentsWithQueues, queueStackOf } from './departments.ts';
import { bundleFunctions } from './function-sources.ts';
import { allRoutes, functionOf, plans, soleOwner } from './services.ts';
import { DepartmentsStack } from './stacks/departments-stack.ts';
import { EdgeStack } from './stacks/edge-stack.ts';
import { FrontStack } from './stacks/front-stack.ts';
import { ServiceStack } from './stacks/service-stack.ts';
import { StageStack } from './stacks/stage-stack.ts';
import { StateStack, webOriginsIn } from './stacks/state-stack.ts';
import { WatchStack } from './stacks/watch-stack.ts';

/** In the assembly: the catalogue of the sources that it was made of. */
const catalogueFile = 'catalogue.json';

/** No AWS Region lies in Vietnam; Singapore is the nearest (domain §8: residency is a go-live decision). */
const region = 'ap-southeast-1';

/** The firewall of a CloudFront distribution lies here, wherever its origin does. */
const edgeRegion = 'us-east-1';

/** The whole system, from data without a fault: what must outlive every deployment, and what runs on it. */
export const buildApp = async (context: Readonly<Record<string, unknown>> = {}): Promise<App> => {
  const faults = faultsOf(provinceFiles);
  if (faults.length > 0) throw new Error(`The province's data has faults:\n${faults.join('\n')}`);
  AssetStaging.clearAssetHashCache();
  const app = new App({ context: { ...featureFlags, ...context } });
  // No part of the deployment: a local stack publishes it when it starts or takes changes over.
  writeFileSync(join(app.outdir, catalogueFile), publicationText(province));
  addStacks(app, await bundleFunctions());
  Validations.of(app).acknowledge(...acknowledgements);
  return app;
};

/** The stack of a service: `money` → `MoneyService`. */
const stackOf = (service: string): string => `${constructId(service)}Service`;

const env = { region };

/** Every part after the parts that it imports from (ADR 017). */
const addStacks = (app: App, codeOf: CodeOf): void => {
  const state = addState(app, codeOf);
  const front = new FrontStack(app, 'Front', {
    env,
    userPool: state.userPool,
    client: state.webClient,
    webOrigins: webOriginsIn(app),
  });
  const services = addServices(app, state, front, codeOf);
  const stage = new StageStack(app, 'Stage', { env, front, routes: allRoutes });
  for (const service of services.values()) stage.addStackDependency(service);
  addDepartments(app, services);
  const queues = [...services.values()].flatMap((service) => [...service.queues.values()]);
  new WatchStack(app, 'Watch', { env, queues: [...queues, state.scans.arrivals] });
  new EdgeStack(app, 'Edge', { env: { region: edgeRegion }, routes: allRoutes });
};

const addState = (app: App, codeOf: CodeOf): StateStack => {
  const { plan } = soleOwner('uploads');
  const { worker, impact } = plan.uploads;
  const uploads = { workTimeout: functionOf(plan, worker).timeout, impact };
  return new StateStack(app, 'State', {
    env,
    codeOf,
    uploads,
    edgeRegion,
    terminationProtection: true,
  });
};

const addServices = (
  app: App,
  state: StateStack,
  front: FrontStack,
  codeOf: CodeOf,
): ReadonlyMap<string, ServiceStack> => {
  const stacks = new Map(
    plans
      .filter(([, { functions }]) => Object.values(functions).some(({ trigger }) => !trigger))
      .map(([service, plan]) => [
        service,
        new ServiceStack(app, stackOf(service), { env, service, plan }),
      ]),
  );
  const queues = new Map([...stacks.values()].flatMap((stack) => [...stack.queues]));
  const around = { kept: state.kept, queues, codeOf, uploads: state.scans.arrivals };
  for (const stack of stacks.values()) stack.run(around);
  const keeper = stacks.get(soleOwner('deviceAuthorizer').service);
  if (!keeper) throw new Error('nobody lets devices in');
  const doors = { front, devices: keeper.deviceAuthorizer(front.api) };
  for (const stack of stacks.values()) stack.serve(doors);
  return stacks;
};

const addDepartments = (app: App, services: ReadonlyMap<string, ServiceStack>): void => {
  const { service, plan } = soleOwner('departmentQueues');
  const work = plan.departmentQueues;
  const worker = services.get(service)?.worker(work.worker);
  if (!worker) throw new Error(`${service} has no stack`);
  const workTimeout = functionOf(plan, work.worker).timeout;
  for (const [name, agencies] of Map.groupBy(departmentsWithQueues, queueStackOf))
    new DepartmentsStack(app, name, { env, agencies, worker, workTimeout, work });
};

export const featureFlags = {
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/core:validateAgainstDefaultRules': true,
} as const;

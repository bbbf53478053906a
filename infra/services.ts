import type { Contract, Route } from '#edge/contract.ts';
import { catalogue } from '#functions/catalogue/plan.ts';
import { complaints } from '#functions/complaints/plan.ts';
import { contracts } from '#functions/contracts.ts';
import { corrections } from '#functions/corrections/plan.ts';
import { departments } from '#functions/departments/plan.ts';
import { devices } from '#functions/devices/plan.ts';
import { forms } from '#functions/forms/plan.ts';
import { handover } from '#functions/handover/plan.ts';
import { identity } from '#functions/identity/plan.ts';
import { intake } from '#functions/intake/plan.ts';
import { money } from '#functions/money/plan.ts';
import { notifications } from '#functions/notifications/plan.ts';
import { oversight } from '#functions/oversight/plan.ts';
import { portal } from '#functions/portal/plan.ts';
import { queueing } from '#functions/queueing/plan.ts';
import { returns } from '#functions/returns/plan.ts';
import { routing } from '#functions/routing/plan.ts';
import { satisfaction } from '#functions/satisfaction/plan.ts';
import { scanning } from '#functions/scanning/plan.ts';
import { tracking } from '#functions/tracking/plan.ts';
import type { FunctionPlan, ServicePlan } from '#plan/service-plan.ts';

/** Every service, by the name of its folder: stacks and bundles come from here alone. */
export const services = {
  catalogue,
  intake,
  forms,
  scanning,
  money,
  handover,
  routing,
  departments,
  returns,
  notifications,
  tracking,
  portal,
  queueing,
  devices,
  satisfaction,
  oversight,
  identity,
  corrections,
  complaints,
} as const satisfies Readonly<Record<string, ServicePlan>>;

/** The plans without their literal types, for code that treats all alike. */
export const plans: readonly (readonly [service: string, plan: ServicePlan])[] =
  Object.entries(services);

/** Every Lambda: `functions/<service>/<name>/main.ts`. */
export type FunctionName = `${string}/${string}`;

export const functionPlans: readonly (readonly [FunctionName, FunctionPlan])[] = plans.flatMap(
  ([service, { functions }]) =>
    Object.entries(functions).map(([name, plan]) => [`${service}/${name}`, plan] as const),
);

const contractByFunction: Readonly<Record<string, Contract>> = contracts;

/** The routes of a function; undefined where it is not called over HTTP. */
export const contractOf = (name: FunctionName): Contract | undefined => contractByFunction[name];

export const allRoutes: readonly Route[] = Object.values(contractByFunction).flatMap((contract) =>
  Object.values(contract),
);

/** The one plan that has this part: some work can be only one service's. */
export const soleOwner = <Part extends keyof ServicePlan>(
  part: Part,
): { readonly service: string; readonly plan: ServicePlan & Required<Pick<ServicePlan, Part>> } => {
  const [owner, ...others] = plans.filter(([, plan]) => plan[part] !== undefined);
  if (!owner || others.length > 0) throw new Error(`exactly one service must have ${part}`);
  const [service, plan] = owner;
  return { service, plan: plan as ServicePlan & Required<Pick<ServicePlan, Part>> };
};

/** A function of the plan by its short name. */
export const functionOf = ({ functions }: ServicePlan, name: string): FunctionPlan => {
  const found = functions[name];
  if (!found) throw new Error(`the plan has no function ${name}`);
  return found;
};

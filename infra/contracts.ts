import type { Contract } from '#edge/contract.ts';
import { functionPlans, type services } from './services.ts';

type Services = typeof services;

/** Pairs of a function's name and its contract, for the functions that have one. */
type Contracted = {
  [S in keyof Services & string]: {
    [F in keyof Services[S]['functions'] & string]: Services[S]['functions'][F] extends {
      readonly contract: infer C;
    }
      ? readonly [`${S}/${F}`, C]
      : never;
  }[keyof Services[S]['functions'] & string];
}[keyof Services & string];

/** The contracts of all HTTP functions: routes, OpenAPI and authorization come from here alone. */
export type Contracts = { readonly [Pair in Contracted as Pair[0]]: Pair[1] };

export const contracts = Object.fromEntries(
  functionPlans.flatMap(([name, { contract }]) => (contract ? [[name, contract]] : [])),
) as unknown as Contracts satisfies Readonly<Record<string, Contract>>;

import type { Deployment } from '#local/cloud/assembly/deployment.ts';
import type { StackTemplate } from '#local/cloud/assembly/read-assembly.ts';
import type { FunctionHost, FunctionSpec } from '#local/cloud/lambda/function-host.ts';

/** One reading of an assembly: what it says, and the functions that come of it. */
export interface Reading {
  readonly templates: readonly StackTemplate[];
  readonly deployment: Deployment;
  readonly functions: readonly FunctionSpec[];
}

export type CodeUpdate =
  | { readonly kind: 'swapped'; readonly functions: readonly string[] }
  /** More than code has changed: tables, queues, routes … are laid at a start. */
  | { readonly kind: 'start-again' };

/** The templates without what a changed line of a function changes. */
const withoutCode = (templates: readonly StackTemplate[]): string =>
  JSON.stringify(
    templates.map(({ assets: _, ...template }) => template),
    (name, value: unknown) => (name === 'Code' || name.startsWith('aws:asset:') ? null : value),
  );

/** Swaps the code of the functions whose bundles differ; running invocations end on the old code. */
export const makeCodeUpdate = (host: FunctionHost, first: Reading) => {
  let current = first;
  return async (next: Reading): Promise<CodeUpdate> => {
    if (withoutCode(next.templates) !== withoutCode(current.templates))
      return { kind: 'start-again' };
    const before = new Map(current.functions.map((each) => [each.id, each.directory]));
    const assetOf = (directory: string | undefined) => directory?.split('/').at(-1);
    const changed = next.functions.filter(
      ({ id, directory }) => assetOf(before.get(id)) !== assetOf(directory),
    );
    current = next;
    await Promise.all(changed.map((each) => host.replace(each)));
    return { kind: 'swapped', functions: changed.map(({ id }) => id) };
  };
};

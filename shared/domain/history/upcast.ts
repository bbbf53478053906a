/** What the store holds of one thing, as it was written. */
export type Stored = Readonly<Record<string, unknown>>;

/** What stands for the catalogue's version where the catalogue was still a part of the code. */
export const beforePublications = 'before-publications';

/** What one version wrote, in the form of the next. */
export type Upcast = (stored: Stored) => Stored;

/**
 * A stored version that this code does not know: it was written by newer code, or by nobody. A defect
 * or a deployment under way, so it is thrown; half of such a thing is never read.
 */
export class UnknownVersion extends Error {
  override readonly name = 'UnknownVersion';

  constructor(kind: string, version: unknown) {
    super(`${kind} is stored in version ${String(version)}, which is not known here`);
  }
}

/** The version that is written today: one more than there are steps to it. */
export const versionAfter = (steps: readonly Upcast[]): number => steps.length + 1;

/**
 * Brings what was stored to today's form, step by step: step 1 reads version 1. What carries no
 * version was written before there were any: version 1.
 */
export const upcast = (
  kind: string,
  steps: readonly Upcast[],
  { version = 1, stored }: { readonly version?: unknown; readonly stored: Stored },
): Stored => {
  if (typeof version !== 'number' || !Number.isInteger(version))
    throw new UnknownVersion(kind, version);
  if (version < 1 || version > versionAfter(steps)) throw new UnknownVersion(kind, version);
  return steps.slice(version - 1).reduce((form, step) => step(form), stored);
};

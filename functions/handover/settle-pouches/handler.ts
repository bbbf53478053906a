import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { makeSettlePouch } from '#functions/handover/application/settle-pouch.ts';
import { pouchKind } from '#ports/kernel-records.ts';
import type { DossierIndex } from '#ports/unit-of-work.ts';
import { codes } from '#watch/codes.ts';
import { errorFields, type Log } from '#watch/logger.ts';
import { type Count, counted } from '#watch/metrics.ts';

interface Deps {
  readonly index: DossierIndex;
  readonly settle: ReturnType<typeof makeSettlePouch>;
  readonly log: Log;
  readonly count: Count;
}

/**
 * Runs each minute: finishes what a signature began and the signing call did not. One pouch that fails
 * holds no other back, and fails the run so that the alarm sees it.
 */
export const makeHandler = (deps: Deps) => async () => {
  const { items } = await deps.index.listed(pouchKind, 'all#signed', { limit: 20 });
  let failed = 0;
  for (const id of items) if (!(await isSettled(deps, id as PouchId))) failed += 1;
  if (failed > 0) throw new Error(`${failed} signed pouches could not be settled`);
  return { settled: items.length };
};

const isSettled = async ({ settle, log, count }: Deps, id: PouchId): Promise<boolean> => {
  try {
    const settled = await settle(id);
    if (!settled.ok) throw new Error(settled.refusal.code);
    if (settled.value.isUnbalanced) count(counted.pouchUnbalanced);
    return true;
  } catch (error) {
    log.warn(codes.pouchUnsettled, { error: errorFields(error) });
    return false;
  }
};

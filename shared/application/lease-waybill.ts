import { formatS10 } from '#domain/identifiers/s10.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { DossierLedger, SequenceStep } from '#ports/dossier-ledger.ts';
import type { WaybillPool } from '#ports/waybill-pool.ts';

export interface LeasedWaybill {
  readonly waybill: string;
  /** Committed with whatever bears the number: a number is used once and none is skipped. */
  readonly step: SequenceStep;
}

/** The next number of a pool that the carrier has given the post to use. */
export const nextWaybill = async (
  ledger: DossierLedger,
  pools: readonly WaybillPool[],
  carrier: string,
): Promise<Outcome<LeasedWaybill>> => {
  const pool = pools.find((candidate) => candidate.carrier === carrier);
  if (!pool) return refuse({ code: 'carrier-unknown' });
  const name = `waybill#${carrier}#${pool.serviceIndicator}${pool.firstSerial}`;
  const from = await ledger.sequence(name);
  const serial = pool.firstSerial + from;
  if (serial > pool.lastSerial) return refuse({ code: 'waybills-exhausted' });
  const waybill = formatS10(pool.serviceIndicator, serial);
  return done({ waybill, step: { name, from } });
};

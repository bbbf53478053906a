import { formatS10 } from '#domain/identifiers/s10.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { DossierLedger, SequenceStep } from '#ports/dossier-ledger.ts';
import type { WaybillPool } from '#ports/waybill-pool.ts';

interface Deps {
  readonly ledger: DossierLedger;
  readonly pools: readonly WaybillPool[];
}

/** The next number of the carrier's pool; it is taken once `step` is committed with the parcel. */
export const leaseWaybill = async (
  { ledger, pools }: Deps,
  carrier: string,
): Promise<Outcome<{ readonly waybill: string; readonly step: SequenceStep }>> => {
  const pool = pools.find((candidate) => candidate.carrier === carrier);
  if (!pool) return refuse({ code: 'carrier-unknown' });
  const name = `waybill#${carrier}#${pool.serviceIndicator}${pool.firstSerial}`;
  const from = await ledger.sequence(name);
  const serial = pool.firstSerial + from;
  if (serial > pool.lastSerial) return refuse({ code: 'waybills-exhausted' });
  return done({ waybill: formatS10(pool.serviceIndicator, serial), step: { name, from } });
};

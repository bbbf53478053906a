import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { CourierEvent } from './courier-event.ts';

/** Người nhận: the citizen or who the citizen authorised (QĐ 45/2016 art. 10). Personal data. */
export interface Recipient {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
}

/** A parcel that carries a result back. Its state is a function of its events, never stored apart. */
export interface Shipment {
  readonly id: ShipmentId;
  /** Rises by one with every write. */
  readonly version: number;
  readonly dossierId: DossierId;
  readonly dossierCode: string;
  readonly office: string;
  readonly carrier: string;
  /** S10 (UPU), e.g. `EE123456785VN`. */
  readonly waybill: string;
  readonly recipient: Recipient;
  readonly createdAt: Instant;
  readonly events: readonly CourierEvent[];
}

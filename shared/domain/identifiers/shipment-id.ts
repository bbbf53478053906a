import type { Ulid } from './ulid.ts';

export type ShipmentId = Ulid & { readonly __shipmentId: true };

import { parseUlid, type Ulid } from './ulid.ts';

export type ShipmentId = Ulid & { readonly __shipmentId: true };

export const parseShipmentId = (text: string) => parseUlid<ShipmentId>(text);

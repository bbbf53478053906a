import type { CourierEventKind } from '#domain/shipment/courier-event.ts';

type CodeTable = Readonly<Record<string, CourierEventKind>>;

/** UPU EMSEVT v3 (domain §5). Customs codes never come for domestic mail, but must not surprise. */
const upu = {
  EMA: 'posted',
  EMB: 'arrived',
  EMC: 'departed',
  EXA: 'held',
  EXB: 'held',
  EXC: 'departed',
  EMJ: 'arrived',
  EMK: 'departed',
  EMD: 'arrived',
  EDB: 'held',
  EME: 'held',
  EDC: 'departed',
  EMF: 'departed',
  EDD: 'arrived',
  EDE: 'departed',
  EMG: 'arrived',
  EDF: 'held',
  EDG: 'out-for-delivery',
  EDH: 'held',
  EMH: 'attempt-failed',
  EMI: 'delivered',
} as const satisfies CodeTable;

/** Numeric states of MyVNPost that were seen in third-party code: incomplete (domain §5). */
const myVnpost = {
  // Chờ lấy: the parcel still lies at our counter.
  '1': 'announced',
  '50': 'arrived',
  '70': 'out-for-delivery',
  '80': 'departed',
  '90': 'delivered',
  '100': 'returning',
} as const satisfies CodeTable;

/** No domestic code says that the agency has it back, or that it is gone: these four are ours. */
const ours = {
  RTS: 'returning',
  RTD: 'returned-to-sender',
  LOS: 'lost',
  DMG: 'damaged',
} as const satisfies CodeTable;

const kinds: ReadonlyMap<string, CourierEventKind> = new Map(
  Object.entries({ ...upu, ...myVnpost, ...ours }),
);

/** An unknown code is kept as such: it is shown to a person and changes no state. */
export const kindOfVnpostCode = (code: string): CourierEventKind =>
  kinds.get(code.trim().toUpperCase()) ?? 'unknown';

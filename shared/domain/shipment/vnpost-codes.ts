import type { CourierEventKind } from './courier-event.ts';

/** UPU EMSEVT v3 events and the numeric states of MyVNPost that were seen (domain §5: incomplete). */
const kinds: Readonly<Record<string, CourierEventKind>> = {
  EMA: 'posted',
  EMB: 'arrived',
  EMC: 'departed',
  EMD: 'arrived',
  EMJ: 'arrived',
  EMK: 'departed',
  EMF: 'departed',
  EDD: 'arrived',
  EDE: 'departed',
  EMG: 'arrived',
  EDF: 'held',
  EDH: 'held',
  EDG: 'out-for-delivery',
  EMH: 'attempt-failed',
  EMI: 'delivered',
  '1': 'posted',
  '50': 'arrived',
  '70': 'out-for-delivery',
  '80': 'departed',
  '90': 'delivered',
  '100': 'returning',
  // No domestic EM* code says that the agency has it back: these are ours, see `data` of the carrier.
  RTS: 'returning',
  RTD: 'returned-to-sender',
  LOS: 'lost',
  DMG: 'damaged',
};

/** An unknown code is kept as such: it is shown to a person and changes no state. */
export const kindOfVnpostCode = (code: string): CourierEventKind =>
  Object.hasOwn(kinds, code) ? (kinds[code] ?? 'unknown') : 'unknown';

/** Ranges of waybill numbers that a carrier has given the post to use, from `data/waybill-pools`. */
export interface WaybillPool {
  readonly carrier: string;
  /** `slips`: số phiếu gửi hồ sơ; parcels never take one. */
  readonly use: 'parcels' | 'slips';
  /** S10 service indicator, e.g. `EE`. */
  readonly serviceIndicator: string;
  readonly firstSerial: number;
  readonly lastSerial: number;
  /** By how much this carrier's clock may be off from ours; absent in catalogues published before it was kept. */
  readonly clockToleranceMinutes?: number;
  /** After so many working days without news a parcel may be declared lost. */
  readonly lostAfterWorkingDays?: number;
}

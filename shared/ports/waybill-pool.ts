/** Ranges of waybill numbers that a carrier has given the post to use, from `data/waybill-pools`. */
export interface WaybillPool {
  readonly carrier: string;
  /** `slips`: số phiếu gửi hồ sơ; parcels never take one. */
  readonly use: 'parcels' | 'slips';
  /** S10 service indicator, e.g. `EE`. */
  readonly serviceIndicator: string;
  readonly firstSerial: number;
  readonly lastSerial: number;
}

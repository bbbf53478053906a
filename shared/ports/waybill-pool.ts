/** Ranges of waybill numbers that a carrier has given the post to use, from `data/waybill-pools`. */
export interface WaybillPool {
  readonly carrier: string;
  /** S10 service indicator, e.g. `EE`. */
  readonly serviceIndicator: string;
  readonly firstSerial: number;
  readonly lastSerial: number;
}

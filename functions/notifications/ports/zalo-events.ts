/** What Zalo reports to us. */
export interface ZaloEvents {
  /** True when `signature` is Zalo's for this body and time, under our Official Account. */
  isSigned(event: {
    readonly rawBody: string;
    readonly timestamp: string;
    readonly signature: string;
  }): Promise<boolean>;
}

/** Our Official Account at Zalo, as the operator and Zalo's token service have left it. */
export interface ZaloAccount {
  readonly appId: string;
  readonly appSecret: string;
  /** Zalo signs its events with it. */
  readonly oaSecretKey: string;
  /** Our template → the id of the one that Zalo has approved. A message without one goes by SMS. */
  readonly templates: Readonly<Record<string, string>>;
  /** Good for one renewal, which gives the next. */
  readonly refreshToken: string;
  readonly accessToken?: string | undefined;
  /** Epoch milliseconds. */
  readonly expiresAt?: number | undefined;
}

export interface ZaloAccounts {
  /** @param isFresh asks the store itself: another process may have renewed the tokens */
  read(isFresh?: boolean): Promise<ZaloAccount>;
  store(account: ZaloAccount): Promise<void>;
}

/** Chance that nobody can foresee. */
export interface Random {
  /** Decimal digits, each as likely as any other. */
  digits(count: number): string;
  /** 256 bits as 43 characters of base64url. */
  secret(): string;
}

/** Chance that nobody can foresee. */
export interface Random {
  /** Decimal digits, each as likely as any other. */
  digits(count: number): string;
}

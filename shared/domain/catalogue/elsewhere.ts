/** Việc không làm ở đây: what people come and ask for, though nobody files it at a post office, and where it is done. */
export interface Elsewhere {
  readonly id: string;
  /** What people call it. */
  readonly names: readonly string[];
  readonly vi: string;
  readonly en: string;
}

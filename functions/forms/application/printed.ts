/** What was set, and whose data stands on it: dossiers, or what is about none of ours. */
export interface Printed {
  readonly pdf: Uint8Array;
  readonly about: readonly string[];
}

import type { Bare } from '#domain/refusal.ts';

/** Pouches between two parties: what is refused besides what the kernel refuses. */
export interface HandoverRefusals {
  readonly 'pouch-ends': Bare;
  readonly 'pouch-state': { readonly state: string; readonly step: string };
  readonly 'pouch-full': { readonly limit: number };
  readonly 'pouch-empty': Bare;
  readonly 'seal-mismatch': Bare;
  readonly 'giver-unsigned': Bare;
  readonly 'count-incomplete': {
    readonly dossiers: readonly string[];
    readonly orders?: readonly string[];
  };
  readonly 'count-incoherent': { readonly dossier?: string; readonly order?: string };
  readonly 'count-changed': Bare;
  readonly 'lost-unknown': Bare;
}

declare module '#domain/refusal.ts' {
  interface Refusals extends HandoverRefusals {}
}

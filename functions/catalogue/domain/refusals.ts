/** Procedures: what is refused besides what the kernel refuses. */
export interface CatalogueRefusals {
  readonly 'procedure-not-found': { readonly procedure: string };
}

declare module '#domain/refusal.ts' {
  interface Refusals extends CatalogueRefusals {}
}

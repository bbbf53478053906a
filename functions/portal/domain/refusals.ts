import type { Bare } from '#domain/refusal.ts';

/** The national copy: what is refused besides what the kernel refuses. */
export interface PortalRefusals {
  readonly 'national-copy-unknown': Bare;
  readonly 'portal-unavailable': { readonly why: string };
}

declare module '#domain/refusal.ts' {
  interface Refusals extends PortalRefusals {}
}

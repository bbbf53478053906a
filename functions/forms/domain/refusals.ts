import type { Bare } from '#domain/refusal.ts';

/** What can be printed: what is refused besides what the kernel refuses. */
export interface FormsRefusals {
  readonly 'temporary-block-used-up': Bare;
  readonly 'book-part-unknown': { readonly parts: number };
  readonly 'form-unknown': Bare;
}

declare module '#domain/refusal.ts' {
  interface Refusals extends FormsRefusals {}
}

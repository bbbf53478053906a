import type { Bare } from '#domain/refusal.ts';

/** Complaints: what is refused besides what the kernel refuses. */
export interface ComplaintsRefusals {
  readonly 'complaint-unknown': Bare;
  readonly 'complaint-answered': Bare;
  readonly 'complaint-too-late': { readonly until: string };
}

declare module '#domain/refusal.ts' {
  interface Refusals extends ComplaintsRefusals {}
}

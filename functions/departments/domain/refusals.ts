import type { Bare } from '#domain/refusal.ts';

/** Joint work of departments: what is refused besides what the kernel refuses. */
export interface DepartmentsRefusals {
  readonly 'legs-unknown': Bare;
}

declare module '#domain/refusal.ts' {
  interface Refusals extends DepartmentsRefusals {}
}

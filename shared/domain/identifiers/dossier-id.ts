import type { Ulid } from './ulid.ts';

export type DossierId = Ulid & { readonly __dossierId: true };

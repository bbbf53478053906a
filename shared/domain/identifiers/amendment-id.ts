import type { Ulid } from './ulid.ts';

export type AmendmentId = Ulid & { readonly __amendmentId: true };

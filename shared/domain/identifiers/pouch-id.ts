import type { Ulid } from './ulid.ts';

export type PouchId = Ulid & { readonly __pouchId: true };

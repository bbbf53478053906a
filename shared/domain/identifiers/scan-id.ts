import type { Ulid } from './ulid.ts';

export type ScanId = Ulid & { readonly __scanId: true };

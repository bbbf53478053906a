import { parseUlid, type Ulid } from './ulid.ts';

export type DossierId = Ulid & { readonly __dossierId: true };

export const parseDossierId = (text: string) => parseUlid<DossierId>(text);

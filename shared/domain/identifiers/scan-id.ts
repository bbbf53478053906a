import { parseUlid, type Ulid } from './ulid.ts';

export type ScanId = Ulid & { readonly __scanId: true };

export const parseScanId = (text: string) => parseUlid<ScanId>(text);

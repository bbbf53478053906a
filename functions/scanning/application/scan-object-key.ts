import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { parseUlid } from '#domain/identifiers/ulid.ts';

/** The object's key in both buckets; chosen here, never by the device. `page`: of a batch in several files. */
export const scanObjectKey = (dossierId: DossierId, scanId: ScanId, page?: number): string =>
  [dossierId, scanId, ...(page === undefined ? [] : [page])].join('/');

export interface ScanObject {
  readonly dossierId: DossierId;
  readonly scanId: ScanId;
  readonly page?: number;
}

const pageNumber = /^[1-9]\d{0,2}$/;

/** Undefined for a key that is none of ours. */
export const parseScanObjectKey = (key: string): ScanObject | undefined => {
  const [first = '', second = '', page, ...rest] = key.split('/');
  const dossierId = parseUlid(first);
  const scanId = parseUlid(second);
  if (!dossierId.ok || !scanId.ok || rest.length > 0) return undefined;
  if (page !== undefined && !pageNumber.test(page)) return undefined;
  return {
    dossierId: dossierId.value as DossierId,
    scanId: scanId.value as ScanId,
    ...(page !== undefined && { page: Number(page) }),
  };
};

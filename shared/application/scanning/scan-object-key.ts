import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { parseUlid } from '#domain/identifiers/ulid.ts';

/** The object's key in both buckets; chosen here, never by the device. */
export const scanObjectKey = (dossierId: DossierId, scanId: ScanId): string =>
  `${dossierId}/${scanId}`;

/** Undefined for a key that is none of ours. */
export const parseScanObjectKey = (
  key: string,
): { readonly dossierId: DossierId; readonly scanId: ScanId } | undefined => {
  const [dossierId, scanId, ...rest] = key.split('/').map(parseUlid);
  if (!dossierId?.ok || !scanId?.ok || rest.length > 0) return undefined;
  return { dossierId: dossierId.value as DossierId, scanId: scanId.value as ScanId };
};

import { type PageFile, type ScanIntent, scanLimits } from '#domain/scan/scan.ts';
import type { ScanVault } from '#ports/scan-vault.ts';

interface Deps {
  readonly vault: ScanVault;
  readonly sha256Bytes: (bytes: Uint8Array) => string;
}

type ReadFile =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: 'too-large' | 'hash-mismatch' };

/** Not uploaded yet, or taken away by a message that ran side by side and settled everything. */
export class NotInQuarantine extends Error {
  constructor(key: string) {
    super(`${key} is not in quarantine`);
  }
}

/** What lies in quarantine under a key, if it is exactly what was announced. */
export const readAnnounced = async (
  { vault, sha256Bytes }: Deps,
  key: string,
  announced: Pick<ScanIntent | PageFile, 'bytes' | 'sha256'>,
): Promise<ReadFile> => {
  const file = await vault.read({ key, maximumBytes: scanLimits.bytes });
  if ('missing' in file) throw new NotInQuarantine(key);
  if ('tooLarge' in file) return { ok: false, why: 'too-large' };
  const isSame =
    file.bytes.length === announced.bytes && sha256Bytes(file.bytes) === announced.sha256;
  return isSame ? { ok: true, bytes: file.bytes } : { ok: false, why: 'hash-mismatch' };
};

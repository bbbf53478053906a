import type { Instant } from '#domain/time/instant.ts';

/**
 * Lets a device upload exactly the file that it announced. Every header is signed and must be sent
 * as it is; `content-length` is signed too, and clients set it themselves from the body.
 */
export interface UploadTicket {
  readonly url: string;
  readonly method: 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresAt: Instant;
}

export interface AnnouncedUpload {
  /** `<dossierId>/<scanId>`; chosen here, never by the device. */
  readonly key: string;
  readonly contentType: string;
  readonly bytes: number;
  /** 64 hex digits. */
  readonly sha256: string;
  readonly now: Instant;
  /** After `now`; a ticket that is given out again does not live longer for it. */
  readonly expiresAt: Instant;
}

/** Quarantine for what devices upload, evidence for what was verified; nothing is ever overwritten. */
export interface ScanVault {
  /** Into quarantine, until `expiresAt`, once. */
  ticket(upload: AnnouncedUpload): Promise<UploadTicket>;
  /** From quarantine. */
  read(file: {
    readonly key: string;
    readonly maximumBytes: number;
  }): Promise<
    | { readonly bytes: Uint8Array; readonly contentType: string }
    | { readonly missing: true }
    | { readonly tooLarge: number }
  >;
  /** Into evidence. Again with the same bytes is no error; with other bytes it throws. */
  promote(file: {
    readonly key: string;
    readonly bytes: Uint8Array;
    readonly contentType: string;
    readonly sha256: string;
  }): Promise<void>;
  /** A short-lived link to evidence that makes a browser save the file, never show it. */
  link(file: {
    readonly key: string;
    readonly fileName: string;
    readonly contentType: string;
    readonly seconds: number;
  }): Promise<string>;
  /** From quarantine only; evidence stays. */
  discard(key: string): Promise<void>;
}

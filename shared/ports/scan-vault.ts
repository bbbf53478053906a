import type { Instant } from '#domain/time/instant.ts';

/** A permission to upload one file, once, to one place. The headers must be sent as they are. */
export interface UploadTicket {
  readonly url: string;
  readonly method: 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresAt: Instant;
}

/** Where scans lie: quarantine until they are verified, evidence for ever after. */
export interface ScanVault {
  /** For exactly these bytes: length, type and hash are part of what is signed. Five minutes. */
  ticket(upload: {
    readonly key: string;
    readonly contentType: string;
    readonly bytes: number;
    /** SHA-256, hex. */
    readonly sha256: string;
    readonly now: Instant;
  }): Promise<UploadTicket>;
  /** From quarantine; never more than `maximumBytes` into memory. */
  read(file: {
    readonly key: string;
    readonly maximumBytes: number;
  }): Promise<
    | { readonly bytes: Uint8Array; readonly contentType: string }
    | { readonly missing: true }
    | { readonly tooLarge: number }
  >;
  /** Into evidence, created and never replaced; the same bytes a second time change nothing. */
  promote(file: {
    readonly key: string;
    readonly bytes: Uint8Array;
    readonly contentType: string;
    readonly sha256: string;
  }): Promise<void>;
  /** A short-lived address of a verified file, to be saved and not shown inside a page. */
  link(file: {
    readonly key: string;
    readonly fileName: string;
    readonly contentType: string;
    readonly seconds: number;
  }): Promise<string>;
  /** Out of quarantine; evidence is never deleted. */
  discard(key: string): Promise<void>;
}

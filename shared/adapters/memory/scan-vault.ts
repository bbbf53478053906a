import { createHash } from 'node:crypto';
import { type Instant, instant, plus, seconds } from '#domain/time/instant.ts';
import type { AnnouncedUpload, ScanVault, UploadTicket } from '#ports/scan-vault.ts';

interface StoredFile {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

interface Link extends StoredFile {
  readonly fileName: string;
  readonly expiresAt: Instant;
}

/** What a device does, without a network. */
export interface MemoryScanVault extends ScanVault {
  /** Sends bytes with a ticket; false where the store would refuse. */
  upload(
    ticket: UploadTicket,
    bytes: Uint8Array,
    options?: { readonly headers?: Readonly<Record<string, string>>; readonly now?: Instant },
  ): boolean;
  /** What a link opens, or nothing any more. */
  open(url: string, now?: Instant): (StoredFile & { readonly fileName: string }) | undefined;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const headersOf = ({ contentType, sha256: hex }: AnnouncedUpload): UploadTicket['headers'] => ({
  'content-type': contentType,
  'x-amz-checksum-sha256': Buffer.from(hex, 'hex').toString('base64'),
  'if-none-match': '*',
});

const keepsItsWord = (
  announced: AnnouncedUpload,
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>>,
): boolean =>
  Object.entries(headersOf(announced)).every(([name, value]) => headers[name] === value) &&
  bytes.length === announced.bytes &&
  sha256(bytes) === announced.sha256;

/** For tests: the same promises as S3's, kept by the contract suite. */
export const makeMemoryScanVault = (clock: () => Instant): MemoryScanVault => {
  const announcedBy = new Map<string, AnnouncedUpload>();
  const quarantine = new Map<string, StoredFile>();
  const evidence = new Map<string, StoredFile>();
  const links = new Map<string, Link>();
  const newUrl = (kind: string, key: string): string =>
    `memory://${kind}/${key}?${announcedBy.size + links.size}`;
  return {
    ticket: async (upload) => {
      const url = newUrl('quarantine', upload.key);
      announcedBy.set(url, upload);
      return { url, method: 'PUT', headers: headersOf(upload), expiresAt: upload.expiresAt };
    },
    upload: (ticket, bytes, { headers = ticket.headers, now = clock() } = {}) => {
      const announced = announcedBy.get(ticket.url);
      if (!announced || now > ticket.expiresAt || quarantine.has(announced.key)) return false;
      if (!keepsItsWord(announced, bytes, headers)) return false;
      quarantine.set(announced.key, { bytes, contentType: announced.contentType });
      return true;
    },
    read: async ({ key, maximumBytes }) => {
      const file = quarantine.get(key);
      if (!file) return { missing: true };
      return file.bytes.length > maximumBytes ? { tooLarge: file.bytes.length } : file;
    },
    promote: async ({ key, bytes, contentType, sha256: announced }) => {
      if (sha256(bytes) !== announced) throw new Error('bytes do not hash to what was said');
      const there = evidence.get(key);
      if (there && sha256(there.bytes) !== announced)
        throw new Error(`other bytes stand in evidence under ${key}`);
      if (!there) evidence.set(key, { bytes, contentType });
    },
    link: async ({ key, fileName, contentType, seconds: life }) => {
      const url = newUrl('evidence', key);
      const file = evidence.get(key);
      const expiresAt = plus(clock(), seconds(life));
      if (file) links.set(url, { bytes: file.bytes, contentType, fileName, expiresAt });
      return url;
    },
    open: (url, now = clock()) => {
      const link = links.get(url);
      return link && now <= instant(link.expiresAt) ? link : undefined;
    },
    discard: async (key) => {
      quarantine.delete(key);
    },
  };
};

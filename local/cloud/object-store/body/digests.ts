import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { crc32c, crc64nvme } from './crc-tables.ts';

export const checksumAlgorithms = ['crc32', 'crc32c', 'crc64nvme', 'sha1', 'sha256'] as const;
export type ChecksumAlgorithm = (typeof checksumAlgorithms)[number];

export interface Digest {
  update(data: Uint8Array): void;
  /** May be asked once. */
  bytes(): Buffer;
}

const cryptographic = (algorithm: 'md5' | 'sha1' | 'sha256'): Digest => {
  const hash = createHash(algorithm);
  return { update: (data) => void hash.update(data), bytes: () => hash.digest() };
};

const cyclic32 = (step: (data: Uint8Array, previous: number) => number): Digest => {
  let crc = 0;
  return {
    update: (data) => {
      crc = step(data, crc);
    },
    bytes: () => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(crc);
      return bytes;
    },
  };
};

const cyclic64 = (): Digest => {
  let crc = { high: 0, low: 0 };
  return {
    update: (data) => {
      crc = crc64nvme(data, crc);
    },
    bytes: () => {
      const bytes = Buffer.alloc(8);
      bytes.writeUInt32BE(crc.high, 0);
      bytes.writeUInt32BE(crc.low, 4);
      return bytes;
    },
  };
};

export const makeDigest = (algorithm: ChecksumAlgorithm | 'md5'): Digest => {
  switch (algorithm) {
    case 'crc32':
      return cyclic32((data, previous) => crc32(data, previous));
    case 'crc32c':
      return cyclic32(crc32c);
    case 'crc64nvme':
      return cyclic64();
    case 'md5':
    case 'sha1':
    case 'sha256':
      return cryptographic(algorithm);
  }
};

export const digestLength: Readonly<Record<ChecksumAlgorithm | 'md5', number>> = {
  crc32: 4,
  crc32c: 4,
  crc64nvme: 8,
  md5: 16,
  sha1: 20,
  sha256: 32,
};

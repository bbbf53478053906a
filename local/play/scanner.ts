import { createHash } from 'node:crypto';
import type { ScanMediaType } from '#domain/scan/scan.ts';
import type { Client, Told } from './client.ts';
import { Disagreement, eventually } from './tour/narrator.ts';

export interface Paper {
  readonly component?: string;
  /** A department's opinion on this assignment. */
  readonly assignment?: number;
  readonly mediaType: ScanMediaType;
  readonly bytes: Uint8Array;
}

export interface Scanned extends Paper {
  readonly scanId: string;
  readonly sha256: string;
  readonly pages: number;
  readonly findings: readonly string[];
}

type Line = Told<'GET /v1/dossiers/{dossierId}/scans/{scanId}'>;

/** What is said of a file, in short: `blank-page:3`, `sheet-count-mismatch:1:2/3`. */
export const remarksIn = ({ remarks = [] }: Pick<Line, 'remarks'>): readonly string[] =>
  remarks.map(({ code, page, about }) =>
    [code, page, about].filter((part) => part !== undefined).join(':'),
  );

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Announces a file, uploads it to the presigned address and waits until it is verified. */
export const scan = async (client: Client, dossierId: string, paper: Paper): Promise<Scanned> => {
  const sha256 = sha256Of(paper.bytes);
  const { scanId, upload } = await client.call('POST /v1/dossiers/{dossierId}/scans', {
    params: { dossierId },
    body: {
      mediaType: paper.mediaType,
      bytes: paper.bytes.length,
      sha256,
      ...(paper.component && { component: paper.component }),
      ...(paper.assignment && { assignment: paper.assignment }),
    },
  });
  const put = await fetch(upload.url, {
    method: 'PUT',
    headers: upload.headers,
    body: new Blob([paper.bytes as Uint8Array<ArrayBuffer>]),
  });
  if (!put.ok) throw new Disagreement(`upload refused: ${put.status} ${await put.text()}`);
  const settled = await eventually(`verification of ${scanId}`, async () => {
    const now = await client.call('GET /v1/dossiers/{dossierId}/scans/{scanId}', {
      params: { dossierId, scanId },
    });
    return now.state === 'quarantined' ? undefined : now;
  });
  if (settled.state === 'rejected')
    throw new Disagreement(`scan rejected: ${remarksIn(settled).join(' ')}`);
  return {
    ...paper,
    scanId,
    sha256,
    pages: settled.pages ?? 0,
    findings: remarksIn(settled),
  };
};

import { bringResult } from '#local/play/bring-result.ts';
import type { Client, Sent, Told } from '#local/play/client.ts';
import { remarksIn } from '#local/play/scanner.ts';
import { eventually } from './eventually.ts';
import { jpegPage, sha256Of } from './papers.ts';
import { anyone, type Person, person } from './people.ts';

/** Steps of the main way over HTTP, for tests that start somewhere along it. */

export type Registration = Sent<'POST /v1/dossiers'>;
type Announcement = Sent<'POST /v1/dossiers/{dossierId}/scans'>;
type RequestedScan = Told<'POST /v1/dossiers/{dossierId}/scans'>;
export type Upload = RequestedScan['upload'];

/** A procedure of the department of agriculture and environment, as the catalogue has it. */
export const landProcedure = async () => {
  const { items } = await anyone().call('GET /v1/procedures', { query: { q: 'dat dai cap doi' } });
  const code = items[0]?.code ?? '';
  return anyone().call('GET /v1/procedures/{code}', { params: { code } });
};

export const aRegistration = async (change: Partial<Registration> = {}) => {
  const { code, components } = await landProcedure();
  return {
    procedure: code,
    applicant: {
      name: 'Nguyễn Thị Ánh',
      personalNumber: '093190001234',
      phone: '0912 345 678',
      address: 'Ấp 3, xã Vị Tân, TP Cần Thơ',
    },
    components: components
      .filter(({ required }) => required)
      .map(({ id, copyKind, count }) => ({ id, copyKind, count })),
    fees: { stateFeesVnd: 50_000, postageVnd: 28_000 },
    ...change,
  } satisfies Registration;
};

export const registered = async (clerk: Client, change: Partial<Registration> = {}) => {
  const registration = await aRegistration(change);
  const { dossierId } = await clerk.call('POST /v1/dossiers', { body: registration });
  return { dossierId, registration };
};

export const aPage = (bytes: Uint8Array, change: Partial<Announcement> = {}): Announcement => ({
  mediaType: 'image/jpeg',
  bytes: bytes.length,
  sha256: sha256Of(bytes),
  ...change,
});

export const announce = (
  who: Client,
  dossierId: string,
  bytes: Uint8Array,
  change: Partial<Announcement> = {},
): Promise<RequestedScan> =>
  who.call('POST /v1/dossiers/{dossierId}/scans', {
    params: { dossierId },
    body: aPage(bytes, change),
  });

export const put = (
  upload: Pick<Upload, 'url' | 'headers'>,
  bytes: Uint8Array,
  headers = upload.headers,
) =>
  fetch(upload.url, {
    method: 'PUT',
    headers,
    body: new Blob([bytes as Uint8Array<ArrayBuffer>]),
  });

/** The scan once the verifier has spoken. */
export const settledScan = (who: Client, dossierId: string, scanId: string, withinMs?: number) =>
  eventually(async () => {
    const scan = await who.call('GET /v1/dossiers/{dossierId}/scans/{scanId}', {
      params: { dossierId, scanId },
    });
    return scan.state === 'quarantined' ? undefined : scan;
  }, withinMs);

export const scanned = async (
  who: Client,
  dossierId: string,
  bytes: Uint8Array,
  change: Partial<Announcement>,
  withinMs?: number,
): Promise<string> => {
  const { scanId, upload } = await announce(who, dossierId, bytes, change);
  const uploaded = await put(upload, bytes);
  if (!uploaded.ok) throw new Error(`not uploaded: ${await uploaded.text()}`);
  const scan = await settledScan(who, dossierId, scanId, withinMs);
  if (scan.state !== 'verified') throw new Error(`not verified: ${remarksIn(scan)}`);
  return scanId;
};

let seed = 0;

/** Registered, with one verified page a component. */
export const readyToAccept = async (clerk: Client, change: Partial<Registration> = {}) => {
  const { dossierId, registration } = await registered(clerk, change);
  for (const { id } of registration.components) {
    seed += 1;
    await scanned(clerk, dossierId, await jpegPage(seed), { component: id });
  }
  return { dossierId };
};

export const accepted = async (clerk: Client, change: Partial<Registration> = {}) => {
  const { dossierId } = await readyToAccept(clerk, change);
  return clerk.call('POST /v1/dossiers/{dossierId}/accept', { params: { dossierId }, body: {} });
};

/** The lease's number, once the dossier has arrived in the department. */
export const pulled = (officer: Client, agencyId: string, dossierId: string): Promise<number> =>
  eventually(async () => {
    const pull = await officer.attempt('POST /v1/departments/{agencyId}/inbox/pull', {
      params: { agencyId },
      body: { max: 1, leaseSeconds: 600, dossierIds: [dossierId] },
    });
    return pull.ok ? pull.body.leased[0]?.leaseNo : undefined;
  });

/** Accepted, arrived and leased by the officer for ten minutes. */
export const leased = async (clerk: Client, officer: Client) => {
  const dossier = await accepted(clerk);
  const leaseNo = await pulled(officer, dossier.agency.id, dossier.dossierId);
  return { ...dossier, leaseNo };
};

export const acknowledged = async (clerk: Client, officer: Client) => {
  const dossier = await leased(clerk, officer);
  const { dossierId, leaseNo, manifestHash } = dossier;
  await officer.call('POST /v1/dossiers/{dossierId}/acknowledge', {
    params: { dossierId },
    body: { leaseNo, manifestHash },
  });
  return dossier;
};

export const decided = async (clerk: Client, officer: Client) => {
  const dossier = await acknowledged(clerk, officer);
  const { dossierId, leaseNo } = dossier;
  seed += 1;
  const resultScanId = await scanned(officer, dossierId, await jpegPage(seed), {});
  await officer.call('POST /v1/dossiers/{dossierId}/decisions', {
    params: { dossierId },
    body: { leaseNo, outcome: 'approved', resultScanId },
  });
  return dossier;
};

export const dispatched = async (clerk: Client, officer: Client) => {
  const dossier = await decided(clerk, officer);
  const courier = await person('tuan.vithanh');
  await bringResult({ clerk, officer, courier }, dossier.dossierId);
  const { shipmentId, waybill } = await clerk.call('POST /v1/shipments', {
    body: { dossierId: dossier.dossierId, carrier: 'vnpost' },
  });
  return { ...dossier, shipmentId, waybill };
};

export const staff = async () => ({
  clerk: await person('lan.vithanh'),
  otherClerk: await person('minh.ngabay'),
  courier: await person('tuan.vithanh'),
  officer: await person('hoa.nnmt'),
  leader: await person('phuc.nnmt'),
  otherOfficer: await person('thao.tp'),
  supervisor: await person('binh.giamsat'),
  otherSupervisor: await person('khoa.giamsat'),
});

export type Staff = Readonly<Record<keyof Awaited<ReturnType<typeof staff>>, Person>>;

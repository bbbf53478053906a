import { eventually } from './eventually.ts';
import { jpegPage, sha256Of } from './papers.ts';
import { type Answer, call, type Person, person } from './people.ts';

/** Steps of the main way over HTTP, for tests that start somewhere along it. */

interface Component {
  readonly id: string;
  readonly copyKind: string;
  readonly count: number;
  readonly required: boolean;
}

export interface LandProcedure {
  readonly code: string;
  readonly components: readonly Component[];
}

/** A procedure of the department of agriculture and environment, as the catalogue has it. */
export const landProcedure = async (): Promise<LandProcedure> => {
  const found = await call<{ items: { code: string }[] }>(
    'GET',
    '/v1/procedures?q=dat%20dai%20cap%20doi',
  );
  const code = found.body.items[0]?.code ?? '';
  return (await call<LandProcedure>('GET', `/v1/procedures/${code}`)).body;
};

export const aRegistration = async (change: Record<string, unknown> = {}) => {
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
  };
};

export const registered = async (clerk: Person, change: Record<string, unknown> = {}) => {
  const registration = await aRegistration(change);
  const answer = await clerk.post<{ dossierId: string }>('/v1/dossiers', registration);
  if (answer.status !== 201) throw new Error(`not registered: ${JSON.stringify(answer.body)}`);
  return { dossierId: answer.body.dossierId, registration };
};

export interface Upload {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface RequestedScan {
  readonly scanId: string;
  readonly upload: Upload;
}

export const announce = (
  who: Person,
  dossierId: string,
  bytes: Uint8Array,
  change: Record<string, unknown> = {},
): Promise<Answer<RequestedScan>> =>
  who.post<RequestedScan>(`/v1/dossiers/${dossierId}/scans`, {
    mediaType: 'image/jpeg',
    bytes: bytes.length,
    sha256: sha256Of(bytes),
    ...change,
  });

export const put = (upload: Upload, bytes: Uint8Array, headers = upload.headers) =>
  fetch(upload.url, {
    method: 'PUT',
    headers,
    body: new Blob([bytes as Uint8Array<ArrayBuffer>]),
  });

interface ScanState {
  readonly state: string;
  readonly why?: string;
  readonly pages?: number;
}

/** The scan once the verifier has spoken. */
export const settledScan = (who: Person, dossierId: string, scanId: string): Promise<ScanState> =>
  eventually(async () => {
    const { body } = await who.get<ScanState>(`/v1/dossiers/${dossierId}/scans/${scanId}`);
    return body.state === 'quarantined' ? undefined : body;
  });

export const scanned = async (
  who: Person,
  dossierId: string,
  bytes: Uint8Array,
  change: Record<string, unknown>,
): Promise<string> => {
  const { body, status } = await announce(who, dossierId, bytes, change);
  if (status !== 201) throw new Error(`not announced: ${JSON.stringify(body)}`);
  const uploaded = await put(body.upload, bytes);
  if (!uploaded.ok) throw new Error(`not uploaded: ${await uploaded.text()}`);
  const scan = await settledScan(who, dossierId, body.scanId);
  if (scan.state !== 'verified') throw new Error(`not verified: ${scan.why}`);
  return body.scanId;
};

let seed = 0;

/** Registered, with one verified page a component. */
export const readyToAccept = async (clerk: Person, change: Record<string, unknown> = {}) => {
  const { dossierId, registration } = await registered(clerk, change);
  for (const { id } of registration.components) {
    seed += 1;
    await scanned(clerk, dossierId, await jpegPage(seed), { component: id });
  }
  return { dossierId };
};

export interface Accepted {
  readonly code: string;
  readonly agency: { readonly id: string };
  readonly manifestHash: string;
  readonly trackingSecret: string;
  readonly dueAt: string;
}

export const accepted = async (clerk: Person, change: Record<string, unknown> = {}) => {
  const { dossierId } = await readyToAccept(clerk, change);
  const { body, status } = await clerk.post<Accepted>(`/v1/dossiers/${dossierId}/accept`, {});
  if (status !== 200) throw new Error(`not accepted: ${JSON.stringify(body)}`);
  return { dossierId, ...body };
};

/** Accepted, arrived and leased by the officer for ten minutes. */
export const leased = async (clerk: Person, officer: Person) => {
  const dossier = await accepted(clerk);
  const { dossierId, agency } = dossier;
  const leaseNo = await eventually(async () => {
    const { body, status } = await officer.post<{ leased?: { leaseNo: number }[] }>(
      `/v1/departments/${agency.id}/inbox/pull`,
      { max: 1, leaseSeconds: 600, dossierIds: [dossierId] },
    );
    return status === 200 ? body.leased?.[0]?.leaseNo : undefined;
  });
  return { ...dossier, leaseNo };
};

export const acknowledged = async (clerk: Person, officer: Person) => {
  const dossier = await leased(clerk, officer);
  const { dossierId, leaseNo, manifestHash } = dossier;
  await officer.post(`/v1/dossiers/${dossierId}/acknowledge`, { leaseNo, manifestHash });
  return dossier;
};

export const decided = async (clerk: Person, officer: Person) => {
  const dossier = await acknowledged(clerk, officer);
  const { dossierId, leaseNo } = dossier;
  seed += 1;
  const resultScanId = await scanned(officer, dossierId, await jpegPage(seed), {});
  const { status, body } = await officer.post(`/v1/dossiers/${dossierId}/decisions`, {
    leaseNo,
    outcome: 'approved',
    resultScanId,
  });
  if (status !== 200) throw new Error(`not decided: ${JSON.stringify(body)}`);
  return dossier;
};

export const dispatched = async (clerk: Person, officer: Person) => {
  const dossier = await decided(clerk, officer);
  const { body } = await clerk.post<{ shipmentId: string; waybill: string }>('/v1/shipments', {
    dossierId: dossier.dossierId,
    carrier: 'vnpost',
  });
  return { ...dossier, ...body };
};

export const staff = async () => ({
  clerk: await person('lan.vithanh'),
  otherClerk: await person('minh.ngabay'),
  courier: await person('tuan.vithanh'),
  officer: await person('hoa.nnmt'),
  leader: await person('phuc.nnmt'),
  otherOfficer: await person('thao.tp'),
  supervisor: await person('binh.giamsat'),
});

import { randomInt } from 'node:crypto';
import { bringResult } from '#local/play/bring-result.ts';
import { type Client, clientOf } from '#local/play/client.ts';
import { scanPage } from '#local/play/paper/scan-page.ts';
import { scan, sha256Of } from '#local/play/scanner.ts';
import { eventually } from '#local/play/tour/narrator.ts';
import type { Stage } from '#local/play/tour/stage.ts';
import { findProcedure, register, scanAll } from './main-way/counter.ts';
import { approve } from './main-way/department.ts';
import type { Way } from './main-way/way.ts';

interface People {
  readonly clerk: Client;
  readonly officer: Client;
  readonly courier: Client;
}

const owner = { kind: 'person', name: 'Nguyễn Thị Hoà', address: 'Ấp 3, xã Vị Tân' } as const;

/** A stranger's paper, a name and a label: each is put right, and the rightful person has her result. */
export const corrections = async (stage: Stage): Promise<void> => {
  const way: Way = { ...stage, phone: `+8496${String(randomInt(10_000_000)).padStart(7, '0')}` };
  const people = {
    clerk: await clientOf(way.url, 'lan.vithanh'),
    officer: await clientOf(way.url, 'hoa.nnmt'),
    courier: await clientOf(way.url, 'tuan.vithanh'),
  };
  const dossierId = await wrongPaper(way, people);
  const accepted = await accept(way, people, dossierId);
  await wrongOwner(way, people, accepted);
  await wrongLabel(way, people, dossierId);
  await toTheOwner(way, people, dossierId);
};

const wrongPaper = ({ narrator, ...way }: Way, { clerk }: People): Promise<string> =>
  narrator.step('Clerk Lan', 'scans a stranger’s paper by mistake, and takes it out', async () => {
    const procedure = await findProcedure(way.url, narrator);
    const components = procedure.components.filter(({ required }) => required);
    const all = { narrator, ...way };
    const { dossierId } = await register(clerk, all, procedure.code, components);
    await scanAll(clerk, all, dossierId, components);
    const bytes = await scanPage({
      seed: 77,
      title: 'Giấy của người khác',
      lines: ['Trần Văn B'],
      skewDegrees: 0.4,
      noise: 0.04,
      dpi: 150,
      format: 'jpeg',
    });
    const component = components[0]?.id ?? '';
    const wrong = await scan(clerk, dossierId, { mediaType: 'image/jpeg', bytes, component });
    const params = { dossierId, scanId: wrong.scanId };
    await clerk.call('POST /v1/dossiers/{dossierId}/scans/{scanId}/taken-out', {
      params,
      body: { why: 'strangers-paper', reason: 'Giấy của ông B kẹp lẫn' },
    });
    const { scans } = await clerk.call('GET /v1/dossiers/{dossierId}', { params: { dossierId } });
    narrator.agree('it is in no view', !scans.some(({ scanId }) => scanId === wrong.scanId));
    await clerk.refused(404, 'GET /v1/dossiers/{dossierId}/scans/{scanId}', { params });
    narrator.agree('and nobody opens it', true);
    return dossierId;
  });

interface Accepted {
  readonly dossierId: string;
  readonly code: string;
  readonly agencyId: string;
  readonly trackingSecret: string;
  readonly manifestHash: string;
  readonly scans: readonly [];
  readonly leaseNo: number;
}

const accept = ({ narrator }: Way, { clerk, officer }: People, dossierId: string) =>
  narrator.step('Officer Hoa', 'has the dossier, without the stranger’s paper', async () => {
    const params = { dossierId };
    const body = {};
    const { code, agency, trackingSecret, manifestHash } = await clerk.call(
      'POST /v1/dossiers/{dossierId}/accept',
      { params, body },
    );
    const agencyId = agency.id;
    const leaseNo = await eventually('the lease', async () => {
      const pull = await officer.attempt('POST /v1/departments/{agencyId}/inbox/pull', {
        params: { agencyId },
        body: { max: 1, leaseSeconds: 600, dossierIds: [dossierId] },
      });
      return pull.ok ? pull.body.leased[0]?.leaseNo : undefined;
    });
    await officer.call('POST /v1/dossiers/{dossierId}/acknowledge', {
      params,
      body: { leaseNo, manifestHash },
    });
    narrator.sees(`${code}, manifest ${manifestHash.slice(0, 12)}…`);
    return { dossierId, code, agencyId, trackingSecret, manifestHash, scans: [] as const, leaseNo };
  });

const wrongOwner = async (
  way: Way,
  { clerk, officer }: People,
  dossier: Accepted,
): Promise<void> => {
  const { narrator } = way;
  const params = { dossierId: dossier.dossierId };
  const change = { name: 'Nguyễn Thị Ảnh', owner };
  const { correctionId } = await narrator.step(
    'Clerk Lan',
    'sees from the card that the name is wrong, and whose matter it is',
    async () => {
      const correct = 'POST /v1/dossiers/{dossierId}/applicant/corrections';
      const reason = 'Gõ sai dấu; chủ hồ sơ là mẹ';
      await clerk.refused(422, correct, { params, body: { change, reason } });
      narrator.agree('not without the card in hand', true);
      return clerk.call(correct, { params, body: { change, reason, identityChecked: true } });
    },
  );
  await narrator.step('Officer Hoa', 'acknowledges it before she decides', async () => {
    const { items } = await officer.call('GET /v1/dossiers/{dossierId}/corrections', { params });
    narrator.agree('both values and the reason are there', items.length === 2);
    await approve(officer, way, dossier, dossier.leaseNo).then(
      () => narrator.agree('she may not decide unseen', false),
      () => narrator.agree('she may not decide unseen', true),
    );
    await officer.call('POST /v1/dossiers/{dossierId}/corrections/{correctionId}/answer', {
      params: { ...params, correctionId },
      body: { answer: 'acknowledged' },
    });
    await approve(officer, way, dossier, dossier.leaseNo);
  });
};

const wrongLabel = (
  { narrator }: Way,
  { clerk, officer, courier }: People,
  dossierId: string,
): Promise<void> =>
  narrator.step('Clerk Lan', 'makes a label with a wrong address, and voids it', async () => {
    await bringResult({ clerk, officer, courier }, dossierId);
    const send = (address: string) =>
      clerk.call('POST /v1/shipments', {
        body: {
          dossierId,
          carrier: 'vnpost',
          recipient: { name: owner.name, phone: '0912345678', address },
        },
      });
    const wrong = await send('Ấp 33, xã Vị Tân');
    const params = { shipmentId: wrong.shipmentId };
    const voided = { why: 'wrong-address', reason: 'Gõ nhầm số ấp' } as const;
    await clerk.call('POST /v1/shipments/{shipmentId}/void', { params, body: voided });
    const { papers } = await clerk.call('GET /v1/dossiers/{dossierId}/papers', {
      params: { dossierId },
    });
    const result = papers.find(({ id }) => id === 'ket-qua');
    narrator.agree('the result lies at the counter again', result?.holder.kind === 'office');
    const right = await send(owner.address);
    narrator.agree('the number is used up', right.waybill !== wrong.waybill);
  });

const toTheOwner = ({ narrator }: Way, { clerk }: People, dossierId: string): Promise<void> =>
  narrator.step('Clerk Lan', 'hands the result to the owner, who came herself', async () => {
    const params = { dossierId };
    const taken = {
      receiver: 'self',
      identityChecked: true,
      signatureSha256: sha256Of(Buffer.from('chữ ký của chủ hồ sơ')),
    } as const;
    const pickUp = 'POST /v1/dossiers/{dossierId}/pick-up';
    await clerk.refused(422, pickUp, {
      params,
      body: { ...taken, receiverName: 'Nguyễn Thị Hoa' },
    });
    narrator.agree('Hoa is not Hoà', true);
    const { status } = await clerk.call(pickUp, {
      params,
      body: { ...taken, receiverName: owner.name },
    });
    narrator.agree('returned, to whom it belongs', status === 'returned');
    const history = await clerk.call('GET /v1/dossiers/{dossierId}/history', { params });
    narrator.agree('the history holds', history.intact);
    const names = JSON.stringify(history.events);
    narrator.agree('and names nobody', !/Ảnh|Hoà|Trần Văn B/.test(names));
  });

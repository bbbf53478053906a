import { randomInt } from 'node:crypto';
import { type Client, clientOf } from '#local/play/client.ts';
import { resultPdf } from '#local/play/paper/result-pdf.ts';
import { scan } from '#local/play/scanner.ts';
import { Disagreement, eventually } from '#local/play/tour/narrator.ts';
import type { Machine, Stage } from '#local/play/tour/stage.ts';
import { type Agency, type Asked, agencies, answerOf, inboxOf } from './joint-parallel/agencies.ts';
import { type AtCounter, counter } from './main-way/counter.ts';
import type { Way } from './main-way/way.ts';
import { lease } from './supplement.ts';

/** A building permit: Xây dựng leads, three departments work at once, each by its own date; one is late. */
export const jointParallel = async (stage: Stage): Promise<void> => {
  const { machine } = stage;
  if (!machine) throw new Error('this story needs a clock of its own');
  const way: Way = { ...stage, phone: `+8494${String(randomInt(10_000_000)).padStart(7, '0')}` };
  const dossier = await counter(way, 'giay phep xay dung cap dac biet', {
    // NĐ 217/2026 điều 54(1): filed online only, over a counter while the portal does not take it.
    incident: 'Cổng Dịch vụ công quốc gia gián đoạn từ 07:30',
  });
  const lead = await clientOf(way.url, 'khanh.xd');
  const leaseNo = await way.narrator.step('Officer Khánh', 'pulls and acknowledges', () =>
    acknowledged(lead, dossier),
  );
  const asked = await planned(way, lead, dossier, leaseNo);
  await unseenByOthers(way, dossier);
  await refusedToDecide(way, lead, dossier, leaseNo);
  for (const agency of agencies) {
    at(machine, agency.answersAt);
    await answerOf(way, dossier, agency, taskOf(asked, agency));
  }
  at(machine, '2027-03-08T09:00');
  await decided(way, dossier);
  await controlSheet(way, dossier);
};

const at = (machine: Machine, time: string): void => machine.travelTo(new Date(`${time}:00+07:00`));

const pulled = (lead: Client, dossier: AtCounter): Promise<number> =>
  eventually('a lease', () => lease(lead, dossier).catch(() => undefined));

const acknowledged = async (lead: Client, dossier: AtCounter): Promise<number> => {
  const leaseNo = await pulled(lead, dossier);
  const { dossierId, manifestHash } = dossier;
  await lead.call('POST /v1/dossiers/{dossierId}/acknowledge', {
    params: { dossierId },
    body: { leaseNo, manifestHash },
  });
  return leaseNo;
};

const planned = (
  { narrator }: Way,
  lead: Client,
  { dossierId }: AtCounter,
  leaseNo: number,
): Promise<readonly Asked[]> =>
  narrator.step('Officer Khánh', 'lays down three legs, as the procedure lists them', async () => {
    const { assignments } = await lead.call('POST /v1/dossiers/{dossierId}/legs', {
      params: { dossierId },
      body: {
        leaseNo,
      },
    });
    for (const { agency, dueAt } of assignments) narrator.sees(`${agency}: hạn ${dueAt}`);
    narrator.agree(
      'all three are open at once, each with its date',
      assignments.length === 3 &&
        assignments.every(({ state, dueAt }) => state === 'open' && dueAt !== undefined),
    );
    await lead.refused(409, 'POST /v1/dossiers/{dossierId}/legs', {
      params: { dossierId },
      body: { leaseNo },
    });
    narrator.agree('a second plan is refused', true);
    return assignments;
  });

const taskOf = (asked: readonly Asked[], { id }: Agency): Asked => {
  const found = asked.find(({ agency }) => agency === id);
  if (!found) throw new Disagreement(`${id} was asked for nothing`);
  return found;
};

const unseenByOthers = ({ url, narrator }: Way, { dossierId }: AtCounter): Promise<void> =>
  narrator.step('Officer Thảo', 'of a fourth department looks for it', async () => {
    const other = await clientOf(url, 'thao.tp');
    const inbox = await inboxOf(other, 'ct-tp');
    narrator.agree(
      'nothing in her inbox',
      inbox.every((line) => line.dossierId !== dossierId),
    );
    await other.refused(404, 'GET /v1/dossiers/{dossierId}', { params: { dossierId } });
    await other.refused(404, 'GET /v1/dossiers/{dossierId}/assignments/{assignment}', {
      params: { dossierId, assignment: 1 },
    });
    await other.refused(404, 'POST /v1/dossiers/{dossierId}/assignments/{assignment}/take', {
      params: { dossierId, assignment: 1 },
      body: { leaseSeconds: 600 },
    });
    narrator.agree('to her it does not exist', true);
  });

const resultOf = async (
  lead: Client,
  { dossierId, code }: AtCounter,
  decision: string,
  signedAt: string,
): Promise<string> => {
  const agency = 'SỞ XÂY DỰNG';
  const signer = 'Lâm Quốc Khánh';
  const bytes = await resultPdf({ dossierCode: code, agency, decision, signer, signedAt });
  const { scanId } = await scan(lead, dossierId, { mediaType: 'application/pdf', bytes });
  return scanId;
};

const refusedToDecide = (
  { narrator }: Way,
  lead: Client,
  dossier: AtCounter,
  leaseNo: number,
): Promise<void> =>
  narrator.step('Officer Khánh', 'tries to decide while the others still work', async () => {
    const decision = 'Cấp giấy phép xây dựng cho bà Nguyễn Thị Ánh.';
    const resultScanId = await resultOf(lead, dossier, decision, '01/03/2027');
    const refused = await lead.refused(409, 'POST /v1/dossiers/{dossierId}/decisions', {
      params: { dossierId: dossier.dossierId },
      body: { leaseNo, outcome: 'approved', resultScanId },
    });
    narrator.agree(
      'refused: three legs are open',
      refused.code === 'legs-open' && refused.assignments.length === 3,
    );
    const spoken = { leaseNo, outcome: 'agreed', opinion: 'Thay mặt' } as const;
    await lead.refused(403, 'POST /v1/dossiers/{dossierId}/assignments/{assignment}/answer', {
      params: { dossierId: dossier.dossierId, assignment: 1 },
      body: spoken,
    });
    narrator.agree('and he cannot answer for anybody', true);
  });

const decided = ({ url, narrator }: Way, dossier: AtCounter): Promise<void> =>
  narrator.step('Officer Khánh', 'has all three answers and decides', async () => {
    const lead = await clientOf(url, 'khanh.xd');
    const leaseNo = await pulled(lead, dossier);
    const decision = 'Cấp giấy phép xây dựng, giữ khoảng lùi 30 m với khu vực di tích.';
    const resultScanId = await resultOf(lead, dossier, decision, '08/03/2027');
    const { status } = await lead.call('POST /v1/dossiers/{dossierId}/decisions', {
      params: { dossierId: dossier.dossierId },
      body: { leaseNo, outcome: 'approved', resultScanId },
    });
    narrator.agree('decided, one opinion against', status === 'decided');
  });

const controlSheet = ({ url, narrator }: Way, { dossierId }: AtCounter): Promise<void> =>
  narrator.step('Clerk Lan', 'reads the control sheet: whose time was lost', async () => {
    const clerk = await clientOf(url, 'lan.vithanh');
    const { control } = await clerk.call('GET /v1/dossiers/{dossierId}/assignments', {
      params: { dossierId },
    });
    for (const { from, to, dueAt, endedAt, timeliness } of control)
      narrator.sees(`${from} → ${to}  hạn ${dueAt}, xong ${endedAt}: ${timeliness}`);
    const found = new Map(control.map(({ to, timeliness }) => [to, timeliness]));
    narrator.agree(
      'each agency’s own: early, on the last day, late',
      agencies.every(({ id, timeliness }) => found.get(id) === timeliness),
    );
    narrator.agree('the lead itself is in time all the same', found.get('ct-xd') === 'early');
    const { intact } = await clerk.call('GET /v1/dossiers/{dossierId}/history', {
      params: { dossierId },
    });
    narrator.agree('the chain of hashes holds', intact);
  });

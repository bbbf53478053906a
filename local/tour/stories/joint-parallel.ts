import { randomInt } from 'node:crypto';
import { type Client, clientOf } from '../client.ts';
import { Disagreement, eventually } from '../narrator.ts';
import { resultPdf } from '../paper/result-pdf.ts';
import { scan } from '../scanner.ts';
import type { Stage } from '../stage.ts';
import { type Agency, type Asked, agencies, answerOf, inboxOf } from './joint-parallel/agencies.ts';
import { type AtCounter, counter } from './main-way/counter.ts';
import type { Way } from './main-way/way.ts';

interface JointWork {
  readonly assignments: readonly {
    readonly assignment: number;
    readonly agency: string;
    readonly state: string;
    readonly dueAt: string;
  }[];
}

interface Control {
  readonly control: readonly {
    readonly from: string;
    readonly to: string;
    readonly handedAt: string;
    readonly endedAt?: string;
    readonly timeliness?: string;
  }[];
}

/** A building permit: Xây dựng leads, three departments answer at once, each by its own date. */
export const jointParallel = async (stage: Stage): Promise<void> => {
  const way: Way = { ...stage, phone: `+8494${String(randomInt(10_000_000)).padStart(7, '0')}` };
  const dossier = await counter(way, '1.013236');
  const lead = await clientOf(way.url, 'khanh.xd');
  const leaseNo = await way.narrator.step('Officer Khánh', 'pulls and acknowledges', () =>
    acknowledged(lead, dossier),
  );
  const asked = await planned(way, lead, dossier, leaseNo);
  await unseenByOthers(way, dossier);
  const resultScanId = await refusedToDecide(way, lead, dossier, leaseNo);
  for (const agency of agencies) await answerOf(way, dossier, agency, taskOf(asked, agency));
  await decided(way, lead, dossier, { leaseNo, resultScanId });
  await controlSheet(way, lead, dossier);
};

const acknowledged = async (lead: Client, dossier: AtCounter): Promise<number> => {
  const { agencyId, dossierId, manifestHash } = dossier;
  const leaseNo = await eventually('a lease', async () => {
    try {
      const { leased } = await lead.post<{ leased: readonly { leaseNo: number }[] }>(
        `/v1/departments/${agencyId}/inbox/pull`,
        { max: 1, leaseSeconds: 3_600, dossierIds: [dossierId] },
      );
      return leased[0]?.leaseNo;
    } catch (error) {
      // Not in the inbox yet.
      if (error instanceof Disagreement) return undefined;
      throw error;
    }
  });
  await lead.post(`/v1/dossiers/${dossierId}/acknowledge`, { leaseNo, manifestHash });
  return leaseNo;
};

const planned = (
  { narrator }: Way,
  lead: Client,
  { dossierId }: AtCounter,
  leaseNo: number,
): Promise<readonly Asked[]> =>
  narrator.step('Officer Khánh', 'lays down three legs, as the procedure lists them', async () => {
    const { assignments } = await lead.post<JointWork>(`/v1/dossiers/${dossierId}/legs`, {
      leaseNo,
    });
    for (const { agency, dueAt } of assignments) narrator.sees(`${agency}: hạn ${dueAt}`);
    narrator.agree(
      'all three are open at once, each with its date',
      assignments.length === 3 &&
        assignments.every(({ state, dueAt }) => state === 'open' && dueAt !== undefined),
    );
    await lead.post(`/v1/dossiers/${dossierId}/legs`, { leaseNo }, 409);
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
    await other.get(`/v1/dossiers/${dossierId}`, 404);
    await other.get(`/v1/dossiers/${dossierId}/assignments/1`, 404);
    await other.post(`/v1/dossiers/${dossierId}/assignments/1/take`, { leaseSeconds: 600 }, 404);
    narrator.agree('to her it does not exist', true);
  });

const refusedToDecide = (
  { narrator }: Way,
  lead: Client,
  { dossierId, code }: AtCounter,
  leaseNo: number,
): Promise<string> =>
  narrator.step('Officer Khánh', 'tries to decide while the others still work', async () => {
    const bytes = await resultPdf({
      dossierCode: code,
      agency: 'SỞ XÂY DỰNG',
      decision: 'Cấp giấy phép xây dựng cho bà Nguyễn Thị Ánh, giữ khoảng lùi với di tích.',
      signer: 'Lâm Quốc Khánh',
      signedAt: '23/11/2026',
    });
    const result = await scan(lead, dossierId, { mediaType: 'application/pdf', bytes });
    const refused = await lead.post<{ code: string; assignments: readonly number[] }>(
      `/v1/dossiers/${dossierId}/decisions`,
      { leaseNo, outcome: 'approved', resultScanId: result.scanId },
      409,
    );
    narrator.agree('refused: three legs are open', refused.assignments.length === 3);
    await lead.post(
      `/v1/dossiers/${dossierId}/assignments/1/answer`,
      { leaseNo, outcome: 'agreed', opinion: 'Thay mặt' },
      403,
    );
    narrator.agree('and he cannot answer for anybody', true);
    return result.scanId;
  });

const decided = (
  { narrator }: Way,
  lead: Client,
  { dossierId }: AtCounter,
  result: { readonly leaseNo: number; readonly resultScanId: string },
): Promise<void> =>
  narrator.step('Officer Khánh', 'has all three answers and decides', async () => {
    const { status } = await lead.post<{ status: string }>(`/v1/dossiers/${dossierId}/decisions`, {
      ...result,
      outcome: 'approved',
    });
    narrator.agree('decided, one opinion against', status === 'decided');
  });

const controlSheet = ({ narrator }: Way, lead: Client, { dossierId }: AtCounter): Promise<void> =>
  narrator.step('Anyone', 'reads the control sheet and the history', async () => {
    const { control } = await lead.get<Control>(`/v1/dossiers/${dossierId}/assignments`);
    for (const { from, to, handedAt, endedAt, timeliness } of control)
      narrator.sees(`${from} → ${to}  ${handedAt} – ${endedAt}  ${timeliness}`);
    narrator.agree(
      'every agency within its own time',
      control.length === 4 && control.every(({ timeliness }) => timeliness === 'early'),
    );
    const { intact } = await lead.get<{ intact: boolean }>(`/v1/dossiers/${dossierId}/history`);
    narrator.agree('the chain of hashes holds', intact);
  });

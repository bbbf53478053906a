import { type Client, clientOf, type Told } from '#local/play/client.ts';
import { resultPdf } from '#local/play/paper/result-pdf.ts';
import { type Scanned, scan } from '#local/play/scanner.ts';
import type { AtCounter } from '#local/play/tour/stories/main-way/counter.ts';
import type { Way } from '#local/play/tour/stories/main-way/way.ts';

/** A department that is asked, and what its officer answers. */
export interface Agency {
  readonly id: string;
  readonly name: string;
  readonly officer: string;
  readonly signer: string;
  readonly username: string;
  readonly outcome: 'agreed' | 'disagreed';
  readonly opinion: string;
  /** When it answers; all three are due on 03/03/2027 (NĐ 217/2026 điều 54: two working days). */
  readonly answersAt: string;
  readonly timeliness: 'early' | 'on-time' | 'late';
}

/** In the order in which they answer, which is not the order of the legs. */
export const agencies: readonly Agency[] = [
  {
    id: 'ct-nnmt',
    name: 'SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG',
    officer: 'Officer Hoa',
    signer: 'Phạm Thị Hoa',
    username: 'hoa.nnmt',
    outcome: 'agreed',
    opinion: 'Phù hợp với mục đích sử dụng đất',
    answersAt: '2027-03-02T10:00',
    timeliness: 'early',
  },
  {
    id: 'ct-ct',
    name: 'SỞ CÔNG THƯƠNG',
    officer: 'Officer Sơn',
    signer: 'Ngô Thanh Sơn',
    username: 'son.ct',
    outcome: 'agreed',
    opinion: 'Không ảnh hưởng hành lang lưới điện',
    answersAt: '2027-03-03T16:00',
    timeliness: 'on-time',
  },
  {
    id: 'ct-vhttdl',
    name: 'SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH',
    officer: 'Officer My',
    signer: 'Trương Diễm My',
    username: 'my.vhttdl',
    outcome: 'disagreed',
    opinion: 'Đề nghị giữ khoảng lùi 30 m với khu vực bảo vệ di tích',
    answersAt: '2027-03-05T10:00',
    timeliness: 'late',
  },
];

export interface Asked {
  readonly assignment: number;
  readonly agency: string;
}

type Line = Told<'GET /v1/departments/{agencyId}/assignments'>['items'][number];

/** Every task that an agency still has to answer. */
export const inboxOf = async (officer: Client, agency: string): Promise<readonly Line[]> => {
  const lines: Line[] = [];
  let after = '';
  do {
    const page = await officer.call('GET /v1/departments/{agencyId}/assignments', {
      params: { agencyId: agency },
      query: { limit: 100, ...(after && { after }) },
    });
    lines.push(...page.items);
    after = page.next ?? '';
  } while (after);
  return lines;
};

/** One department: finds its own task, reads the case, answers with a signed document. */
export const answerOf = (
  { url, narrator }: Way,
  dossier: AtCounter,
  agency: Agency,
  { assignment }: Asked,
): Promise<void> =>
  narrator.step(
    agency.officer,
    `on ${agency.answersAt.slice(0, 10)} finds the task and answers: ${agency.outcome}`,
    async () => {
      const officer = await clientOf(url, agency.username);
      const lines = await inboxOf(officer, agency.id);
      const mine = lines.filter(({ dossierId }) => dossierId === dossier.dossierId);
      narrator.agree('one task of this dossier in the inbox, its own', mine.length === 1);
      narrator.sees(`${mine[0]?.task} — hạn ${mine[0]?.dueAt}`);
      const { leaseNo } = await officer.call(
        'POST /v1/dossiers/{dossierId}/assignments/{assignment}/take',
        {
          params: { dossierId: dossier.dossierId, assignment },
          body: {
            leaseSeconds: 600,
          },
        },
      );
      await readCase(narrator, officer, dossier, assignment);
      const document = await opinionOf(officer, dossier, agency, assignment);
      const { state } = await officer.call(
        'POST /v1/dossiers/{dossierId}/assignments/{assignment}/answer',
        {
          params: { dossierId: dossier.dossierId, assignment },
          body: {
            leaseNo,
            outcome: agency.outcome,
            opinion: agency.opinion,
            scanId: document.scanId,
          },
        },
      );
      narrator.agree('answered', state === 'answered');
    },
  );

const readCase = async (
  narrator: Way['narrator'],
  officer: Client,
  { dossierId, scans }: AtCounter,
  assignment: number,
): Promise<void> => {
  const seen = await officer.call('GET /v1/dossiers/{dossierId}/assignments/{assignment}', {
    params: { dossierId, assignment },
  });
  const papers = seen.scans.filter(({ purpose }) => purpose === 'papers');
  narrator.agree('all the citizen’s papers, no result', papers.length === scans.length);
  await officer.bytes(`/v1/dossiers/${dossierId}/scans/${papers[0]?.scanId}/content`);
  narrator.agree(
    'neither phone nor personal number',
    Object.keys(seen.applicant).sort().join() === 'address,name',
  );
  await officer.refused(404, 'GET /v1/dossiers/{dossierId}', { params: { dossierId } });
};

const opinionOf = async (
  officer: Client,
  { dossierId, code }: AtCounter,
  { name, opinion, signer, answersAt }: Agency,
  assignment: number,
): Promise<Scanned> => {
  const signedAt = answersAt.slice(0, 10).split('-').reverse().join('/');
  const bytes = await resultPdf({
    dossierCode: code,
    agency: name,
    decision: opinion,
    signer,
    signedAt,
  });
  return scan(officer, dossierId, { assignment, mediaType: 'application/pdf', bytes });
};

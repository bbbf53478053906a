import { type Client, clientOf } from '#local/play/client.ts';
import { resultPdf } from '#local/play/paper/result-pdf.ts';
import { scan, sha256Of } from '#local/play/scanner.ts';
import { eventually } from '#local/play/tour/narrator.ts';
import { type AtCounter, manifestOf } from './counter.ts';
import type { Way } from './way.ts';

/** The department: pull, open, compare, acknowledge, decide. */
export const department = async (way: Way, dossier: AtCounter): Promise<void> => {
  const { url, narrator } = way;
  const { dossierId, agencyId } = dossier;
  const officer = await narrator.step('Officer Hoa', 'signs in at the department', () =>
    clientOf(url, 'hoa.nnmt'),
  );
  await narrator.step('Officer Hoa', 'sees the dossier in the inbox', () =>
    eventually('arrival in the inbox', () => inInbox(officer, agencyId, dossierId)),
  );
  const leaseNo = await narrator.step('Officer Hoa', 'pulls it with a lease of ten minutes', () =>
    pull(officer, way, dossier),
  );
  await narrator.step('Officer Thảo', 'of another department looks for it', async () => {
    const other = await clientOf(url, 'thao.tp');
    await other.refused(404, 'GET /v1/dossiers/{dossierId}', { params: { dossierId } });
    narrator.agree('to her it does not exist', true);
  });
  const opened = await narrator.step('Officer Hoa', 'opens every file and compares hashes', () =>
    openAll(officer, dossierId, narrator),
  );
  await narrator.step('Officer Hoa', 'acknowledges with the hash of what she opened', async () => {
    const manifestHash = manifestOf(opened);
    narrator.agree('her hash is the counter’s hash', manifestHash === dossier.manifestHash);
    await officer.call('POST /v1/dossiers/{dossierId}/acknowledge', {
      params: { dossierId },
      body: { leaseNo, manifestHash },
    });
  });
  await narrator.step('Officer Hoa', 'approves with the signed result', () =>
    approve(officer, way, dossier, leaseNo),
  );
};

const pull = async (
  officer: Client,
  { narrator }: Way,
  { dossierId, agencyId }: AtCounter,
): Promise<number> => {
  const { leased } = await officer.call('POST /v1/departments/{agencyId}/inbox/pull', {
    params: { agencyId },
    body: { max: 1, leaseSeconds: 600, dossierIds: [dossierId] },
  });
  const [mine] = leased;
  narrator.agree('leased to her alone', mine?.dossierId === dossierId);
  narrator.sees(`lease ${mine?.leaseNo} until ${mine?.leasedUntil}`);
  return mine?.leaseNo ?? 0;
};

export const approve = async (
  officer: Client,
  { narrator }: Way,
  { dossierId, code }: AtCounter,
  leaseNo: number,
): Promise<void> => {
  const bytes = await resultPdf({
    dossierCode: code,
    agency: 'SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG',
    decision: 'Cấp đổi Giấy chứng nhận quyền sử dụng đất cho bà Nguyễn Thị Ánh.',
    signer: 'Trần Văn Phúc',
    signedAt: '23/11/2026',
  });
  const result = await scan(officer, dossierId, { mediaType: 'application/pdf', bytes });
  await officer.call('POST /v1/dossiers/{dossierId}/decisions', {
    params: { dossierId },
    body: {
      leaseNo,
      outcome: 'approved',
      resultScanId: result.scanId,
    },
  });
  narrator.sees(`result ${result.sha256.slice(0, 12)}…, ${result.pages} p.`);
};

const inInbox = async (
  officer: Client,
  agencyId: string,
  dossierId: string,
): Promise<true | undefined> => {
  let after = '';
  do {
    const page = await officer.call('GET /v1/departments/{agencyId}/inbox', {
      params: { agencyId },
      query: { limit: `100${after && `&after=${encodeURIComponent(after)}`}` },
    });
    if (page.items.some((item) => item.dossierId === dossierId)) return true;
    after = page.next ?? '';
  } while (after);
  return undefined;
};

const openAll = async (officer: Client, dossierId: string, narrator: Way['narrator']) => {
  const { scans } = await officer.call('GET /v1/dossiers/{dossierId}', { params: { dossierId } });
  const papers = scans.filter(({ purpose }) => purpose === 'papers');
  const opened = await Promise.all(
    papers.map(async ({ scanId, sha256 }) => {
      const bytes = await officer.bytes(`/v1/dossiers/${dossierId}/scans/${scanId}/content`);
      return { scanId, sha256: sha256Of(bytes), bytes, same: sha256Of(bytes) === sha256 };
    }),
  );
  narrator.agree(
    `${opened.length} files, byte for byte`,
    opened.every(({ same }) => same),
  );
  return opened;
};

import { randomInt } from 'node:crypto';
import { type Client, clientOf } from '#local/play/client.ts';
import { scanPage } from '#local/play/paper/scan-page.ts';
import { scan } from '#local/play/scanner.ts';
import { simulatorsAt } from '#local/play/simulators.ts';
import { Disagreement, eventually } from '#local/play/tour/narrator.ts';
import type { Stage } from '#local/play/tour/stage.ts';
import { type AtCounter, counter } from './main-way/counter.ts';
import type { Way } from './main-way/way.ts';

const dayMs = 86_400_000;
const inThirtyDays = (): string => new Date(Date.now() + 30 * dayMs).toISOString().slice(0, 10);

/** The department finds the form unsigned, asks once, and gets it back with a new term. */
export const supplement = async (stage: Stage): Promise<void> => {
  const way: Way = { ...stage, phone: `+8493${String(randomInt(10_000_000)).padStart(7, '0')}` };
  const dossier = await counter(way);
  const officer = await clientOf(way.url, 'hoa.nnmt');
  const leaseNo = await pull(way, officer, dossier);
  await ask(way, officer, dossier, leaseNo);
  await citizenReads(way, dossier);
  const manifestHash = await bring(way, dossier);
  await backAtDepartment(way, officer, dossier, manifestHash);
};

export const lease = async (officer: Client, { agencyId, dossierId }: AtCounter) => {
  const { leased } = await officer.call('POST /v1/departments/{agencyId}/inbox/pull', {
    params: { agencyId },
    body: { max: 1, leaseSeconds: 600, dossierIds: [dossierId] },
  });
  return leased[0]?.leaseNo;
};

export const pull = ({ narrator }: Way, officer: Client, dossier: AtCounter): Promise<number> =>
  narrator.step('Officer Hoa', 'pulls the dossier', () =>
    eventually('a lease', async () => {
      try {
        return await lease(officer, dossier);
      } catch (error) {
        // Not in the inbox yet.
        if (error instanceof Disagreement) return undefined;
        throw error;
      }
    }),
  );

export const wanted = {
  id: 'don-dang-ky',
  copyKind: 'original',
  count: 1,
  reason: 'Đơn chưa có chữ ký của người sử dụng đất',
} as const;

const ask = (
  { narrator }: Way,
  officer: Client,
  { dossierId }: AtCounter,
  leaseNo: number,
): Promise<void> =>
  narrator.step('Officer Hoa', 'asks for a signed form, once and completely', async () => {
    const answer = await officer.call('POST /v1/dossiers/{dossierId}/supplements', {
      params: { dossierId },
      body: {
        leaseNo,
        items: [wanted],
        reason: 'Cần đơn có chữ ký',
        answerBy: inThirtyDays(),
      },
    });
    narrator.agree('the dossier waits for the citizen', answer.status === 'supplement-requested');
  });

const citizenReads = ({ url, narrator, phone }: Way, { code }: AtCounter): Promise<void> =>
  narrator.step('Citizen', 'is told by SMS', async () => {
    const text = await eventually('the SMS', async () => {
      const messages = await simulatorsAt(url).messages(phone);
      return messages.find((message) => message.text.includes('bo sung'))?.text;
    });
    narrator.sees(`📱 ${text}`);
    narrator.agree('it names the dossier and not the procedure', text.includes(code));
  });

const bring = ({ url, narrator }: Way, { dossierId, manifestHash }: AtCounter): Promise<string> =>
  narrator.step('Citizen', 'brings the signed form to the counter', async () => {
    const clerk = await clientOf(url, 'lan.vithanh');
    const bytes = await scanPage({
      seed: randomInt(1_000_000),
      title: 'Đơn đăng ký, đã ký',
      lines: ['Người sử dụng đất: Nguyễn Thị Ánh', 'Đã ký'],
      skewDegrees: 0.5,
      noise: 0.04,
      dpi: 150,
      format: 'jpeg',
    });
    await scan(clerk, dossierId, { component: wanted.id, mediaType: 'image/jpeg', bytes });
    const received = await clerk.call('POST /v1/dossiers/{dossierId}/supplements/received', {
      params: { dossierId },
      body: {},
    });
    narrator.sees(`hẹn trả mới ${received.dueAt}`);
    narrator.agree('the manifest is a new one', received.manifestHash !== manifestHash);
    return received.manifestHash;
  });

const backAtDepartment = (
  { narrator }: Way,
  officer: Client,
  dossier: AtCounter,
  manifestHash: string,
): Promise<void> =>
  narrator.step(
    'Officer Hoa',
    'finds it in her inbox again and acknowledges the new files',
    async () => {
      const leaseNo = await lease(officer, dossier);
      if (leaseNo === undefined) throw new Disagreement('nothing to lease');
      await officer.refused(409, 'POST /v1/dossiers/{dossierId}/acknowledge', {
        params: { dossierId: dossier.dossierId },
        body: { leaseNo, manifestHash: dossier.manifestHash },
      });
      narrator.agree('the old files are not enough', true);
      const { status } = await officer.call('POST /v1/dossiers/{dossierId}/acknowledge', {
        params: { dossierId: dossier.dossierId },
        body: { leaseNo, manifestHash },
      });
      narrator.agree('work goes on', status === 'in-progress');
    },
  );

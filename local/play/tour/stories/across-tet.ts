import { randomInt } from 'node:crypto';
import { clientOf, type Told } from '#local/play/client.ts';
import { scanPage } from '#local/play/paper/scan-page.ts';
import { scan } from '#local/play/scanner.ts';
import { simulatorsAt } from '#local/play/simulators.ts';
import { writeArtefact } from '#local/play/tour/artefact.ts';
import { eventually } from '#local/play/tour/narrator.ts';
import type { Machine, Stage } from '#local/play/tour/stage.ts';
import { type AtCounter, counter } from './main-way/counter.ts';
import type { Way } from './main-way/way.ts';
import { lease, wanted } from './supplement.ts';

type DossierView = Told<'GET /v1/dossiers/{dossierId}'>;

/** When the department asks, when the citizen brings, and the date that follows (Tết: 5 to 11 February). */
const rounds = [
  { asks: '2027-01-26T10:00', brings: '2027-01-27T09:00', due: '2027-02-03' },
  { asks: '2027-01-28T10:00', brings: '2027-01-29T09:00', due: '2027-02-12' },
  { asks: '2027-02-01T10:00', brings: '2027-02-02T09:00', due: '2027-02-16' },
  { asks: '2027-02-04T10:00', brings: '2027-02-15T09:00', due: '2027-02-22' },
] as const;
const lateHoliday = { day: '2027-02-18', name: 'Nghỉ theo quyết định bổ sung' };
const dueAfterAll = '2027-02-23';

/** A department that asks four times, a citizen who brings four times, and a calendar that changes. */
export const acrossTet = async (stage: Stage): Promise<void> => {
  const { machine } = stage;
  if (!machine) throw new Error('this story needs a clock of its own');
  const way: Way = { ...stage, phone: `+8495${String(randomInt(10_000_000)).padStart(7, '0')}` };
  const dossier = await counter(way);
  for (const [n, round] of rounds.entries()) await oneRound(way, machine, dossier, n, round);
  await explained(way, dossier);
  const amendmentId = await foreseen(way, dossier);
  await reannounced(way, machine, dossier, amendmentId);
};

const at = (machine: Machine, time: string): void => machine.travelTo(new Date(`${time}:00+07:00`));
const dayOf = (time: string | undefined): string | undefined => time?.slice(0, 10);
const inVietnamese = (day: string): string => day.split('-').reverse().join('/');

const oneRound = async (
  way: Way,
  machine: Machine,
  dossier: AtCounter,
  n: number,
  { asks, brings, due }: (typeof rounds)[number],
): Promise<void> => {
  const { narrator, url } = way;
  at(machine, asks);
  await narrator.step('Officer Hoa', `on ${dayOf(asks)} asks for the form, time ${n + 1}`, () =>
    ask(way, dossier, n > 0, asks),
  );
  at(machine, brings);
  await narrator.step('Citizen', `on ${dayOf(brings)} brings it`, async () => {
    const clerk = await clientOf(url, 'lan.vithanh');
    const bytes = await scanPage({
      seed: randomInt(1_000_000),
      title: `Đơn đăng ký, lần ${n + 1}`,
      lines: ['Người sử dụng đất: Nguyễn Thị Ánh'],
      skewDegrees: 0.4,
      noise: 0.04,
      dpi: 150,
      format: 'jpeg',
    });
    await scan(clerk, dossier.dossierId, { component: wanted.id, mediaType: 'image/jpeg', bytes });
    const { dueAt } = await clerk.call('POST /v1/dossiers/{dossierId}/supplements/received', {
      params: { dossierId: dossier.dossierId },
      body: {},
    });
    narrator.sees(`hẹn trả mới ${dueAt}`);
    narrator.agree(`counted anew: ${due}`, dayOf(dueAt) === due);
  });
};

const ask = async (
  { url, narrator }: Way,
  dossier: AtCounter,
  isRepeat: boolean,
  now: string,
): Promise<void> => {
  const officer = await clientOf(url, 'hoa.nnmt');
  const leaseNo = await eventually('a lease', async () =>
    lease(officer, dossier).catch(() => undefined),
  );
  const answerBy = new Date(Date.parse(`${now}:00+07:00`) + 30 * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const asked = { leaseNo, items: [wanted], reason: 'Cần đơn có chữ ký', answerBy };
  if (isRepeat) {
    await officer.refused(409, 'POST /v1/dossiers/{dossierId}/supplements', {
      params: { dossierId: dossier.dossierId },
      body: asked,
    });
    narrator.agree('warned: a second request counts as overdue', true);
  }
  await officer.call('POST /v1/dossiers/{dossierId}/supplements', {
    params: { dossierId: dossier.dossierId },
    body: { ...asked, confirmsRepeat: isRepeat },
  });
};

const read = async ({ url }: Way, { dossierId }: AtCounter): Promise<DossierView> =>
  (await clientOf(url, 'lan.vithanh')).call('GET /v1/dossiers/{dossierId}', {
    params: { dossierId },
  });

const explained = ({ url, narrator }: Way, { dossierId }: AtCounter): Promise<void> =>
  narrator.step('Clerk Lan', 'prints the receipt again: "why this date"', async () => {
    const clerk = await clientOf(url, 'lan.vithanh');
    const pdf = await clerk.bytes(`/v1/dossiers/${dossierId}/documents/receipt.pdf`);
    narrator.sees(writeArtefact('receipt-after-tet.pdf', pdf));
  });

const foreseen = ({ url, narrator }: Way, { code }: AtCounter): Promise<string> =>
  narrator.step('Supervisor Bình', 'learns of a holiday that was decided late', async () => {
    const supervisor = await clientOf(url, 'binh.giamsat');
    const change = { holidays: [lateHoliday], reason: 'Thông báo nghỉ bổ sung' };
    const { amendmentId } = await supervisor.call('POST /v1/calendar-amendments', { body: change });
    const { items } = await supervisor.call('GET /v1/calendar-amendments/{amendmentId}/dossiers', {
      params: { amendmentId },
      query: { agency: 'ct-nnmt', list: 'waiting' },
    });
    const [moved] = items;
    narrator.sees(`${moved?.code}: ${moved?.previousDueAt} → ${moved?.dueAt}`);
    narrator.agree('sees whom it would move', moved?.code === code);
    narrator.agree('and to when', dayOf(moved?.dueAt) === dueAfterAll);
    return amendmentId;
  });

const reannounced = async (
  way: Way,
  machine: Machine,
  dossier: AtCounter,
  amendmentId: string,
): Promise<void> => {
  const { url, narrator, phone } = way;
  await narrator.step('Supervisor Bình', 'confirms, and has the dates announced', async () => {
    const supervisor = await clientOf(url, 'binh.giamsat');
    const before = await read(way, dossier);
    narrator.agree(
      'until then the promise stands',
      dayOf(before.acceptance?.dueAt) === rounds[3].due,
    );
    await supervisor.call('POST /v1/calendar-amendments/{amendmentId}/confirm', {
      params: { amendmentId },
      body: { reannounces: true },
    });
    const told = await eventually('the announcing', async () => {
      await machine.fire('ReannounceDates');
      const amendment = await supervisor.call('GET /v1/calendar-amendments/{amendmentId}', {
        params: { amendmentId },
      });
      return amendment.announcedAt === undefined ? undefined : amendment;
    });
    narrator.agree('one dossier moved, once', told.moved === 1);
  });
  await narrator.step('Citizen', 'is told the new date', async () => {
    const text = await eventually('the SMS', async () => {
      const messages = await simulatorsAt(url).messages(phone);
      return messages.find(({ text: sms }) => sms.includes(inVietnamese(dueAfterAll)))?.text;
    });
    narrator.sees(`📱 ${text}`);
    const { acceptance } = await read(way, dossier);
    narrator.agree('SMS and dossier agree', dayOf(acceptance?.dueAt) === dueAfterAll);
  });
};

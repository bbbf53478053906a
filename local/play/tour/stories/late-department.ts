import { randomInt } from 'node:crypto';
import { type Client, clientOf } from '#local/play/client.ts';
import { eventually } from '#local/play/tour/narrator.ts';
import type { Machine, Stage } from '#local/play/tour/stage.ts';
import { leased, smsWith } from './late-department/officer.ts';
import { paidElsewhere } from './late-department/payment.ts';
import { type AtCounter, counter } from './main-way/counter.ts';
import type { Way } from './main-way/way.ts';

/** A department is warned, apologises, waits for a payment and is late all the same: nobody can miss it. */
export const lateDepartment = async (stage: Stage): Promise<void> => {
  const { machine } = stage;
  if (!machine) throw new Error('this story needs a clock of its own');
  const way: Way = { ...stage, phone: `+8497${String(randomInt(10_000_000)).padStart(7, '0')}` };
  const dossier = await counter(way);
  await acknowledged(way, dossier);
  // Due on Monday the 8th: two working days before is Thursday.
  await warnedBefore(way, machine, dossier, '2027-03-04T08:00');
  await apologises(way, dossier, '2027-03-10');
  await paidElsewhere(way, machine, dossier, '2027-03-11');
  await warnedBefore(way, machine, dossier, '2027-03-09T08:00');
  await overdue(way, machine, dossier, '2027-03-12T08:00');
};

const at = (machine: Machine, time: string): void => machine.travelTo(new Date(`${time}:00+07:00`));

const acknowledged = ({ url, narrator }: Way, dossier: AtCounter): Promise<void> =>
  narrator.step('Officer Hoa', 'pulls and acknowledges', async () => {
    const officer = await clientOf(url, 'hoa.nnmt');
    const leaseNo = await leased(officer, dossier);
    const { dossierId, manifestHash } = dossier;
    await officer.call('POST /v1/dossiers/{dossierId}/acknowledge', {
      params: { dossierId },
      body: { leaseNo, manifestHash },
    });
  });

const isListed = async (
  client: Client,
  warning: 'due-soon' | 'overdue',
  { code }: AtCounter,
): Promise<boolean> =>
  (await client.call('GET /v1/warnings', { query: { warning } })).items.some(
    ({ number }) => number === code,
  );

const warnedBefore = async (
  { url, narrator }: Way,
  machine: Machine,
  dossier: AtCounter,
  time: string,
): Promise<void> => {
  at(machine, time);
  await narrator.step(
    'Officer Hoa',
    `on ${time.slice(0, 10)} finds it among what is due soon`,
    async () => {
      await machine.fire('WatchLimits');
      const officer = await clientOf(url, 'hoa.nnmt');
      await eventually(
        'the warning',
        async () => (await isListed(officer, 'due-soon', dossier)) || undefined,
      );
      const other = await clientOf(url, 'thao.tp');
      narrator.agree(
        'another department’s list does not have it',
        !(await isListed(other, 'due-soon', dossier)),
      );
    },
  );
};

const apologises = (
  { url, narrator, phone }: Way,
  dossier: AtCounter,
  newDueDay: string,
): Promise<void> =>
  narrator.step(
    'Officer Hoa',
    'apologises and names a new date: slip, date and SMS in one act',
    async () => {
      const officer = await clientOf(url, 'hoa.nnmt');
      const leaseNo = await leased(officer, dossier);
      await officer.call('POST /v1/dossiers/{dossierId}/extension', {
        params: { dossierId: dossier.dossierId },
        body: { leaseNo, reason: 'Chờ trích đo thửa đất', newDueDay },
      });
      const text = await smsWith(url, phone, 'xin loi');
      narrator.sees(`📱 ${text}`);
      narrator.agree('the list is empty again', !(await isListed(officer, 'due-soon', dossier)));
      const again = { leaseNo, reason: 'Lần nữa', newDueDay: '2027-03-12' };
      await officer.refused(409, 'POST /v1/dossiers/{dossierId}/extension', {
        params: { dossierId: dossier.dossierId },
        body: again,
      });
      narrator.agree('a second apology is refused', true);
    },
  );

const overdue = async (
  { url, narrator }: Way,
  machine: Machine,
  dossier: AtCounter,
  time: string,
): Promise<void> => {
  at(machine, time);
  await narrator.step('Supervisor Bình', 'sees what is overdue in the whole province', async () => {
    await machine.fire('WatchLimits');
    const supervisor = await clientOf(url, 'binh.giamsat');
    await eventually(
      'the warning',
      async () => (await isListed(supervisor, 'overdue', dossier)) || undefined,
    );
    const leader = await clientOf(url, 'phuc.nnmt');
    narrator.agree('so does the department’s leader', await isListed(leader, 'overdue', dossier));
    narrator.agree('it is due soon no more', !(await isListed(leader, 'due-soon', dossier)));
  });
  await narrator.step('Clerk Lan', 'can say whose time it was', async () => {
    const clerk = await clientOf(url, 'lan.vithanh');
    const clocks = await clerk.call('GET /v1/dossiers/{dossierId}/clocks', {
      params: { dossierId: dossier.dossierId },
    });
    for (const [owner, minutes] of Object.entries(clocks.workingMinutes))
      narrator.sees(`${owner}: ${Math.round(minutes / 6) / 10} giờ làm việc`);
    const given = clocks.warnings.map(({ warning }) => warning);
    narrator.agree(
      'each warning was given once, and stands in the history',
      given.join(' ') === 'due-soon due-soon overdue',
    );
    narrator.agree('it is scored as late', clocks.score.isLate);
  });
};

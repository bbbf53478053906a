import { randomInt } from 'node:crypto';
import { type Client, clientOf } from '#local/play/client.ts';
import { eventually } from '#local/play/tour/narrator.ts';
import type { Machine, Stage } from '#local/play/tour/stage.ts';
import { leased } from './late-department/officer.ts';
import { type AtCounter, counter } from './main-way/counter.ts';
import type { Way } from './main-way/way.ts';

const paid = { charge: 20_000, fee: 30_000 };
const eightHours = 28_800;

/** A clerk falls ill with her drawer open, an officer goes on leave with a lease: others end both, and say so. */
export const absentClerk = async (stage: Stage): Promise<void> => {
  const { machine } = stage;
  if (!machine) throw new Error('this story needs a clock of its own');
  const phone = `+8494${String(randomInt(10_000_000)).padStart(7, '0')}`;
  const way: Way = { ...stage, phone };
  const dossier = await counter(way);
  const shiftId = await openDrawer(way, dossier);
  await backFromLeave(way, dossier);
  machine.travelTo(new Date('2026-12-01T07:00:00+07:00'));
  await said(way, machine, shiftId);
  await countedByOthers(way, shiftId);
  await remitted(way);
};

const openDrawer = ({ url, narrator }: Way, { dossierId }: AtCounter): Promise<string> =>
  narrator.step(
    'Clerk Lan',
    'takes the fees, falls ill and goes home: her drawer is open',
    async () => {
      const clerk = await clientOf(url, 'lan.vithanh');
      const { shiftId } = await clerk.call('POST /v1/shifts', { body: { floatVnd: 200_000 } });
      const params = { dossierId };
      const receipt = await clerk.call('POST /v1/dossiers/{dossierId}/payments', {
        params,
        body: paid,
      });
      narrator.sees(`biên lai ${receipt.number}`);
      const more = await clerk.refused(409, 'POST /v1/dossiers/{dossierId}/payments', {
        params,
        body: { fee: 5_000_000 },
      });
      narrator.agree('a second payment is asked back', more.code === 'more-than-due');
      return shiftId;
    },
  );

const backFromLeave = async ({ url, narrator }: Way, dossier: AtCounter): Promise<void> => {
  const officer = await clientOf(url, 'hoa.nnmt');
  const params = { dossierId: dossier.dossierId };
  const leaseNo = await narrator.step(
    'Officer Hoa',
    'takes the dossier for eight hours and goes on leave',
    async () => {
      const lease = await leased(officer, dossier);
      const body = { leaseNo: lease, leaseSeconds: eightHours };
      await officer.call('POST /v1/dossiers/{dossierId}/lease/extend', { params, body });
      return lease;
    },
  );
  await narrator.step('Leader Phúc', 'takes it back, and says why', async () => {
    const leader = await clientOf(url, 'phuc.nnmt');
    const body = { leaseNo, reason: 'Chị Hoa nghỉ phép đột xuất' };
    const taken = await leader.call('POST /v1/dossiers/{dossierId}/lease/take-back', {
      params,
      body,
    });
    narrator.agree('the fence went on by one', taken.leaseNo === leaseNo + 1);
    narrator.agree('nobody holds it', taken.leasedUntil === undefined);
    const late = await officer.refused(409, 'POST /v1/dossiers/{dossierId}/lease/extend', {
      params,
      body: { leaseNo, leaseSeconds: 600 },
    });
    narrator.agree('what Hoa still sends is refused', late.code === 'lease-stale');
  });
};

const said = ({ url, narrator }: Way, machine: Machine, shiftId: string): Promise<void> =>
  narrator.step('Supervisor Bình', 'is told in the morning what lay open over night', async () => {
    await machine.fire('TellLeftOpen');
    const supervisor = await clientOf(url, 'binh.giamsat');
    const left = await eventually('the drawer on the list', async () => {
      const { items } = await supervisor.call('GET /v1/shifts/left-open');
      return items.find((shift) => shift.shiftId === shiftId);
    });
    narrator.sees(`${left.office}: ${left.cashVnd} đồng, open since ${left.openedAt}`);
    narrator.agree('it is still open', left.state === 'open');
  });

const countedByOthers = async ({ url, narrator }: Way, shiftId: string): Promise<void> => {
  const colleague = await clientOf(url, 'ngan.motcua');
  const params = { shiftId };
  await narrator.step('Colleague Ngân', 'counts the drawer of Lan, and says why', async () => {
    const body = { count: { 200000: 1, 50000: 1 } };
    const unsaid = await colleague.refused(422, 'POST /v1/shifts/{shiftId}/close', {
      params,
      body,
    });
    narrator.agree('not without a reason', unsaid.code === 'absence-unexplained');
    const closed = await colleague.call('POST /v1/shifts/{shiftId}/close', {
      params,
      body: { ...body, explanation: 'Chị Lan nằm viện' },
    });
    narrator.agree('it balances', closed.closing?.differenceVnd === 0);
    narrator.agree('and waits for a second person', closed.state === 'unconfirmed');
  });
  await narrator.step('Supervisor Bình', 'has counted with her and confirms', () =>
    confirmed({ narrator, colleague, params }, url),
  );
};

const confirmed = async (
  {
    narrator,
    colleague,
    params,
  }: Pick<Way, 'narrator'> & { colleague: Client; params: { shiftId: string } },
  url: string,
): Promise<void> => {
  const body = { differenceVnd: 0 };
  const confirm = 'POST /v1/shifts/{shiftId}/confirm';
  const alone = await colleague.refused(403, confirm, { params, body });
  narrator.agree('never who counted', alone.code === 'same-signatory');
  const supervisor = await clientOf(url, 'binh.giamsat');
  const { state, closing } = await supervisor.call(confirm, { params, body });
  narrator.agree('the money is in the safe', state === 'confirmed');
  narrator.agree('both names stand', closing?.countedBy !== closing?.confirmedBy);
};

const remitted = ({ url, narrator }: Way): Promise<void> =>
  narrator.step('Colleague Ngân', 'remits what Lan had taken', async () => {
    const colleague = await clientOf(url, 'ngan.motcua');
    const sent = await eventually('what is due on its list', async () => {
      const answer = await colleague.attempt('POST /v1/remittances', {
        body: { agency: 'ct-nnmt' },
      });
      return answer.ok ? answer.body : undefined;
    });
    narrator.sees(`${sent.number}: lệ phí ${sent.purses.charge} · phí ${sent.purses.fee}`);
    narrator.agree('all of it', sent.purses.charge === 20_000 && sent.purses.fee === 30_000);
  });

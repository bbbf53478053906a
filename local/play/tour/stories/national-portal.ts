import { randomInt } from 'node:crypto';
import { bringResult } from '#local/play/bring-result.ts';
import { clientOf } from '#local/play/client.ts';
import { eventually } from '#local/play/tour/narrator.ts';
import type { Machine, Stage } from '#local/play/tour/stage.ts';
import { type AtCounter, counter } from './main-way/counter.ts';
import { approve } from './main-way/department.ts';
import type { Way } from './main-way/way.ts';
import { behaves, copyWithStatus } from './national-portal/copies.ts';
import { drift, supervisorOf, syncOf } from './national-portal/oversight.ts';
import { pull } from './supplement.ts';

const day = '2026-11-24';

/** The dossier's copy on the national portal, through a night in which the portal is down. */
export const nationalPortal = async (stage: Stage): Promise<void> => {
  const { machine } = stage;
  if (!machine) throw new Error('this story needs a clock of its own');
  const way: Way = { ...stage, phone: `+8493${String(randomInt(10_000_000)).padStart(7, '0')}` };
  const dossier = await counter(way);
  await asAccepted(way, dossier);
  const leaseNo = await work(way, dossier);
  await silence(way, dossier, leaseNo);
  await back(way, machine, dossier);
  await handOver(way, dossier);
  await drift(way, machine, dossier, day);
};

const asAccepted = ({ narrator, ...way }: Way, { code }: AtCounter): Promise<void> =>
  narrator.step('Citizen', 'looks the dossier up on the national portal', async () => {
    const copy = await copyWithStatus({ narrator, ...way }, code, '2');
    narrator.sees(`${copy['DonViXuLy']}: 2 Được tiếp nhận, hẹn trả ${copy['NgayHenTra']}`);
    narrator.agree('it came by post, not online', copy['KenhThucHien'] === '3');
  });

const work = async (way: Way, dossier: AtCounter): Promise<number> => {
  const { narrator, url } = way;
  const officer = await clientOf(url, 'hoa.nnmt');
  const leaseNo = await pull(way, officer, dossier);
  await narrator.step('Officer Hoa', 'acknowledges the files and works', async () => {
    const { dossierId, manifestHash, code } = dossier;
    await officer.call('POST /v1/dossiers/{dossierId}/acknowledge', {
      params: { dossierId },
      body: { leaseNo, manifestHash },
    });
    const { progress } = await copyWithStatus(way, code, '4', 2);
    narrator.agree('the national copy is being processed', progress.length === 2);
  });
  return leaseNo;
};

const silence = async (way: Way, dossier: AtCounter, leaseNo: number): Promise<void> => {
  const { narrator, url } = way;
  await narrator.step('National portal', 'goes down', () => behaves(way, 'down'));
  await narrator.step('Officer Hoa', 'decides all the same', async () => {
    await approve(await clientOf(url, 'hoa.nnmt'), way, dossier, leaseNo);
  });
  await narrator.step('Supervisor Bình', 'sees that the copy waits', async () => {
    const supervisor = await supervisorOf(way);
    const { tries } = await eventually('a try in vain', async () => {
      const sync = await syncOf(supervisor, dossier);
      return sync.state === 'pending' && sync.tries > 0 ? sync : undefined;
    });
    narrator.agree(`pending after ${tries} try`, tries === 1);
    await copyWithStatus(way, dossier.code, '4');
    narrator.agree('the portal still shows it as being processed', true);
  });
};

const back = (way: Way, machine: Machine, dossier: AtCounter): Promise<void> =>
  way.narrator.step('National portal', 'is back the next morning', async () => {
    const { narrator } = way;
    machine.travelTo(new Date('2026-11-25T08:00:00+07:00'));
    await machine.fire('PushPendingCopies');
    const { tries } = await syncOf(await supervisorOf(way), dossier);
    narrator.agree(`asked again while it was down: ${tries} tries`, tries === 2);
    await behaves(way, 'ok');
    machine.travelTo(new Date('2026-11-25T08:05:00+07:00'));
    await machine.fire('PushPendingCopies');
    const copy = await copyWithStatus(way, dossier.code, '9');
    narrator.sees(`9 Đã xử lý xong, lúc ${copy['NgayKetThucXuLy']}`);
    narrator.agree(
      'on the day of the decision, not on that of the push',
      String(copy['NgayKetThucXuLy']).startsWith('20261124'),
    );
    const { state } = await syncOf(await supervisorOf(way), dossier);
    narrator.agree('nothing waits', state === 'pushed');
  });

const handOver = (way: Way, { dossierId, code }: AtCounter): Promise<void> =>
  way.narrator.step('Clerk Lan', 'hands the result over at the counter', async () => {
    const clerk = await clientOf(way.url, 'lan.vithanh');
    const officer = await clientOf(way.url, 'hoa.nnmt');
    const courier = await clientOf(way.url, 'tuan.vithanh');
    await bringResult({ officer, courier, clerk }, dossierId);
    await clerk.call('POST /v1/dossiers/{dossierId}/pick-up', {
      params: { dossierId },
      body: {
        receiver: 'self',
        receiverName: 'Nguyễn Thị Ánh',
        identityChecked: true,
        signatureSha256: 'a'.repeat(64),
      },
    });
    const copy = await copyWithStatus(way, code, '10');
    way.narrator.agree('returned at a counter', copy['HinhThuc'] === '0');
  });

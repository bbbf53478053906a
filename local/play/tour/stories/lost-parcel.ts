import { randomInt } from 'node:crypto';
import { bringResult } from '#local/play/bring-result.ts';
import { clientOf } from '#local/play/client.ts';
import { simulatorsAt } from '#local/play/simulators.ts';
import { eventually } from '#local/play/tour/narrator.ts';
import type { Stage } from '#local/play/tour/stage.ts';
import { type AtCounter, counter } from './main-way/counter.ts';
import { department } from './main-way/department.ts';
import { toTheCounter } from './main-way/to-the-counter.ts';
import type { Way } from './main-way/way.ts';

interface Sent {
  readonly shipmentId: string;
  readonly waybill: string;
}

/** A parcel that nobody finds: declared lost, the citizen told, made anew and sent at no cost; then it turns up. */
export const lostParcel = async (stage: Stage): Promise<void> => {
  const way: Way = { ...stage, phone: `+8497${String(randomInt(10_000_000)).padStart(7, '0')}` };
  const dossier = await counter(way);
  await department(way, dossier);
  await toTheCounter(way, dossier.dossierId);
  const first = await sent(way, dossier);
  await declared(way, first);
  await told(way, first);
  await anew(way, dossier);
  await turnsUp(way, first);
};

const sent = ({ url, narrator }: Way, { dossierId }: AtCounter): Promise<Sent> =>
  narrator.step('Clerk Lan', 'sends the result', async () => {
    const clerk = await clientOf(url, 'lan.vithanh');
    const body = { dossierId, carrier: 'vnpost' };
    const parcel = await clerk.call('POST /v1/shipments', { body });
    narrator.sees(parcel.waybill);
    return parcel;
  });

const declared = ({ url, narrator }: Way, { shipmentId }: Sent): Promise<void> =>
  narrator.step('Clerk Lan', 'declares it lost, on the carrier’s word', async () => {
    const clerk = await clientOf(url, 'lan.vithanh');
    const params = { shipmentId };
    const lose = 'POST /v1/shipments/{shipmentId}/loss';
    const reason = 'Không tìm thấy ở bưu cục phát';
    const { code } = await clerk.refused(409, lose, { params, body: { reason } });
    narrator.agree('not on the day it left, on nobody’s word', code === 'loss-unconfirmed');
    const body = { reason, reference: 'CV 118/VNPost' };
    const { how } = await clerk.call(lose, { params, body });
    narrator.agree('lost, and its waybill dead', how === 'lost');
  });

const told = ({ url, narrator, phone }: Way, { waybill }: Sent): Promise<void> =>
  narrator.step('Citizen', 'is told, with an apology', async () => {
    const text = await eventually('an SMS', async () => {
      const messages = await simulatorsAt(url).messages(phone);
      return messages.find((message) => message.text.includes('bi mat'))?.text;
    });
    narrator.sees(`📱 ${text}`);
    narrator.agree('it names the parcel', text.includes(waybill));
  });

const anew = ({ url, narrator }: Way, { dossierId }: AtCounter): Promise<void> =>
  narrator.step('Officer Hoa', 'makes the result anew; another parcel costs nothing', async () => {
    const officer = await clientOf(url, 'hoa.nnmt');
    const clerk = await clientOf(url, 'lan.vithanh');
    const params = { dossierId };
    await officer.call('POST /v1/dossiers/{dossierId}/result-reissue', { params, body: {} });
    const courier = await clientOf(url, 'tuan.vithanh');
    await bringResult({ officer, courier, clerk }, dossierId);
    const collectOnDelivery = { stateFeesVnd: 0, codVnd: 28_000, postageVnd: 28_000 };
    const parcel = { dossierId, carrier: 'vnpost' };
    await clerk.refused(422, 'POST /v1/shipments', { body: { ...parcel, collectOnDelivery } });
    narrator.agree('no postage is collected again', true);
    const { shipmentId } = await clerk.call('POST /v1/shipments', { body: parcel });
    const said = await courier.call('POST /v1/shipments/{shipmentId}/events', {
      params: { shipmentId },
      body: {
        code: 'EMI',
        occurredAt: new Date(Date.now() - 1_000).toISOString(),
        proof: { receiverName: 'Nguyễn Thị Ánh', identityChecked: true },
      },
    });
    narrator.agree('and the citizen has it', said.state === 'delivered');
  });

const turnsUp = ({ url, narrator }: Way, { shipmentId }: Sent): Promise<void> =>
  narrator.step('Supervisor Bình', 'learns that the lost parcel turned up', async () => {
    const courier = await clientOf(url, 'tuan.vithanh');
    await courier.call('POST /v1/shipments/{shipmentId}/events', {
      params: { shipmentId },
      body: { code: 'EMF', occurredAt: new Date(Date.now() - 1_000).toISOString() },
    });
    const supervisor = await clientOf(url, 'binh.giamsat');
    const listed = async () =>
      (await supervisor.call('GET /v1/shipments/flagged', { query: { limit: 100 } })).items.find(
        (line) => line.shipmentId === shipmentId,
      );
    const line = await eventually('the parcel on the list', listed);
    narrator.agree('it is listed', line.flags.includes('found-after-declared-loss'));
    await supervisor.call('POST /v1/shipments/{shipmentId}/review', {
      params: { shipmentId },
      body: { finding: 'Đã chuyển trả cơ quan, bản cũ huỷ' },
    });
    await eventually('the list without it', async () => ((await listed()) ? undefined : true));
    narrator.agree('until somebody has sent it back to its agency', true);
  });

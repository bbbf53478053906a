import { randomInt } from 'node:crypto';
import { bringOrders } from '#local/play/bring-result.ts';
import { clientOf } from '#local/play/client.ts';
import { sha256Of } from '#local/play/scanner.ts';
import { simulatorsAt } from '#local/play/simulators.ts';
import { eventually } from '#local/play/tour/narrator.ts';
import type { Machine, Stage } from '#local/play/tour/stage.ts';
import { intoTheBook } from './return-order/money.ts';

const phone = (): string => `+8493${String(randomInt(10_000_000)).padStart(7, '0')}`;

const oldPaper = 'Giấy chứng nhận cũ';

const twoDaysLater = '2026-11-26T08:00:00+07:00';
const due = { charge: 20_000, fee: 80_000, postage: 28_000, cod: 15_000 };

/** An order of the land office, filed online: nothing of it ever crossed a counter of ours. */
const anOrder = (serial: number, to: string, address: string) => ({
  externalCode: `G22.99.01-261123-${String(serial).padStart(4, '0')}`,
  recipient: { name: 'Trần Văn Bảy', phone: to, address },
  papers: [{ name: 'Giấy chứng nhận', copyKind: 'original' as const, count: 1 }],
  takeBack: [oldPaper],
  collectOnDelivery: {
    stateFeesVnd: due.charge + due.fee,
    chargeVnd: due.charge,
    codVnd: due.postage + due.cod,
    postageVnd: due.postage,
  },
});

interface Way extends Stage {
  readonly machine: Machine;
  readonly phone: string;
}

/** Only the result travels by post (QĐ 45/2016 art. 5(2)): order, pouch, door, fees, drawer, remitted. */
export const returnOrder = async (stage: Stage): Promise<void> => {
  const { machine } = stage;
  if (!machine) throw new Error('this story needs a clock of its own');
  const way: Way = { ...stage, machine, phone: phone() };
  const order = await ordered(way);
  await signedFor(way, order);
  const { shipmentId, waybill } = await shipped(way, order);
  await hears(way, `so hieu ${waybill}`, 'hears that it is on its way');
  await delivered(way, shipmentId);
  await hears(way, 'da duoc giao', 'hears that it was delivered');
  machine.travelTo(new Date(twoDaysLater));
  await intoTheBook({ ...way, shipmentId, due });
  await seenByAgency(way, order);
};

const ordered = ({ url, narrator, phone: to }: Way): Promise<string> =>
  narrator.step('Officer Hoa', 'orders three results home in one call', async () => {
    const officer = await clientOf(url, 'hoa.nnmt');
    const serial = randomInt(1_000, 9_000);
    const near = 'Ấp 2, phường Vị Thanh, thành phố Cần Thơ';
    const orders = [
      anOrder(serial, to, near),
      anOrder(serial + 1, phone(), near),
      anOrder(serial + 2, phone(), 'Quận 1, TP Hồ Chí Minh'),
    ];
    const { lines } = await officer.call('POST /v1/return-orders/batch', {
      body: {
        orders,
      },
    });
    for (const { externalCode, returnOrderId, problem } of lines)
      narrator.sees(`${externalCode}: ${returnOrderId ? 'ordered' : problem?.title}`);
    narrator.agree(
      'the one without a post office holds no other back',
      lines.filter(({ returnOrderId }) => returnOrderId).length === 2,
    );
    return lines[0]?.returnOrderId ?? '';
  });

const signedFor = ({ url, narrator }: Way, order: string): Promise<void> =>
  narrator.step('Officer Hoa', 'gives the result to the post in a sealed pouch', async () => {
    const [officer, courier, clerk] = await Promise.all(
      ['hoa.nnmt', 'tuan.vithanh', 'lan.vithanh'].map((name) => clientOf(url, name)),
    );
    if (!officer || !courier || !clerk) throw new Error('nobody is at work');
    const params = { returnOrderId: order };
    const { code } = await clerk.refused(409, 'POST /v1/return-orders/{returnOrderId}/shipments', {
      params,
      body: { carrier: 'vnpost' },
    });
    narrator.agree('Lan cannot send what she has not signed for', code === 'papers-elsewhere');
    const pouchId = await bringOrders({ officer, courier, clerk }, [order]);
    const { holder } = await officer.call('GET /v1/return-orders/{returnOrderId}', { params });
    narrator.agree('counted and signed by two: the post office has it', holder.kind === 'office');
    const record = await clerk.bytes(`/v1/pouches/${pouchId}/record.pdf`);
    narrator.sees(`the record of the hand-over, ${record.length} bytes`);
  });

const shipped = ({ url, narrator }: Way, order: string) =>
  narrator.step('Clerk Lan', 'makes the parcel and prints its label', async () => {
    const clerk = await clientOf(url, 'lan.vithanh');
    const parcel = await clerk.call('POST /v1/return-orders/{returnOrderId}/shipments', {
      params: { returnOrderId: order },
      body: { carrier: 'vnpost' },
    });
    const label = await clerk.bytes(`/v1/shipments/${parcel.shipmentId}/label.pdf`);
    narrator.sees(`${parcel.waybill}, label of ${label.length} bytes`);
    return parcel;
  });

const hears = ({ url, narrator, machine, phone: to }: Way, words: string, what: string) =>
  narrator.step('Citizen Bảy', what, async () => {
    await machine.fire('ReleaseHeldSms');
    const text = await eventually(`an SMS with “${words}”`, async () => {
      const messages = await simulatorsAt(url).messages(to);
      return messages.find((message) => message.text.includes(words))?.text;
    });
    narrator.sees(`📱 ${text}`);
    narrator.agree('no word of what it is about', !/chung nhan|dat dai|so do/i.test(text));
  });

const delivered = ({ url, narrator }: Way, shipmentId: string): Promise<void> =>
  narrator.step('Courier Tuấn', 'hands it over at the door and is paid', async () => {
    const courier = await clientOf(url, 'tuan.vithanh');
    const occurredAt = '2026-11-24T08:59:00+07:00';
    const proof = {
      receiverName: 'Trần Văn Bảy',
      identityChecked: true,
      signatureSha256: sha256Of(Buffer.from('chữ ký của người nhận')),
    };
    await courier.refused(422, 'POST /v1/shipments/{shipmentId}/events', {
      params: { shipmentId },
      body: { code: 'EMI', occurredAt, proof },
    });
    narrator.agree('he must say what he was paid', true);
    const collected = { stateFeesVnd: due.charge + due.fee, codVnd: due.postage + due.cod };
    const paid = { code: 'EMI', occurredAt, proof, collected };
    await courier.refused(422, 'POST /v1/shipments/{shipmentId}/events', {
      params: { shipmentId },
      body: paid,
    });
    narrator.agree('and what became of the old paper', true);
    const takeBack = [{ paper: oldPaper, outcome: 'taken' as const }];
    const said = await courier.call('POST /v1/shipments/{shipmentId}/events', {
      params: { shipmentId },
      body: { ...paid, takeBack },
    });
    narrator.agree(
      'delivered, against identity document and signature',
      said.state === 'delivered',
    );
  });

const seenByAgency = ({ url, narrator }: Way, order: string): Promise<void> =>
  narrator.step('Officer Hoa', 'looks the order up', async () => {
    const officer = await clientOf(url, 'hoa.nnmt');
    const { state } = await officer.call('GET /v1/return-orders/{returnOrderId}', {
      params: { returnOrderId: order },
    });
    narrator.agree('the citizen has it', state === 'delivered');
    const waiting = await officer.call('GET /v1/return-orders/old-papers');
    narrator.agree('the old certificate is on its way to her', waiting.items.length === 1);
    await officer.call('POST /v1/return-orders/{returnOrderId}/old-papers/received', {
      params: { returnOrderId: order },
      body: { papers: [oldPaper] },
    });
    const after = await officer.call('GET /v1/return-orders/old-papers');
    narrator.agree('and is signed for', after.items.length === 0);
  });

import { type Client, clientOf, type Told } from '#local/play/client.ts';
import { simulatorsAt } from '#local/play/simulators.ts';
import { Disagreement, eventually } from '#local/play/tour/narrator.ts';
import type { Machine } from '#local/play/tour/stage.ts';
import type { AtCounter } from '#local/play/tour/stories/main-way/counter.ts';
import { toTheCounter } from '#local/play/tour/stories/main-way/to-the-counter.ts';
import type { Way } from '#local/play/tour/stories/main-way/way.ts';

type Shipment = Told<'GET /v1/shipments/{shipmentId}'>;

/** What the steps at the door share. */
interface Round {
  readonly way: Way;
  readonly machine: Machine;
  readonly shipmentId: string;
  readonly waybill: string;
}

/** Our courier, signed in anew: days lie between the steps. */
const courierOf = ({ way }: Pick<Round, 'way'>): Promise<Client> =>
  clientOf(way.url, 'tuan.vithanh');

const minuteMs = 60_000;

/** Nobody opens, twice; what the law asks for between the visits is kept, and shown. */
export const atTheDoor = async (way: Way, machine: Machine, dossier: AtCounter): Promise<void> => {
  await toTheCounter(way, dossier.dossierId);
  const { shipmentId, waybill } = await dispatch(way, await courierOf({ way }), dossier);
  const round = { way, machine, shipmentId, waybill };
  await carrierHears(round);
  const firstDay = await firstVisit(round);
  await tooEarly(round, firstDay);
  const returnDay = await secondVisit(round, firstDay);
  await goesBack(round, returnDay);
};

const dispatch = ({ narrator }: Way, courier: Client, { dossierId }: AtCounter) =>
  narrator.step('Courier Tuấn', 'leases a waybill for the result', async () => {
    const created = await courier.call('POST /v1/shipments', {
      body: { dossierId, carrier: 'vnpost' },
    });
    narrator.sees(created.waybill);
    return created;
  });

const carrierHears = ({ way, shipmentId, waybill }: Round): Promise<void> =>
  way.narrator.step('Carrier', 'is told of the parcel by the system', async () => {
    const courier = await courierOf({ way });
    await eventually('the announcement', async () =>
      (await read(courier, shipmentId)).announcement === 'accepted' ? true : undefined,
    );
    const order = await simulatorsAt(way.url).get<{ receiver: { name: string } }>(
      `/sim/courier/orders/${waybill}`,
    );
    way.narrator.agree('it knows whom to look for', order.receiver.name === 'Nguyễn Thị Ánh');
  });

const read = (courier: Client, shipmentId: string): Promise<Shipment> =>
  courier.call('GET /v1/shipments/{shipmentId}', { params: { shipmentId } });

/** The carrier reports a minute after it happened; answers with the shipment once the news has come in. */
const reports = async (
  { way, machine, shipmentId, waybill }: Round,
  code: string,
  occurredAt: string,
  note: string,
): Promise<Shipment> => {
  machine.travelTo(new Date(Date.parse(occurredAt) + minuteMs));
  const courier = await courierOf({ way });
  const before = (await read(courier, shipmentId)).events.length;
  await simulatorsAt(way.url).post(
    `/sim/courier/orders/${waybill}/events`,
    { code, occurredAt, note },
    202,
  );
  way.narrator.sees(`${occurredAt.slice(0, 16)} ${code} ${note}`);
  return eventually(code, async () => {
    const shipment = await read(courier, shipmentId);
    return shipment.events.length > before ? shipment : undefined;
  });
};

const planOf = ({ attemptPlan }: Shipment) => {
  if (!attemptPlan) throw new Disagreement('the parcel has no plan');
  return attemptPlan;
};

const dayOf = (shipment: Shipment): string => {
  const { next } = planOf(shipment);
  if (!next.notBefore) throw new Disagreement('the plan names no day');
  return next.notBefore;
};

const firstVisit = (round: Round): Promise<string> =>
  round.way.narrator.step('Carrier', 'reports a closed door', async () => {
    const { narrator } = round.way;
    await reports(round, 'EMA', '2026-11-02T16:00:00+07:00', 'Chấp nhận gửi');
    const first = await reports(round, 'EMH', '2026-11-03T09:00:00+07:00', 'Người nhận vắng nhà');
    narrator.agree('the next invitation has its day', planOf(first).next.step === 'invite-again');
    const hasty = await reports(round, 'EMH', '2026-11-04T09:00:00+07:00', 'Người nhận vắng nhà');
    const { counted, tooSoon, next } = planOf(hasty);
    narrator.agree(
      'a visit on the next day is no second invitation',
      counted.length === 1 && tooSoon.length === 1,
    );
    narrator.sees(`mời lần hai không trước ${next.notBefore}`);
    return dayOf(hasty);
  });

const tooEarly = ({ way, machine, shipmentId }: Round, firstDay: string): Promise<void> =>
  way.narrator.step('Courier Tuấn', 'wants to send it back already', async () => {
    machine.travelTo(new Date(`${firstDay}T08:01:00+07:00`));
    const courier = await courierOf({ way });
    const refused = await courier.refused(409, 'POST /v1/shipments/{shipmentId}/events', {
      params: { shipmentId },
      body: { code: 'RTS', occurredAt: `${firstDay}T08:00:00+07:00` },
    });
    way.narrator.agree(
      'he may not: one invitation is not two',
      refused.code === 'return-too-early',
    );
  });

const secondVisit = (round: Round, firstDay: string): Promise<string> =>
  round.way.narrator.step('Carrier', 'comes again on the day that the plan names', async () => {
    const { narrator } = round.way;
    const second = await reports(round, 'EMH', `${firstDay}T09:30:00+07:00`, 'Từ chối nhận');
    const { counted, next } = planOf(second);
    narrator.agree('two invitations count', counted.length === 2);
    narrator.agree('now it may go back, not at once', next.step === 'return-to-agency');
    narrator.sees(`chuyển hoàn không trước ${next.notBefore}`);
    return dayOf(second);
  });

const goesBack = (round: Round, returnDay: string): Promise<void> =>
  round.way.narrator.step('Carrier', 'brings it back to the agency', async () => {
    const { narrator } = round.way;
    await reports(round, 'RTS', `${returnDay}T10:00:00+07:00`, 'Chuyển hoàn');
    const back = await reports(round, 'EMI', `${returnDay}T16:00:00+07:00`, 'Phát thành công');
    narrator.agree(
      '“phát thành công” at the sender’s door is not delivered',
      back.state === 'returned-to-sender',
    );
    narrator.agree('nobody broke the rule', !back.anomalies.includes('returned-too-early'));
  });

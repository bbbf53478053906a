import { describe, expect, it } from 'vitest';
import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import { days, minutes } from '#domain/time/instant.ts';
import { settled } from '#edge/queue.ts';
import { makeVnpostDesk } from '#functions/returns/adapters/vnpost-desk.ts';
import { makeJudge } from '#functions/returns/announce-shipment/handler.ts';
import {
  makeAnnounceShipment,
  makeSweepAnnouncements,
} from '#functions/returns/application/announce-shipment.ts';
import { makeNoteCarrier, makeReadCarriers } from '#functions/returns/application/note-carrier.ts';
import { makePollCarrier } from '#functions/returns/application/poll-carrier.ts';
import { makeReadShipment } from '#functions/returns/application/read-shipment.ts';
import { makeReconcileWaybills } from '#functions/returns/application/reconcile-waybills.ts';
import { aboutShipment } from '#functions/returns/domain/shipment.ts';
import { makeHandler } from '#functions/returns/poll-carrier/handler.ts';
import type {
  CourierDesk,
  OrderOutcome,
  ParcelNews,
  ParcelOrder,
} from '#functions/returns/ports/courier-desk.ts';
import { shipmentKind, waybillCaseKind } from '#functions/returns/records.ts';
import { recordWrite } from '#ports/records.ts';
import { officer } from '#test/support/dossiers.ts';
import { got } from '#test/support/offline.ts';
import { aParcel, clerk, monday30, news, pools, proof, refusal } from '#test/support/shipments.ts';
import type { Log } from '#watch/logger.ts';

const sender = { name: 'Sở', phone: '', address: 'Bưu điện Vị Thanh' };

/** A carrier that answers as told; its history is a list that only grows. */
const aCarrier = (answers: readonly OrderOutcome[] = [], isConfigured = () => true) => {
  const orders: ParcelOrder[] = [];
  const history: ParcelNews[] = [];
  const asked: number[] = [];
  const desk: CourierDesk = {
    carrier: 'vnpost',
    isConfigured: async () => isConfigured(),
    announce: async (order) => {
      orders.push(order);
      return answers[orders.length - 1] ?? { outcome: 'accepted' };
    },
    newsAfter: async (lastId) => {
      asked.push(lastId);
      const page = history.slice(lastId, lastId + 2);
      return { news: page, lastId: lastId + page.length };
    },
  };
  return { desk, orders, history, asked };
};

const announcing = async (answers: readonly OrderOutcome[] = [], isConfigured = () => true) => {
  const parcel = await aParcel({ stateFeesVnd: 50_000, codVnd: 28_000 }, monday30);
  const carrier = aCarrier(answers, isConfigured);
  const announce = makeAnnounceShipment({ ...parcel, ...carrier, senderOf: () => sender });
  const sweep = makeSweepAnnouncements({ ...parcel, ...carrier, announce });
  return { ...parcel, ...carrier, sweep, announce: () => announce(parcel.shipmentId) };
};

describe('a parcel', () => {
  it('is announced with what is to be collected, kept apart', async () => {
    const { announce, orders, shipment, waybill } = await announcing();
    expect(await announce()).toEqual({ ok: true, value: 'accepted' });
    expect(orders).toMatchObject([
      {
        waybill,
        orderNumber: 'H13.01-261123-0001',
        collect: { stateFeesVnd: 50_000, codVnd: 28_000 },
        receiver: { name: 'Nguyễn Thị Ánh' },
      },
    ]);
    expect(await shipment()).toMatchObject({ announcement: { state: 'accepted' } });
  });

  it('is not announced again once the carrier has answered', async () => {
    const { announce, orders } = await announcing([{ outcome: 'refused', why: 'vnpost-99' }]);
    expect(await announce()).toEqual({ ok: true, value: 'refused' });
    expect(await announce()).toEqual({ ok: true, value: 'settled-before' });
    expect(orders).toHaveLength(1);
  });

  it('whose announcement nobody answered is announced again', async () => {
    const { announce, orders } = await announcing([{ outcome: 'unknown', why: 'no-answer' }]);
    expect(await announce()).toEqual({ ok: true, value: 'unknown' });
    expect(await announce()).toEqual({ ok: true, value: 'accepted' });
    expect(orders).toHaveLength(2);
  });

  it('that the queue forgot is found after a minute, and once', async () => {
    const { sweep, advance, orders } = await announcing();
    expect(await sweep()).toBe(0);
    advance(minutes(2));
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    expect(orders).toHaveLength(1);
  });

  it('waits for the next minute where the carrier answers nobody', async () => {
    const silent = Array.from({ length: 12 }, () => ({ outcome: 'unknown', why: '-' }) as const);
    const { sweep, advance, orders, ledger, shipment, ids, clock } = await announcing(silent);
    const pattern = await shipment();
    for (let n = 1; n <= 12; n++) {
      const id = ids.next(clock.now()) as typeof pattern.id;
      const after = { ...pattern, id, version: 1, waybill: `EE${n}` };
      await ledger.commit({
        records: [recordWrite(shipmentKind, undefined, after)],
      });
    }
    advance(minutes(2));
    expect(await sweep()).toBe(0);
    expect(orders).toHaveLength(10);
  });

  it('is shown to its own post office alone, and says whose address it bears', async () => {
    const parcel = await aParcel();
    const read = makeReadShipment(parcel);
    const stranger = { ...clerk, office: 'bd-nga-bay' };
    expect(await read(stranger, parcel.shipmentId)).toEqual(refusal('shipment-unknown'));
    expect(await read(officer, parcel.shipmentId)).toEqual(refusal('shipment-unknown'));
    const found = await read(clerk, parcel.shipmentId);
    const shipment = got(found);
    const { dossierId: _, returnOrder: __, ...of } = shipment;
    expect(aboutShipment(shipment)).toEqual([parcel.dossierId]);
    expect(aboutShipment({ ...of, returnOrder: 'order' as ReturnOrderId })).toEqual(['order']);
    expect(aboutShipment(of)).toEqual([shipment.id]);
  });

  it('and news that came while it was announced are both kept', async () => {
    const parcel = await aParcel();
    const carrier = aCarrier();
    const announce = makeAnnounceShipment({
      ...parcel,
      senderOf: () => sender,
      desk: {
        ...carrier.desk,
        announce: async (order) => {
          await parcel.tells(news(24, 9, 'posted'));
          return carrier.desk.announce(order);
        },
      },
    });
    await announce(parcel.shipmentId);
    expect(await parcel.shipment()).toMatchObject({
      announcement: { state: 'accepted' },
      events: [{ kind: 'posted' }],
    });
  });
});

describe('the carrier’s history', () => {
  const polling = async () => {
    const parcel = await aParcel();
    const carrier = aCarrier();
    return { ...parcel, ...carrier, poll: makePollCarrier({ ...parcel, ...carrier }) };
  };

  it('is read page by page to its end, and from there the next time', async () => {
    const { poll, history, waybill, asked, shipment } = await polling();
    const told = [news(24, 8, 'posted'), news(24, 9, 'departed'), news(24, 10, 'arrived')];
    for (const event of told) history.push({ waybill, event });
    expect(await poll()).toMatchObject({ taken: 3, ignored: 0 });
    history.push({ waybill, event: news(25, 9, 'delivered', { proof }) });
    expect(await poll()).toMatchObject({ taken: 1, ignored: 0 });
    expect(asked).toEqual([0, 2, 3, 3, 4]);
    expect((await shipment()).events).toHaveLength(4);
  });

  it('counts what the webhook told before, and parcels of others, as nothing', async () => {
    const { poll, history, waybill, tells, shipment } = await polling();
    const posted = news(24, 8, 'posted');
    await tells(posted);
    history.push({ waybill, event: posted }, { waybill: 'EE000000005VN', event: posted });
    expect(await poll()).toEqual({ taken: 0, ignored: 2, refused: 0, unknown: 1 });
    expect((await shipment()).events).toHaveLength(1);
  });

  it('keeps what could not be taken in, on the list, moving nothing, however often it is told', async () => {
    const { poll, history, waybill, listed, ledger, shipment } = await polling();
    const told = Array.from({ length: 230 }, (_, n) => ({
      ...news(24, 8, 'posted'),
      id: `n-${n}`,
    }));
    for (const event of told) history.push({ waybill, event });
    let refused = 0;
    for (let run = 0; run < 8; run++) refused += (await poll()).refused;
    expect(refused).toBe(30);
    expect(await listed()).toEqual([[waybill, 'news-refused']]);
    const kept = await ledger.record(waybillCaseKind, waybill);
    expect(kept?.refused?.count).toBe(30);
    expect(kept?.refused?.news).toHaveLength(20);
    expect(kept?.refused?.news[0]).toEqual({
      id: 'n-200',
      kind: 'posted',
      occurredAt: told[200]?.occurredAt,
      rawCode: told[200]?.rawCode,
      why: 'courier-event-invalid',
    });
    const before = await shipment();
    history.push({ waybill, event: told[200] ?? news(24, 8, 'posted') });
    expect(await poll()).toMatchObject({ refused: 1 });
    expect(await ledger.record(waybillCaseKind, waybill)).toEqual(kept);
    expect(await shipment()).toEqual(before);
  });

  it('is read again from the last page where the reader died', async () => {
    const { ledger, record, desk, history, waybill, shipment, ...parcel } = await polling();
    for (const kind of ['posted', 'departed', 'arrived'] as const)
      history.push({ waybill, event: news(24, 8, kind) });
    let calls = 0;
    const dying = makePollCarrier({
      ...parcel,
      ledger,
      desk,
      record: async (request) => {
        calls += 1;
        if (calls === 2) throw new Error('killed');
        return record(request);
      },
    });
    await expect(dying()).rejects.toThrow('killed');
    expect(await parcel.poll()).toMatchObject({ taken: 2, ignored: 1 });
    expect((await shipment()).events).toHaveLength(3);
  });
});

describe('a carrier whose account nobody has given us yet', () => {
  it('is asked nothing and raises nothing; parcels wait, and are announced once it is there', async () => {
    let isThere = false;
    const world = await announcing([], () => isThere);
    const { ledger, index, orders, shipment, announce, sweep, advance } = world;
    const lines: string[] = [];
    const note = (code: string) => void lines.push(code);
    const log: Log = { info: note, warn: note, error: note };
    const minute = makeHandler(
      {
        sweep,
        poll: makePollCarrier(world),
        note: makeNoteCarrier(world),
        reconcile: makeReconcileWaybills(world),
      },
      log,
      () => undefined,
    );
    const judge = makeJudge(announce, log);
    const data = {
      shipment: world.shipmentId,
      carrier: 'vnpost',
      waybill: world.waybill,
      version: 1,
    };
    expect(await judge({ data } as unknown as Parameters<typeof judge>[0])).toEqual(settled);
    advance(minutes(2));
    expect(await minute()).toMatchObject({ announced: 0, taken: 0 });
    expect(lines.at(-1)).toBe('carrier-not-configured');
    expect(world.asked).toEqual([]);
    expect(orders).toEqual([]);
    expect(await shipment()).toMatchObject({ announcement: { state: 'open' } });
    const read = makeReadCarriers({ ledger, index, pools });
    expect(await read(clerk)).toMatchObject([
      { carrier: 'vnpost', notConfiguredSince: expect.any(Number), unannounced: 1 },
    ]);
    expect(await read(officer)).toEqual([]);
    isThere = true;
    expect(await minute()).toMatchObject({ announced: 1 });
    expect(await read(clerk)).toEqual([{ carrier: 'vnpost', unannounced: 0 }]);
    expect(orders).toHaveLength(1);
  });

  it('that does not answer keeps nobody from seeing that its parcels do not move', async () => {
    const world = await announcing([{ outcome: 'unknown', why: 'no-answer' }]);
    const counts: unknown[] = [];
    const silent = async () => {
      throw new Error('the carrier answered 500');
    };
    const nothing = () => undefined;
    const minute = makeHandler(
      {
        sweep: world.sweep,
        poll: silent,
        note: makeNoteCarrier(world),
        reconcile: makeReconcileWaybills(world),
      },
      { info: nothing, warn: nothing, error: nothing },
      (...counted) => void counts.push(counted),
    );
    world.advance(days(1));
    await expect(minute()).rejects.toThrow('answered 500');
    expect(counts).toEqual([['WaybillUnreconciled', 1]]);
  });

  it('is one with the stack’s own customer code, or a secret without user and password', async () => {
    const account = { username: 'ct-hcc', password: 'x' };
    const desk = (customerCode: string, given: typeof account | undefined) =>
      makeVnpostDesk({ baseUrl: 'http://127.0.0.1:9', customerCode, account: async () => given });
    expect(await desk('replace-me', account).isConfigured()).toBe(false);
    expect(await desk('CT-HCC', undefined).isConfigured()).toBe(false);
    expect(await desk('CT-HCC', account).isConfigured()).toBe(true);
  });
});

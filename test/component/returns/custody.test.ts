import { describe, expect, it } from 'vitest';
import type { Holder } from '#domain/custody/holding.ts';
import { heldBy } from '#domain/custody/holding.ts';
import { resultPaper } from '#domain/custody/paper.ts';
import { aParcel, aParcelOf, clerk, news, proof, refusal } from '#test/support/shipments.ts';
import { aWorldAt } from '#test/support/worlds.ts';

type Parcel = Awaited<ReturnType<typeof aParcel>>;

const has = async (parcel: Parcel, holder: Holder) =>
  heldBy((await parcel.dossier()).custody, holder);

const office = { kind: 'office', id: 'bd-vi-thanh' } as const;
const citizen = { kind: 'citizen' } as const;

describe('the papers of a parcel (QĐ 45/2016 art. 8, 9)', () => {
  it('are not sent by a counter while the agency has them', async () => {
    await expect(aParcelOf(await aWorldAt('decided'))).rejects.toThrow('papers-elsewhere');
  });

  it('leave the counter’s shelf for the carrier’s hand when they are dispatched', async () => {
    const parcel = await aParcel();
    const carrier = { kind: 'carrier', id: parcel.shipmentId } as const;
    expect(await has(parcel, office)).not.toContainEqual(resultPaper);
    expect(await has(parcel, carrier)).toEqual([resultPaper]);
  });

  it('are the citizen’s on proof of delivery', async () => {
    const parcel = await aParcel();
    await parcel.tells(news(24, 9, 'delivered', { proof }));
    expect(await has(parcel, citizen)).toEqual([resultPaper]);
  });

  it('are the carrier’s until somebody at the counter has them in hand, and leave from there again', async () => {
    const parcel = await aParcel();
    await parcel.tells(news(24, 9, 'returning'));
    await parcel.tells(news(25, 9, 'returned-to-sender'));
    expect(await has(parcel, { kind: 'carrier', id: parcel.shipmentId })).toEqual([resultPaper]);
    const asked = {
      actor: { kind: 'staff', id: 'lan', role: 'clerk', office: 'bd-vi-thanh' },
      idempotency: undefined,
      dossierId: parcel.dossierId,
      carrier: 'vnpost',
    } as const;
    expect(await parcel.create(asked)).toEqual(refusal('papers-elsewhere'));
    expect(await parcel.takenIn()).toMatchObject({ ok: true });
    expect(await has(parcel, office)).toContainEqual(resultPaper);
    const again = await parcel.create(asked);
    if (!again.ok) throw new Error(again.refusal.code);
    expect(await has(parcel, { kind: 'carrier', id: again.value.shipmentId })).toEqual([
      resultPaper,
    ]);
  });

  it('stay on the shelf where the counter took them in, whatever the carrier then says of the parcel', async () => {
    const parcel = await aParcel();
    await parcel.tells(news(24, 9, 'returned-to-sender'));
    await parcel.takenIn();
    const before = await parcel.facts();
    // Dated before its own word that it went back, and told by somebody else.
    await parcel.tells(news(23, 9, 'delivered', { proof }), clerk);
    expect(await parcel.facts()).toEqual(before);
    expect(await has(parcel, office)).toContainEqual(resultPaper);
    expect(await parcel.dossier()).toMatchObject({ status: 'decided' });
    expect(await parcel.listed()).toEqual([[parcel.waybill, 'news-refused']]);
  });
});
